/// Integrations and their responses.
extension ResourceType {
  static let integration = ResourceType(
    "AWS::ApiGatewayV2::Integration", ref: .id("IntegrationId"), moves: .first, attributes: ["IntegrationId"],
    properties: [
      .init("ApiId", .text, .required, key: "apis"),
      .init("ConnectionId", .text, key: "vpcLink"),
      .init("ConnectionType", .words(["INTERNET", "VPC_LINK"]), key: "vpcLink"),
      .init(
        "ContentHandlingStrategy", .words(["CONVERT_TO_BINARY", "CONVERT_TO_TEXT"]), .webSocket, key: "contentHandling"),
      .init("CredentialsArn", .text, key: "credentials"),
      .init("Description", .text(0...1_024), key: "description"),
      .init(
        "IntegrationMethod", .words(HttpMethod.names), key: "method",
        needed: .with("IntegrationType", "HTTP_PROXY", of: .http)),
      .init("IntegrationSubtype", .text, .http, key: "aws"),
      .init("IntegrationType", .words(["AWS_PROXY", "HTTP_PROXY", "AWS", "HTTP", "MOCK"]), .required, key: "lambda"),
      .init("IntegrationUri", .text, key: "lambda", needed: .with("IntegrationType", "HTTP_PROXY", "HTTP")),
      .init(
        "PassthroughBehavior", .words(["WHEN_NO_MATCH", "WHEN_NO_TEMPLATES", "NEVER"]), .webSocket,
        key: "passthroughBehavior"),
      .init(
        "PayloadFormatVersion", .words(["1.0", "2.0"]), key: "payloadFormatVersion",
        needed: .with("IntegrationType", "AWS_PROXY", "HTTP_PROXY", of: .http)),
      .init("RequestParameters", .map(.text), key: "requestParameters"),
      .init("RequestTemplates", .map(.text), .webSocket, key: "requestTemplates"),
      .init("ResponseParameters", .map(.any), .http, key: "responseParameters"),
      .init("TemplateSelectionExpression", .text, .webSocket, key: "templateSelectionExpression"),
      .init("TimeoutInMillis", .integer(IntegrationOptions.timeouts), key: "timeout"),
      .init("TlsConfig", [.init("ServerNameToVerify", .text)], .http, key: "tls"),
    ])

  static let integrationResponse = ResourceType(
    "AWS::ApiGatewayV2::IntegrationResponse", ref: .id("IntegrationResponseId"),
    unique: ["ApiId", "IntegrationId", "IntegrationResponseKey"], moves: .with("IntegrationId"),
    attributes: ["IntegrationResponseId"],
    properties: [
      .init("ApiId", .text, .required),
      .init("ContentHandlingStrategy", .words(["CONVERT_TO_BINARY", "CONVERT_TO_TEXT"])),
      .init("IntegrationId", .text, .required),
      .init("IntegrationResponseKey", .text, .required),
      .init("ResponseParameters", .json(.text)),
      .init("ResponseTemplates", .json(.text)),
      .init("TemplateSelectionExpression", .text),
    ])
}
