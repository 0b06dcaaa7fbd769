/// APIs.
extension ResourceType {
  static let api = ResourceType(
    "AWS::ApiGatewayV2::Api", ref: .id("ApiId"), quota: (600, "APIs"),
    attributes: ["ApiEndpoint", "ApiId", "ExecuteApiArn"],
    properties: [
      .init("ApiKeySelectionExpression", .text, .webSocket, key: "apiKeySelectionExpression"),
      .init("BasePath", .words(["ignore", "prepend", "split"]), .http, key: "openapi"),
      .init("Body", .document, .http, key: "openapi"),
      .init(
        "BodyS3Location",
        [
          .init("Bucket", .text),
          .init("Etag", .text),
          .init("Key", .text),
          .init("Version", .text),
        ], .http, key: "openapi"),
      .init(
        "CorsConfiguration",
        [
          .init("AllowCredentials", .flag),
          .init("AllowHeaders", .texts),
          .init("AllowMethods", .list(.anyCase(CorsMethod.allCases.map(\.rawValue)))),
          .init("AllowOrigins", .texts),
          .init("ExposeHeaders", .texts),
          .init("MaxAge", .integer(-1...86_400)),
        ], .http, key: "cors"),
      .init("CredentialsArn", .text, .http),
      .init("Description", .text(0...1_024), key: "description"),
      .init("DisableExecuteApiEndpoint", .flag, key: "disableExecuteApiEndpoint"),
      .init("DisableSchemaValidation", .flag, .webSocket, key: "disableSchemaValidation"),
      .init("FailOnWarnings", .flag, .http, key: "openapi"),
      .init("IpAddressType", .words(["ipv4", "dualstack"]), key: "ipAddressType"),
      .init("Name", .text(1...128), key: "name", needed: .unless("Body", "BodyS3Location")),
      .init(
        "ProtocolType", .words(["HTTP", "WEBSOCKET"]), key: "type",
        needed: .unless("Body", "BodyS3Location")),
      .init("RouteKey", .text, .http),
      .init("RouteSelectionExpression", .text, key: "routeSelectionExpression", needed: .of(.websocket)),
      .tags(.tagMap),
      .init("Target", .text, .http),
      .init("Version", .text(1...64), key: "apiVersion"),
    ])

  static let managedOverrides = ResourceType(
    "AWS::ApiGatewayV2::ApiGatewayManagedOverrides", ref: .id("ApiId"), unique: ["ApiId"], attributes: ["Id"],
    properties: [
      .init("ApiId", .text, .required),
      .init(
        "Integration",
        [
          .init("Description", .text(0...1_024)),
          .init("IntegrationMethod", .words(HttpMethod.names)),
          .init("PayloadFormatVersion", .words(["1.0", "2.0"])),
          .init("TimeoutInMillis", .integer),
        ]),
      .init(
        "Route",
        [
          .init("AuthorizationScopes", .texts),
          .init("AuthorizationType", .text),
          .init("AuthorizerId", .text),
          .init("OperationName", .text(1...64)),
          .init("Target", .text),
        ]),
      .init(
        "Stage",
        [
          .init("AccessLogSettings", .object(accessLogSettings)),
          .init("AutoDeploy", .flag),
          .init(
            "DefaultRouteSettings",
            [
              .init("DetailedMetricsEnabled", .flag), .init("ThrottlingBurstLimit", .signedInteger),
              .init("ThrottlingRateLimit", .number),
            ]),
          .init("Description", .text(0...1_024)),
          .init("RouteSettings", .json(.object(routeSettings))),
          .init("StageVariables", .json(.text)),
        ]),
    ])

  static let portalProduct = ResourceType(
    "AWS::ApiGatewayV2::PortalProduct", ref: .arn("PortalProductArn"),
    attributes: ["LastModified", "PortalProductArn", "PortalProductId"],
    properties: [
      .init("Description", .text(0...1_024)),
      .init("DisplayName", .text(1...255), .required),
      .tags(.tagList),
    ])
}
