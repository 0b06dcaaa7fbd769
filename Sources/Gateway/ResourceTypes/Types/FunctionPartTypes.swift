/// Parts of Lambda functions.
extension ResourceType {
  static let alias = ResourceType(
    "AWS::Lambda::Alias", ref: .arn("AliasArn"), unique: ["FunctionName", "Name"], moves: .with("FunctionName"),
    attributes: ["AliasArn"],
    properties: [
      .init("Description", .text(0...256)),
      .init("FunctionName", .text, .required),
      .init("FunctionVersion", .text(0...1_024, .version), .required),
      .init("Name", .text(1...128), .required),
      .init("ProvisionedConcurrencyConfig", [.init("ProvisionedConcurrentExecutions", .integer, .required)]),
      .init(
        "RoutingConfig",
        [
          .init(
            "AdditionalVersionWeights",
            .list([
              .init("FunctionVersion", .text, .required),
              .init("FunctionWeight", .number, .required),
            ]))
        ]),
    ])

  static let layerVersion = ResourceType(
    "AWS::Lambda::LayerVersion", ref: .arn("LayerVersionArn"), attributes: ["LayerVersionArn"],
    properties: [
      .init("CompatibleArchitectures", .list(.words(["arm64", "x86_64"]))),
      .init(
        "CompatibleRuntimes",
        .list(
          .words([
            "dotnet10", "dotnet6", "dotnet8", "dotnetcore1.0", "dotnetcore2.0", "dotnetcore2.1", "dotnetcore3.1",
            "go1.x", "java11", "java11.al2023", "java17", "java17.al2023", "java21", "java25", "java8", "java8.al2",
            "java8.al2023", "nodejs", "nodejs10.x", "nodejs12.x", "nodejs14.x", "nodejs16.x", "nodejs18.x",
            "nodejs20.x", "nodejs22.x", "nodejs24.x", "nodejs26.x", "nodejs4.3", "nodejs4.3-edge", "nodejs6.10",
            "nodejs8.10", "provided", "provided.al2", "provided.al2023", "python2.7", "python3.10", "python3.11",
            "python3.12", "python3.13", "python3.14", "python3.15", "python3.6", "python3.7", "python3.8", "python3.9",
            "ruby2.5", "ruby2.7", "ruby3.2", "ruby3.3", "ruby3.4", "ruby4.0",
          ]))),
      .init(
        "Content",
        [
          .init("S3Bucket", .text(3...63), .required),
          .init("S3Key", .text(1...1_024), .required),
          .init("S3ObjectStorageMode", .words(["COPY", "REFERENCE"])),
          .init("S3ObjectVersion", .text(1...1_024)),
        ], [.required, .localPath]),
      .init("Description", .text(0...256)),
      .init("LayerName", .text(1...140)),
      .init("LicenseInfo", .text(0...512)),
    ])

  static let permission = ResourceType(
    "AWS::Lambda::Permission", ref: .id("Id"), moves: .first, attributes: ["Id"],
    properties: [
      .init("Action", .text(1...256), .required),
      .init("EventSourceToken", .text(1...256)),
      .init("FunctionName", .text(1...140), .required),
      .init("FunctionUrlAuthType", .words(["AWS_IAM", "NONE"])),
      .init("InvokedViaFunctionUrl", .flag),
      .init("Principal", .text(1...256), .required),
      .init("PrincipalOrgID", .text(12...34)),
      .init("SourceAccount", .text(12...12, .digits)),
      .init("SourceArn", .text(12...1_024)),
    ])

  static let version = ResourceType(
    "AWS::Lambda::Version", ref: .arn("FunctionArn"), moves: .with("FunctionName"),
    attributes: ["FunctionArn", "Version"],
    properties: [
      .init("CodeSha256", .text),
      .init("Description", .text(0...256)),
      .init("FunctionName", .text(1...140), .required),
      .init(
        "FunctionScalingConfig",
        [
          .init("MaxExecutionEnvironments", .integer(0...15_000)),
          .init("MinExecutionEnvironments", .integer(0...15_000)),
        ]),
      .init(
        "ProvisionedConcurrencyConfig", [.init("ProvisionedConcurrentExecutions", .integer, .required)]),
      .init(
        "RuntimePolicy", [.init("RuntimeVersionArn", .text), .init("UpdateRuntimeOn", .text, .required)]),
    ])
}
