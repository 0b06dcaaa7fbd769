/// Types that WebSocket APIs share with REST APIs: API keys, usage plans, client certificates, account settings.
extension ResourceType {
  static let account = ResourceType(
    "AWS::ApiGateway::Account", ref: .id("Id"), attributes: ["Id"],
    properties: [
      .init("CloudWatchRoleArn", .text, key: "logRole")
    ])

  static let apiKey = ResourceType(
    "AWS::ApiGateway::ApiKey", ref: .id("APIKeyId"), unique: ["Name"], attributes: ["APIKeyId"],
    properties: [
      .init("CustomerId", .text, key: "customerId"),
      .init("Description", .text, key: "description"),
      .init("Enabled", .flag, key: "enabled"),
      .init("GenerateDistinctId", .flag, key: "generateDistinctId"),
      .init("Name", .text, key: "name"),
      .init("StageKeys", .list([.init("RestApiId", .text), .init("StageName", .text)])),
      .tags(.tagList),
      .init("Value", .text, key: "value"),
    ])

  static let clientCertificate = ResourceType(
    "AWS::ApiGateway::ClientCertificate", ref: .id("ClientCertificateId"),
    attributes: ["ClientCertificateId"],
    properties: [
      .init("Description", .text),
      .tags(.tagList),
    ])

  static let usagePlan = ResourceType(
    "AWS::ApiGateway::UsagePlan", ref: .id("Id"), attributes: ["Id"],
    properties: [
      .init(
        "ApiStages",
        .list([
          .init("ApiId", .text),
          .init("Stage", .text),
          .init("Throttle", .map([.init("BurstLimit", .integer), .init("RateLimit", .number)])),
        ]), key: "stages"),
      .init("Description", .text, key: "description"),
      .init("Quota", [.init("Limit", .integer), .init("Offset", .integer), .init("Period", .text)], key: "quota"),
      .tags(.tagList),
      .init("Throttle", [.init("BurstLimit", .integer), .init("RateLimit", .number)], key: "throttle"),
      .init("UsagePlanName", .text, key: "name"),
    ])

  static let usagePlanKey = ResourceType(
    "AWS::ApiGateway::UsagePlanKey", ref: .id("Id"), unique: ["UsagePlanId", "KeyId"], attributes: ["Id"],
    properties: [
      .init("KeyId", .text, .required),
      .init("KeyType", .words(["API_KEY"]), .required),
      .init("UsagePlanId", .text, .required),
    ])

  static let restApi = ResourceType(
    "AWS::ApiGateway::RestApi", ref: .id("RestApiId"), isComplete: false,
    attributes: ["RestApiId", "RootResourceId"],
    properties: [
      .init(
        "BodyS3Location",
        [
          .init("Bucket", .text),
          .init("ETag", .text),
          .init("Key", .text),
          .init("Version", .text),
        ], .localPath),
      .tags(.tagList),
    ])
}
