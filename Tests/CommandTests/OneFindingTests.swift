import Testing

/// A mistake and what follows from it are one finding.
@Suite struct OneFindingTests {
  @Test(arguments: [
    (
      "resources: {Books: {Type: AWS::Lambda::Functions, Properties: {Runtime: nodejs24.x}}}\n"
        + "apis: {store: {routes: {GET /books: Books}}}", "CFN020"
    ),
    (
      "vpcs: {main: {}}\nloadBalancers: {web: {type: application, vpc: main, listeners: {http: {port: 80, forward: {port: 8080}}}}}\n"
        + "apis: {store: {routes: {GET /books: {alb: web}}}}\nresources: {Other: {Type: AWS::ApiGatewayV2::Integration, "
        + "Properties: {ApiId: !Ref apis.store, IntegrationType: HTTP_PROXY, IntegrationMethod: GET, PayloadFormatVersion: '1.0', "
        + "ConnectionType: VPCLINK, IntegrationUri: !Ref loadBalancers.web.listeners.http}}, Books: "
        + "{Type: AWS::ApiGatewayV2::Route, Properties: {ApiId: !Ref apis.store, RouteKey: GET /pens, "
        + "Target: !Sub 'integrations/${Other}'}}}", "INT038"
    ),
    (
      "transform: AWS::Serverless-2016-10-31\nresources: {Books: {Type: AWS::Serverless::Function, Properties: "
        + "{Runtime: nodejs24.x, Handler: index.handler, InlineCode: 'exports.handler = async () => 1', Events: "
        + "{Nightly: {Tpye: Schedule, Properties: {Schedule: rate(1 day)}}}}}}", "CFN018"
    ),
    (
      "functions: {check: {arn: 'arn:aws:labmda:eu-west-1:111122223333:function:f'}}\n"
        + "apis: {store: {authorizers: {users: {lambda: check}}, routes: {GET /books: {http: 'https://books.example.com', "
        + "auth: users}}}}", "INT033"
    ),
  ])
  func isReported(_ text: String, _ id: String) throws {
    try expectOne(text, id)
  }

  private static let listener =
    "arn:aws:elasticloadbalancing:eu-west-1:111122223333:listener/app/web/50dc6c495c0c9188/f2f7dc8efc522ab2"

  @Test(arguments: [
    (
      "IntegrationType: HTTP_PROXY, IntegrationMethod: ANY, ConnectionType: [VPC_LINK], IntegrationUri: '\(listener)'",
      "CFN017"
    ),
    ("IntegrationType: AWS_PROXY, IntegrationSubtype: SQS-SendMessage, CredentialsArn: !GetAtt Role.Arn", "INT018"),
    (
      "IntegrationType: AWS_PROXY, IntegrationSubtype: SQS-SendMessage, CredentialsArn: !GetAtt Role.Arn, "
        + "RequestParameters: [QueueUrl]", "CFN017"
    ),
    (
      "IntegrationType: AWS_PROXY, IntegrationSubtypes: SQS-SendMessage, CredentialsArn: !GetAtt Role.Arn, "
        + "RequestParameters: {QueueUrl: !Ref Jobs, MessageBody: $request.body}", "CFN016"
    ),
    (
      "IntegrationType: AWS_PROXY, CredentialsArn: !GetAtt Role.Arn, "
        + "RequestParameters: {QueueUrl: !Ref Jobs, MessageBody: $request.body}", "INT033"
    ),
    (
      "IntegrationType: AWS_PROXY, IntegrationUri: 'arn:aws:lambda:eu-west-1:111122223333:function:f', "
        + "RequestParameters: {QueueUrl: !Ref Jobs, MessageBody: $request.body}", "MAP018"
    ),
    (
      "IntegrationType: AWS_PROXY, IntegrationSubtype: SQS-SendMessage, "
        + "RequestParameters: {QueueUrl: !Ref Jobs, MessageBody: $request.body}", "INT020"
    ),
  ])
  func ofAnIntegration(_ properties: String, _ id: String) throws {
    try expectOne(
      """
      apis: {store: {routes: {GET /books: https://books.example.com}}}
      resources:
        Jobs: {Type: AWS::SQS::Queue}
        Role:
          Type: AWS::IAM::Role
          Properties:
            AssumeRolePolicyDocument:
              Statement: {Effect: Allow, Action: sts:AssumeRole, Principal: {Service: apigateway.amazonaws.com}}
            Policies: [{PolicyName: send, PolicyDocument: {Statement: {Effect: Allow, Action: sqs:SendMessage, Resource: !GetAtt Jobs.Arn}}}]
        Shop: {Type: AWS::ApiGatewayV2::Integration, Properties: {ApiId: !Ref apis.store, PayloadFormatVersion: "1.0", \(properties)}}
        Route: {Type: AWS::ApiGatewayV2::Route, Properties: {ApiId: !Ref apis.store, RouteKey: POST /jobs, Target: !Sub "integrations/${Shop}"}}
      """, id)
  }

  @Test(arguments: [
    ("type: http_proxy, httpMethod: ANY, connectionTyp: VPC_LINK, uri: '\(listener)'", "VPC003"),
    (
      "type: aws_proxy, integrationSubtype: SQS-PurgeQueue, credential: 'arn:aws:iam::111122223333:role/r', "
        + "requestParameters: {QueueUrl: q}", "INT020"
    ),
    (
      "type: aws_proxy, integrationSubtype: SQS-PurgeQueue, credentials: 'arn:aws:iam::111122223333:role/r', "
        + "requestParameter: {QueueUrl: q}", "INT018"
    ),
  ])
  func ofADocument(_ integration: String, _ id: String) throws {
    try expectOne(
      """
      apis:
        store:
          openapi:
            openapi: 3.0.1
            info: {title: store, version: "1"}
            paths: {/jobs: {post: {x-amazon-apigateway-integration: {payloadFormatVersion: "1.0", \(integration)}}}}
      """, id)
  }

  private func expectOne(_ text: String, _ id: String) throws {
    let workspace = try Workspace(["spec.yaml": text])
    let found = try Outcome(of: [Program.path, "validate", "spec.yaml", "--quiet"], in: workspace).errors
    #expect(found.contains("[\(id)]") && found.split(separator: "\nhelp: ").count == 2, "\(found)")
  }
}
