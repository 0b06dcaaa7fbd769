/// Properties that the language has a key for, which `properties` therefore does not take.
enum CoveredProperties {
  /// The key of the language for a property of a type.
  static func field(for property: String, of type: String) -> String? { byType[type]?[property] }

  private static let byType: [String: [String: String]] = [
    "AWS::Lambda::Function": [
      "Architectures": "architecture", "Code": "code", "Description": "description", "Environment": "environment",
      "EphemeralStorage": "ephemeralStorage", "FunctionName": "name", "Handler": "handler", "Layers": "layers",
      "LoggingConfig": "logs", "MemorySize": "memory", "PackageType": "code",
      "ReservedConcurrentExecutions":
        "reservedConcurrency", "Role": "role", "Runtime": "runtime", "Tags": "tags", "Timeout": "timeout",
      "TracingConfig": "tracing", "VpcConfig": "vpc",
    ],
    "AWS::EC2::VPC": ["CidrBlock": "cidr", "Tags": "tags"],
    "AWS::EC2::SecurityGroup": [
      "GroupDescription": "description", "SecurityGroupEgress": "egress", "SecurityGroupIngress": "ingress",
      "Tags": "tags", "VpcId": "vpc",
    ],
    "AWS::ApiGatewayV2::VpcLink": [
      "Name": "name", "SecurityGroupIds": "securityGroups", "SubnetIds": "subnets", "Tags": "tags",
    ],
    "AWS::ElasticLoadBalancingV2::LoadBalancer": [
      "LoadBalancerAttributes": "attributes", "Name": "name", "Scheme": "scheme", "SecurityGroups": "securityGroups",
      "Subnets": "subnets", "Tags": "tags", "Type": "type",
    ],
    "AWS::ElasticLoadBalancingV2::Listener": [
      "Certificates": "certificate", "DefaultActions": "forward", "LoadBalancerArn": "loadBalancers", "Port": "port",
      "Protocol": "protocol", "SslPolicy": "sslPolicy", "Tags": "tags",
    ],
    "AWS::ElasticLoadBalancingV2::TargetGroup": [
      "HealthCheckIntervalSeconds": "healthCheck", "HealthCheckPath": "healthCheck", "HealthCheckPort": "healthCheck",
      "HealthCheckProtocol": "healthCheck", "HealthCheckTimeoutSeconds": "healthCheck",
      "HealthyThresholdCount":
        "healthCheck", "Matcher": "healthCheck", "Name": "name", "Port": "port", "Protocol": "protocol",
      "Tags":
        "tags", "TargetGroupAttributes": "attributes", "TargetType": "type", "Targets": "ips",
      "UnhealthyThresholdCount": "healthCheck", "VpcId": "vpc",
    ],
    "AWS::ServiceDiscovery::Service": [
      "Description": "description", "DnsConfig": "dnsRecord", "HealthCheckConfig": "healthCheck",
      "HealthCheckCustomConfig": "customHealthCheck", "Name": "name", "NamespaceId": "namespace", "Tags": "tags",
    ],
    "AWS::ApiGatewayV2::ApiMapping": [
      "ApiId": "domain", "ApiMappingKey": "basePath", "DomainName": "name", "Stage": "stages",
    ],
    "AWS::ApiGatewayV2::DomainName": [
      "DomainName": "name", "DomainNameConfigurations": "certificate", "MutualTlsAuthentication": "mutualTls",
      "Tags": "tags",
    ],
    "AWS::ApiGatewayV2::Api": [
      "BasePath": "openapi", "Body": "openapi", "BodyS3Location": "openapi", "FailOnWarnings": "openapi",
      "CorsConfiguration": "cors", "Description": "description",
      "DisableExecuteApiEndpoint":
        "disableExecuteApiEndpoint", "IpAddressType": "ipAddressType", "Name": "name", "ProtocolType": "type",
      "RouteSelectionExpression": "routeSelectionExpression", "Tags": "tags", "Version": "apiVersion",
      "ApiKeySelectionExpression": "apiKeySelectionExpression", "DisableSchemaValidation": "disableSchemaValidation",
    ],
    "AWS::ApiGatewayV2::Model": [
      "ApiId": "models", "ContentType": "contentType", "Description": "description", "Name": "models",
      "Schema": "schema",
    ],
    "AWS::ApiGateway::VpcLink": [
      "Description": "description", "Name": "name", "Tags": "tags", "TargetArns": "nlb",
    ],
    "AWS::ApiGateway::ApiKey": [
      "CustomerId": "customerId", "Description": "description", "Enabled": "enabled",
      "GenerateDistinctId": "generateDistinctId", "Name": "name", "Tags": "tags", "Value": "value",
    ],
    "AWS::ApiGateway::UsagePlan": [
      "ApiStages": "stages", "Description": "description", "Quota": "quota", "Tags": "tags", "Throttle": "throttle",
      "UsagePlanName": "name",
    ],
    "AWS::ApiGateway::Account": ["CloudWatchRoleArn": "logRole"],
    "AWS::ApiGatewayV2::Integration": [
      "ApiId": "apis", "ConnectionId": "vpcLink", "ConnectionType": "vpcLink", "CredentialsArn": "credentials",
      "Description": "description", "IntegrationMethod": "method", "IntegrationType": "lambda",
      "IntegrationUri": "lambda", "PayloadFormatVersion": "payloadFormatVersion",
      "RequestParameters":
        "requestParameters", "TimeoutInMillis": "timeout", "TlsConfig": "tls",
    ],
    "AWS::ApiGatewayV2::Route": [
      "AuthorizationScopes": "auth", "AuthorizationType": "auth", "AuthorizerId": "auth",
      "OperationName":
        "operationName", "RouteKey": "routes", "RouteResponseSelectionExpression": "returnResponse", "Target": "lambda",
      "ApiKeyRequired": "apiKeyRequired", "ModelSelectionExpression": "modelSelectionExpression",
      "RequestModels": "requestModels", "RequestParameters": "routeParameters",
    ],
    "AWS::ApiGatewayV2::Authorizer": [
      "AuthorizerCredentialsArn": "credentials", "AuthorizerPayloadFormatVersion": "payloadFormatVersion",
      "AuthorizerResultTtlInSeconds": "ttl", "AuthorizerType": "jwt", "AuthorizerUri": "lambda",
      "EnableSimpleResponses": "simpleResponses", "IdentitySource": "identitySource", "JwtConfiguration": "jwt",
      "Name": "name",
    ],
    "AWS::Cognito::UserPool": ["UserPoolName": "name", "UserPoolTags": "tags"],
    "AWS::ApiGatewayV2::Stage": [
      "AccessLogSettings": "accessLogs", "AutoDeploy": "autoDeploy", "DefaultRouteSettings": "throttle",
      "DeploymentId": "autoDeploy", "Description": "description", "RouteSettings": "routes", "StageName": "name",
      "StageVariables": "variables", "Tags": "tags", "ClientCertificateId": "clientCertificate",
    ],
  ]
}
