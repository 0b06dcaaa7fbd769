/// Stages and deployments of APIs.
extension ResourceType {
  static let stage = ResourceType(
    "AWS::ApiGatewayV2::Stage", ref: .name("StageName"), unique: ["ApiId", "StageName"], attributes: [],
    properties: [
      .init("AccessLogSettings", .object(accessLogSettings), key: "accessLogs"),
      .init("ApiId", .text, .required, key: "stages"),
      .init("AutoDeploy", .flag, key: "autoDeploy"),
      .init("ClientCertificateId", .text, .webSocket, key: "clientCertificate"),
      .init("DefaultRouteSettings", .object(routeSettings), key: "throttle"),
      .init("DeploymentId", .text, key: "autoDeploy"),
      .init("Description", .text(0...1_024), key: "description"),
      .init("RouteSettings", .json(.object(routeSettings)), key: "routes"),
      .init("StageName", .text(1...128), .required, key: "name"),
      .init("StageVariables", .json(.text), key: "variables"),
      .tags(.tagMap),
    ])

  static let accessLogSettings: [Property] = [.init("DestinationArn", .text), .init("Format", .text)]

  static let routeSettings: [Property] = [
    .init("DataTraceEnabled", .flag),
    .init("DetailedMetricsEnabled", .flag),
    .init("LoggingLevel", .words(["ERROR", "INFO", "OFF"])),
    .init("ThrottlingBurstLimit", .signedInteger),
    .init("ThrottlingRateLimit", .number),
  ]

  static let deployment = ResourceType(
    "AWS::ApiGatewayV2::Deployment", ref: .id("DeploymentId"), attributes: ["DeploymentId"],
    properties: [
      .init("ApiId", .text, .required),
      .init("Description", .text(0...1_024)),
      .init("StageName", .text),
    ])
}
