/// Authorizers of APIs.
extension ResourceType {
  static let authorizer = ResourceType(
    "AWS::ApiGatewayV2::Authorizer", ref: .id("AuthorizerId"), unique: ["ApiId", "Name"], attributes: ["AuthorizerId"],
    properties: [
      .init("ApiId", .text, .required, key: "authorizers"),
      .init("AuthorizerCredentialsArn", .text, key: "credentials"),
      .init(
        "AuthorizerPayloadFormatVersion", .words(["1.0", "2.0"]), .http, key: "payloadFormatVersion",
        needed: .with("AuthorizerType", "REQUEST", of: .http)),
      .init("AuthorizerResultTtlInSeconds", .integer(0...3_600), key: "ttl"),
      .init("AuthorizerType", .words(["JWT", "REQUEST"]), .required, key: "jwt"),
      .init("AuthorizerUri", .text, key: "lambda", needed: .with("AuthorizerType", "REQUEST")),
      .init("EnableSimpleResponses", .flag, .http, key: "simpleResponses"),
      .init("IdentitySource", .texts, key: "identitySource"),
      .init("IdentityValidationExpression", .text),
      .init(
        "JwtConfiguration", [.init("Audience", .texts), .init("Issuer", .text)], .http, key: "jwt"),
      .init("Name", .text(1...128), .required, key: "name"),
    ])
}
