/// Routes, integrations, and what goes with them.
extension ResourceType {
  static let route = ResourceType(
    PropertyNames(
      texts: [
        "ApiId", "AuthorizationType", "AuthorizerId", "ModelSelectionExpression", "OperationName", "RouteKey",
        "RouteResponseSelectionExpression", "Target",
      ],
      flags: ["ApiKeyRequired"],
      others: ["AuthorizationScopes": texts, "RequestModels": .json(.text), "RequestParameters": .map(.any)],
      required: ["ApiId", "RouteKey"]),
    readOnly: ["RouteId"])

  static let routeResponse = ResourceType(
    PropertyNames(
      texts: ["ApiId", "ModelSelectionExpression", "RouteId", "RouteResponseKey"],
      others: ["ResponseModels": .json(.text), "ResponseParameters": .any],
      required: ["ApiId", "RouteId", "RouteResponseKey"]),
    readOnly: ["RouteResponseId"])

  static let integration = ResourceType(
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

  static let integrationResponse = ResourceType(
    PropertyNames(
      texts: [
        "ApiId", "ContentHandlingStrategy", "IntegrationId", "IntegrationResponseKey", "TemplateSelectionExpression",
      ],
      others: ["ResponseParameters": .json(.text), "ResponseTemplates": .json(.text)],
      required: ["ApiId", "IntegrationId", "IntegrationResponseKey"]),
    readOnly: ["IntegrationResponseId"])

  static let model = ResourceType(
    PropertyNames(
      texts: ["ApiId", "ContentType", "Description", "Name"], others: ["Schema": .json(.any)],
      required: ["ApiId", "Name", "Schema"]),
    readOnly: ["ModelId"])

  static let authorizer = ResourceType(
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
}
