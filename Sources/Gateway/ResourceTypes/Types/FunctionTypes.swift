/// Lambda functions.
extension ResourceType {
  static let function = ResourceType(
    "AWS::Lambda::Function", ref: .name("FunctionName"), unique: ["FunctionName"],
    moves: .later,
    attributes: ["Arn", "SnapStartResponse.ApplyOn", "SnapStartResponse.OptimizationStatus"],
    properties: [
      .init("Architectures", .list(.words(["x86_64", "arm64"])), key: "architecture"),
      .init(
        "CapacityProviderConfig",
        [
          .init(
            "LambdaManagedInstancesCapacityProviderConfig",
            [
              .init("CapacityProviderArn", .text(1...140), .required),
              .init("ExecutionEnvironmentMemoryGiBPerVCpu", .number(2...8)),
              .init("PerExecutionEnvironmentMaxConcurrency", .integer(1...1_600)),
            ], .required)
        ]),
      .init(
        "Code",
        [
          .init("ImageUri", .text),
          .init("S3Bucket", .text(3...63)),
          .init("S3Key", .text(1...1_024)),
          .init("S3ObjectStorageMode", .words(["COPY", "REFERENCE"])),
          .init("S3ObjectVersion", .text(1...1_024)),
          .init("SourceKMSKeyArn", .text),
          .init("ZipFile", .text),
        ], [.required, .localPath], key: "code"),
      .init("CodeSigningConfigArn", .text(0...200)),
      .init("DeadLetterConfig", [.init("TargetArn", .text)]),
      .init("Description", .text(0...256), key: "description"),
      .init(
        "DurableConfig",
        [
          .init("ExecutionTimeout", .integer(1...31_622_400), .required),
          .init("KMSKeyArn", .text),
          .init("RetentionPeriodInDays", .integer(1...90)),
        ]),
      .init("Environment", [.init("Variables", .map(.text))], key: "environment"),
      .init("EphemeralStorage", [.init("Size", .integer(512...32_768), .required)], key: "ephemeralStorage"),
      .init(
        "FileSystemConfigs",
        .list([
          .init("Arn", .text(0...200), .required), .init("LocalMountPath", .text(0...160), .required),
          .init("S3FilesConfig", .any),
        ])),
      .init("FunctionName", .text, key: "name"),
      .init(
        "FunctionScalingConfig",
        [
          .init("MaxExecutionEnvironments", .integer(0...15_000)),
          .init("MinExecutionEnvironments", .integer(0...15_000)),
        ]),
      .init("Handler", .text(0...128, .withoutSpaces), key: "handler", needed: .unless("PackageType")),
      .init(
        "ImageConfig",
        [
          .init("Command", .texts),
          .init("EntryPoint", .texts),
          .init("WorkingDirectory", .text(0...1_000)),
        ]),
      .init("KmsKeyArn", .text),
      .init("Layers", .texts, key: "layers"),
      .init(
        "LoggingConfig",
        [
          .init("ApplicationLogLevel", .words(["TRACE", "DEBUG", "INFO", "WARN", "ERROR", "FATAL"])),
          .init("LogFormat", .words(["Text", "JSON"])),
          .init("LogGroup", .text(1...512), key: "logs"),
          .init("SystemLogLevel", .words(["DEBUG", "INFO", "WARN"])),
        ], key: "logs"),
      .init("MemorySize", .integer(128...32_768), key: "memory"),
      .init("PackageType", .words(["Image", "Zip"]), key: "code"),
      .init("PublishToLatestPublished", .flag),
      .init("RecursiveLoop", .words(["Allow", "Terminate"])),
      .init("ReservedConcurrentExecutions", .integer, key: "reservedConcurrency"),
      .init("Role", .text, .required, key: "role"),
      .init("Runtime", .text, key: "runtime", needed: .unless("PackageType")),
      .init(
        "RuntimeManagementConfig",
        [
          .init("RuntimeVersionArn", .text),
          .init("UpdateRuntimeOn", .words(["Auto", "FunctionUpdate", "Manual"]), .required),
        ]),
      .init("SnapStart", [.init("ApplyOn", .words(["PublishedVersions", "None"]), .required)]),
      .tags(.list([.init("Key", .text, .required), .init("Value", .text)])),
      .init("TenancyConfig", [.init("TenantIsolationMode", .words(["PER_TENANT"]), .required)]),
      .init("Timeout", .integer(1...5_400), key: "timeout"),
      .init("TracingConfig", [.init("Mode", .words(["Active", "PassThrough"]))], key: "tracing"),
      .init(
        "VpcConfig",
        [
          .init("Ipv6AllowedForDualStack", .flag),
          .init("SecurityGroupIds", .list(.text(0...1_024)), .together, key: "securityGroups"),
          .init("SubnetIds", .list(.text(0...1_024)), .together, key: "subnets"),
        ], key: "vpc"),
    ])
}
