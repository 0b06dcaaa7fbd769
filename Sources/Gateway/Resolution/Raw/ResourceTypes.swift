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

  private static let texts = PropertyForm.list(.text)
  private static let tags = PropertyForm.map(.text)

  // MARK: APIs

  private static let api = ResourceType(
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

  private static let cors = PropertyNames(
    flags: ["AllowCredentials"], integers: ["MaxAge"],
    others: ["AllowHeaders": texts, "AllowMethods": texts, "AllowOrigins": texts, "ExposeHeaders": texts])

  private static let managedOverrides = ResourceType(
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

  // MARK: Routes and integrations

  private static let route = ResourceType(
    PropertyNames(
      texts: [
        "ApiId", "AuthorizationType", "AuthorizerId", "ModelSelectionExpression", "OperationName", "RouteKey",
        "RouteResponseSelectionExpression", "Target",
      ],
      flags: ["ApiKeyRequired"],
      others: ["AuthorizationScopes": texts, "RequestModels": .json(.text), "RequestParameters": .map(.any)],
      required: ["ApiId", "RouteKey"]),
    readOnly: ["RouteId"])

  private static let routeResponse = ResourceType(
    PropertyNames(
      texts: ["ApiId", "ModelSelectionExpression", "RouteId", "RouteResponseKey"],
      others: ["ResponseModels": .json(.text), "ResponseParameters": .any],
      required: ["ApiId", "RouteId", "RouteResponseKey"]),
    readOnly: ["RouteResponseId"])

  private static let integration = ResourceType(
    PropertyNames(
      texts: [
        "ApiId", "ConnectionId", "ConnectionType", "ContentHandlingStrategy", "CredentialsArn", "Description",
        "IntegrationMethod", "IntegrationSubtype", "IntegrationType", "IntegrationUri", "PassthroughBehavior",
        "PayloadFormatVersion", "TemplateSelectionExpression",
      ],
      integers: ["TimeoutInMillis"],
      others: [
        "RequestParameters": .map(.text), "RequestTemplates": .map(.text), "ResponseParameters": .map(.any),
        "TlsConfig": .object(PropertyNames(texts: ["ServerNameToVerify"])),
      ],
      required: ["ApiId", "IntegrationType"]),
    readOnly: ["IntegrationId"])

  private static let integrationResponse = ResourceType(
    PropertyNames(
      texts: [
        "ApiId", "ContentHandlingStrategy", "IntegrationId", "IntegrationResponseKey", "TemplateSelectionExpression",
      ],
      others: ["ResponseParameters": .json(.text), "ResponseTemplates": .json(.text)],
      required: ["ApiId", "IntegrationId", "IntegrationResponseKey"]),
    readOnly: ["IntegrationResponseId"])

  private static let model = ResourceType(
    PropertyNames(
      texts: ["ApiId", "ContentType", "Description", "Name"], others: ["Schema": .json(.any)],
      required: ["ApiId", "Name", "Schema"]),
    readOnly: ["ModelId"])

  private static let authorizer = ResourceType(
    PropertyNames(
      texts: [
        "ApiId", "AuthorizerCredentialsArn", "AuthorizerPayloadFormatVersion", "AuthorizerType", "AuthorizerUri",
        "IdentityValidationExpression", "Name",
      ],
      flags: ["EnableSimpleResponses"], integers: ["AuthorizerResultTtlInSeconds"],
      others: [
        "IdentitySource": texts,
        "JwtConfiguration": .object(PropertyNames(texts: ["Issuer"], others: ["Audience": texts])),
      ],
      required: ["ApiId", "AuthorizerType", "Name"]),
    readOnly: ["AuthorizerId"])

  // MARK: Stages

  private static let stage = ResourceType(
    PropertyNames(
      texts: ["ApiId", "ClientCertificateId", "DeploymentId", "Description", "StageName"], flags: ["AutoDeploy"],
      others: [
        "AccessLogSettings": accessLogs, "DefaultRouteSettings": .object(routeSettings),
        "RouteSettings": .json(.object(routeSettings)), "StageVariables": .json(.text), "Tags": tags,
      ],
      required: ["ApiId", "StageName"]))

  private static let accessLogs = PropertyForm.object(PropertyNames(texts: ["DestinationArn", "Format"]))

  private static let routeSettings = PropertyNames(
    texts: ["LoggingLevel"], flags: ["DataTraceEnabled", "DetailedMetricsEnabled"],
    integers: ["ThrottlingBurstLimit"], others: ["ThrottlingRateLimit": .number])

  private static let deployment = ResourceType(
    PropertyNames(texts: ["ApiId", "Description", "StageName"], required: ["ApiId"]), readOnly: ["DeploymentId"])

  // MARK: Domains and links

  private static let apiMapping = ResourceType(
    PropertyNames(
      texts: ["ApiId", "ApiMappingKey", "DomainName", "Stage"], required: ["ApiId", "DomainName", "Stage"]),
    readOnly: ["ApiMappingId"])

  private static let domainName = ResourceType(
    PropertyNames(
      texts: ["DomainName", "RoutingMode"],
      others: [
        "DomainNameConfigurations": .list(
          .object(
            PropertyNames(texts: [
              "CertificateArn", "CertificateName", "EndpointType", "IpAddressType",
              "OwnershipVerificationCertificateArn", "SecurityPolicy",
            ]))),
        "MutualTlsAuthentication": .object(PropertyNames(texts: ["TruststoreUri", "TruststoreVersion"])), "Tags": tags,
      ],
      required: ["DomainName"]),
    readOnly: ["DomainNameArn", "RegionalDomainName", "RegionalHostedZoneId"])

  private static let routingRule = ResourceType(
    PropertyNames(
      texts: ["DomainNameArn"], integers: ["Priority"],
      others: [
        "Actions": .list(.object(PropertyNames(others: ["InvokeApi": .object(invocation)], required: ["InvokeApi"]))),
        "Conditions": .list(
          .object(
            PropertyNames(others: [
              "MatchBasePaths": .object(PropertyNames(others: ["AnyOf": texts], required: ["AnyOf"])),
              "MatchHeaders": .object(
                PropertyNames(others: ["AnyOf": .list(.object(header))], required: ["AnyOf"])),
            ]))),
      ],
      required: ["Actions", "Conditions", "DomainNameArn", "Priority"]),
    readOnly: ["RoutingRuleArn", "RoutingRuleId"])

  private static let invocation = PropertyNames(
    texts: ["ApiId", "Stage"], flags: ["StripBasePath"], required: ["ApiId", "Stage"])
  private static let header = PropertyNames(texts: ["Header", "ValueGlob"], required: ["Header", "ValueGlob"])

  private static let vpcLink = ResourceType(
    PropertyNames(
      texts: ["Name"], others: ["SecurityGroupIds": texts, "SubnetIds": texts, "Tags": tags],
      required: ["Name", "SubnetIds"]),
    readOnly: ["VpcLinkId"])

  private static let portalProduct = ResourceType(
    PropertyNames(
      texts: ["Description", "DisplayName"],
      others: ["Tags": .list(.object(PropertyNames(texts: ["Key", "Value"], required: ["Key", "Value"])))],
      required: ["DisplayName"]),
    readOnly: ["LastModified", "PortalProductArn", "PortalProductId"])

  // MARK: Lambda

  private static let permission = ResourceType(
    PropertyNames(
      texts: [
        "Action", "EventSourceToken", "FunctionName", "FunctionUrlAuthType", "Principal", "PrincipalOrgID",
        "SourceAccount", "SourceArn",
      ],
      flags: ["InvokedViaFunctionUrl"], required: ["Action", "FunctionName", "Principal"]),
    readOnly: ["Id"])
}
