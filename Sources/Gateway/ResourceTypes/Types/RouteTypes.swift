/// Routes of APIs and their responses.
extension ResourceType {
  static let route = ResourceType(
    "AWS::ApiGatewayV2::Route", ref: .id("RouteId"), unique: ["ApiId", "RouteKey"], moves: .withRoutes,
    attributes: ["RouteId"],
    properties: [
      .init("ApiId", .text, .required, key: "routes"),
      .init("ApiKeyRequired", .flag, .webSocket, key: "apiKeyRequired"),
      .init("AuthorizationScopes", .texts, key: "auth"),
      .init("AuthorizationType", .words(["NONE", "AWS_IAM", "CUSTOM", "JWT"]), key: "auth"),
      .init("AuthorizerId", .text, key: "auth"),
      .init("ModelSelectionExpression", .text, .webSocket, key: "modelSelectionExpression"),
      .init("OperationName", .text(1...64), key: "operationName"),
      .init("RequestModels", .json(.text), .webSocket, key: "requestModels"),
      .init("RequestParameters", .map(.any), .webSocket, key: "routeParameters"),
      .init("RouteKey", .text, .required, key: "routes"),
      .init("RouteResponseSelectionExpression", .words(["$default"]), .webSocket, key: "returnResponse"),
      .init("Target", .text, key: "lambda"),
    ])

  static let routeResponse = ResourceType(
    "AWS::ApiGatewayV2::RouteResponse", ref: .id("RouteResponseId"), unique: ["ApiId", "RouteId", "RouteResponseKey"],
    moves: .with("RouteId"), attributes: ["RouteResponseId"],
    properties: [
      .init("ApiId", .text, .required),
      .init("ModelSelectionExpression", .text),
      .init("ResponseModels", .json(.text)),
      .init("ResponseParameters", .any),
      .init("RouteId", .text, .required),
      .init("RouteResponseKey", .words(["$default"]), .required),
    ])

  static let model = ResourceType(
    "AWS::ApiGatewayV2::Model", ref: .id("ModelId"), unique: ["ApiId", "Name"],
    attributes: ["ModelId"],
    properties: [
      .init("ApiId", .text, .required, key: "models"),
      .init("ContentType", .text, key: "contentType"),
      .init("Description", .text(0...1_024), key: "description"),
      .init("Name", .text, .required, key: "models"),
      .init("Schema", .document, .required, key: "schema"),
    ])
}
