/// The types that rules know: API Gateway v2's, and Lambda's permission. From CloudFormation's schemas of 2026-10-20.
extension ResourceType {
  static let prefix = "AWS::ApiGatewayV2::"
  static let permissionType = "AWS::Lambda::Permission"

  static let all: [String: ResourceType] = {
    var types: [String: ResourceType] = [permissionType: permission]
    for (name, type) in gateway { types[prefix + name] = type }
    return types
  }()

  private static let gateway: [String: ResourceType] = [
    "Api": api, "ApiGatewayManagedOverrides": managedOverrides, "ApiMapping": apiMapping, "Authorizer": authorizer,
    "Deployment": deployment, "DomainName": domainName, "Integration": integration,
    "IntegrationResponse": integrationResponse, "Model": model, "PortalProduct": portalProduct, "Route": route,
    "RouteResponse": routeResponse, "RoutingRule": routingRule, "Stage": stage, "VpcLink": vpcLink,
  ]

  static let texts = PropertyForm.list(.text)
  static let tags = PropertyForm.map(.text)

  // MARK: APIs

  static let api = ResourceType(
    PropertyNames(
      texts: [
        "ApiKeySelectionExpression", "BasePath", "CredentialsArn", "Description", "IpAddressType", "Name",
        "ProtocolType", "RouteKey", "RouteSelectionExpression", "Target", "Version",
      ],
      flags: ["DisableExecuteApiEndpoint", "DisableSchemaValidation", "FailOnWarnings"],
      others: [
        "Body": .json(.any), "BodyS3Location": .object(PropertyNames(texts: ["Bucket", "Etag", "Key", "Version"])),
        "CorsConfiguration": .object(cors), "Tags": tags,
      ],
      required: ["ProtocolType"], unless: ["Body", "BodyS3Location"]),
    readOnly: ["ApiEndpoint", "ApiId", "ExecuteApiArn"])

  static let cors = PropertyNames(
    flags: ["AllowCredentials"], integers: ["MaxAge"],
    others: ["AllowHeaders": texts, "AllowMethods": texts, "AllowOrigins": texts, "ExposeHeaders": texts])

  static let managedOverrides = ResourceType(
    PropertyNames(
      texts: ["ApiId"],
      others: [
        "Integration": .object(
          PropertyNames(
            texts: ["Description", "IntegrationMethod", "PayloadFormatVersion"], integers: ["TimeoutInMillis"])),
        "Route": .object(
          PropertyNames(
            texts: ["AuthorizationType", "AuthorizerId", "OperationName", "Target"],
            others: ["AuthorizationScopes": texts])),
        "Stage": .object(
          PropertyNames(
            texts: ["Description"], flags: ["AutoDeploy"],
            others: [
              "AccessLogSettings": accessLogs, "DefaultRouteSettings": .object(routeSettings),
              "RouteSettings": .json(.object(routeSettings)), "StageVariables": .json(.text),
            ])),
      ],
      required: ["ApiId"]),
    readOnly: ["Id"])

  // MARK: Stages

  static let stage = ResourceType(
    PropertyNames(
      texts: ["ApiId", "ClientCertificateId", "DeploymentId", "Description", "StageName"], flags: ["AutoDeploy"],
      others: [
        "AccessLogSettings": accessLogs, "DefaultRouteSettings": .object(routeSettings),
        "RouteSettings": .json(.object(routeSettings)), "StageVariables": .json(.text), "Tags": tags,
      ],
      required: ["ApiId", "StageName"]))

  static let accessLogs = PropertyForm.object(PropertyNames(texts: ["DestinationArn", "Format"]))

  static let routeSettings = PropertyNames(
    texts: ["LoggingLevel"], flags: ["DataTraceEnabled", "DetailedMetricsEnabled"],
    integers: ["ThrottlingBurstLimit"], others: ["ThrottlingRateLimit": .number])

  static let deployment = ResourceType(
    PropertyNames(texts: ["ApiId", "Description", "StageName"], required: ["ApiId"]), readOnly: ["DeploymentId"])

  // MARK: Lambda

  static let permission = ResourceType(
    PropertyNames(
      texts: [
        "Action", "EventSourceToken", "FunctionName", "FunctionUrlAuthType", "Principal", "PrincipalOrgID",
        "SourceAccount", "SourceArn",
      ],
      flags: ["InvokedViaFunctionUrl"], required: ["Action", "FunctionName", "Principal"]),
    readOnly: ["Id"])
}
