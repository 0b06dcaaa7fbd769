"""Specs of raw resources and sections that grow in one thing only."""

DISTRIBUTION = ["  Site:", "    Type: AWS::CloudFront::Distribution", "    Properties:", "      DistributionConfig:",
                "        Enabled: true", "        DefaultCacheBehavior: {TargetOriginId: o0, ViewerProtocolPolicy: https-only}"]
ROUTES = ["apis:", "  store:", "    disableExecuteApiEndpoint: false", "    routes:",
          "      GET /items: https://store.example.com/items"]
STAGE = ["parameters:", "  Stage: {Type: String, Default: dev}"]


def resources(*lines):
    return [*ROUTES, "resources:", *lines]


def records(count):
    """CNAME records of a group."""
    return resources(
        "  Records:", "    Type: AWS::Route53::RecordSetGroup", "    Properties:", "      HostedZoneId: Z0123456789EXAMPLE",
        "      RecordSets:",
        *(f"        - {{Name: h{one}.example.com, Type: CNAME, TTL: \"60\", ResourceRecords: [x{one}.example.org]}}"
          for one in range(count)))


def domains(count):
    """Domains with an alias record each."""
    certificate = "arn:aws:acm:eu-west-1:111122223333:certificate/11112222-3333-4444-5555-666677778888"
    return resources(*(line for one in range(count) for line in (
        f"  Domain{one}:", "    Type: AWS::ApiGatewayV2::DomainName", "    Properties:",
        f"      DomainName: d{one}.example.com",
        f"      DomainNameConfigurations: [{{CertificateArn: \"{certificate}\", EndpointType: REGIONAL}}]",
        f"  Record{one}:", "    Type: AWS::Route53::RecordSet", "    Properties:",
        f"      Name: d{one}.example.com", "      Type: A", "      HostedZoneId: Z0123456789EXAMPLE",
        f"      AliasTarget: {{DNSName: !GetAtt Domain{one}.RegionalDomainName, "
        f"HostedZoneId: !GetAtt Domain{one}.RegionalHostedZoneId}}")))


def origins(count):
    """A distribution in front of the API, with an origin and a path for each."""
    host = '!Sub "${apis.store}.execute-api.${AWS::Region}.${AWS::URLSuffix}"'
    return resources(
        *DISTRIBUTION, "        Origins:",
        *(f"          - {{Id: o{one}, DomainName: {host}, CustomOriginConfig: {{OriginProtocolPolicy: https-only}}}}"
          for one in range(count)),
        "        CacheBehaviors:",
        *(f"          - {{PathPattern: /p{one}/*, TargetOriginId: o{one}, ViewerProtocolPolicy: https-only}}"
          for one in range(count)))


def subscriptions(count):
    """Queues that a topic sends to, with a policy each."""
    return resources("  Orders: {Type: AWS::SNS::Topic}", *(line for one in range(count) for line in (
        f"  Queue{one}: {{Type: AWS::SQS::Queue}}",
        f"  Subscription{one}:", "    Type: AWS::SNS::Subscription",
        f"    Properties: {{TopicArn: !Ref Orders, Protocol: sqs, Endpoint: !GetAtt Queue{one}.Arn}}",
        f"  Policy{one}:", "    Type: AWS::SQS::QueuePolicy", "    Properties:", f"      Queues: [!Ref Queue{one}]",
        "      PolicyDocument:", "        Version: \"2012-10-17\"",
        "        Statement: {Effect: Allow, Principal: {Service: sns.amazonaws.com}, Action: sqs:SendMessage, "
        f"Resource: !GetAtt Queue{one}.Arn, Condition: {{ArnEquals: {{\"aws:SourceArn\": !Ref Orders}}}}}}")))


def conditions(count):
    """Conditions that compare one parameter, and a queue under each."""
    return [*STAGE, "conditions:", *(f"  Is{one}: !Equals [!Ref Stage, stage{one}]" for one in range(count)),
            *resources(*(f"  Queue{one}: {{Type: AWS::SQS::Queue, Condition: Is{one}}}" for one in range(count)))]


def conditional_routes(count):
    """Routes of one function under a condition each."""
    return [*STAGE, "conditions:", *(f"  Is{one}: !Equals [!Ref Stage, stage{one}]" for one in range(count)),
            "functions:", "  fn: {runtime: nodejs24.x, handler: index.handler, code: src/f}", *ROUTES,
            *(f"      GET /items{one}: {{lambda: fn, condition: Is{one}}}" for one in range(count))]


def rows(count):
    """Rows of a mapping, each of which is looked up."""
    tags = [f"        - {{Key: t{one}, Value: !FindInMap [Sizes, r{one}, size]}}" for one in range(count)]
    return ["mappings:", "  Sizes:", *(f"    r{one}: {{size: s{one}}}" for one in range(count)),
            *resources("  Queue:", "    Type: AWS::SQS::Queue", "    Properties:", "      Tags:", *tags)]


def substitutions(count):
    """Variables of one text."""
    text = "".join(f"${{v{one}}}" for one in range(count))
    return resources(
        "  Queue:", "    Type: AWS::SQS::Queue", "    Properties:", "      Tags:", "        - Key: text",
        "          Value: !Sub", f"            - {text}",
        "            - {" + ", ".join(f"v{one}: !Ref AWS::Region" for one in range(count)) + "}")


def pointers(count):
    """Operations of an OpenAPI document that refer to an integration each."""
    integration = 'type: HTTP_PROXY, httpMethod: GET, payloadFormatVersion: "1.0", uri: "https://store.example.com/'
    key = "x-amazon-apigateway-integration"
    return ["apis:", "  store:", "    openapi:", "      openapi: 3.0.1", "      info: {title: store, version: \"1\"}",
            "      paths:",
            *(f"        /p{one}: {{get: {{{key}: {{$ref: \"#/components/{key}s/i{one}\"}}}}}}" for one in range(count)),
            "      components:", f"        {key}s:", *(f"          i{one}: {{{integration}{one}\"}}" for one in range(count))]


GROWTH = {
    "DNS records": (records, 200),
    "domains with records in `resources`": (domains, 30),
    "origins of a distribution": (origins, 200),
    "subscriptions with a queue policy": (subscriptions, 60),
    "conditions": (conditions, 200),
    "routes with conditions": (conditional_routes, 30),
    "rows of a mapping": (rows, 100),
    "variables of `Fn::Sub`": (substitutions, 400),
    "pointers of an OpenAPI document": (pointers, 100),
}
