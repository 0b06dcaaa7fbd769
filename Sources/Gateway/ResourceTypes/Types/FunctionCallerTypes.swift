/// Mappings, URLs and settings by which Lambda functions are called.
extension ResourceType {
  private static let schemaRegistry: PropertyForm = [
    .init(
      "AccessConfigs",
      .list([
        .init(
          "Type",
          .words([
            "BASIC_AUTH", "CLIENT_CERTIFICATE_TLS_AUTH", "SERVER_ROOT_CA_CERTIFICATE", "OAUTHBEARER_AUTH",
          ])), .init("URI", .text(1...10_000)),
      ])), .init("EventRecordFormat", .words(["JSON", "SOURCE"])),
    .init("SchemaRegistryURI", .text(1...10_000)),
    .init("SchemaValidationConfigs", .list([.init("Attribute", .words(["KEY", "VALUE"]))])),
  ]

  static let eventSourceMapping = ResourceType(
    "AWS::Lambda::EventSourceMapping",
    unique: ["FunctionName", "EventSourceArn", "Topics?", "Queues?", "DocumentDBEventSourceConfig?"],
    attributes: ["EventSourceMappingArn", "Id"],
    properties: [
      .init(
        "AmazonManagedKafkaEventSourceConfig",
        [
          .init("ConsumerGroupId", .text(1...200)),
          .init("SchemaRegistryConfig", schemaRegistry),
        ]),
      .init("BatchSize", .integer(1...10_000)),
      .init("BisectBatchOnFunctionError", .flag),
      .init("DestinationConfig", [.init("OnFailure", [.init("Destination", .text(12...1_024))])]),
      .init(
        "DocumentDBEventSourceConfig",
        [
          .init("CollectionName", .text(1...57)), .init("DatabaseName", .text(1...63)),
          .init("FullDocument", .words(["UpdateLookup", "Default"])),
        ]),
      .init("Enabled", .flag),
      .init("EventSourceArn", .text(12...1_024), needed: .unless("SelfManagedEventSource")),
      .init("FilterCriteria", [.init("Filters", .list([.init("Pattern", .text(0...4_096))]))]),
      .init("FunctionName", .text(1...140), .required),
      .init("FunctionResponseTypes", .list(.words(["ReportBatchItemFailures"]))),
      .init("KmsKeyArn", .text(12...2_048)),
      .init("LoggingConfig", [.init("SystemLogLevel", .words(["DEBUG", "INFO", "WARN"]))]),
      .init("MaximumBatchingWindowInSeconds", .integer(0...300)),
      .init("MaximumRecordAgeInSeconds", .integer(-1...604_800)),
      .init("MaximumRetryAttempts", .integer(-1...10_000)),
      .init("MetricsConfig", [.init("Metrics", .list(.words(["EventCount", "ErrorCount", "KafkaMetrics"])))]),
      .init("ParallelizationFactor", .integer(1...10)),
      .init(
        "ProvisionedPollerConfig",
        [
          .init("MaximumPollers", .integer(1...10_000)), .init("MinimumPollers", .integer(1...200)),
          .init("PollerGroupName", .text(0...128)),
        ]),
      .init("Queues", .list(.text(1...1_000))),
      .init("ScalingConfig", [.init("MaximumConcurrency", .integer(2...1_000))]),
      .init("SelfManagedEventSource", [.init("Endpoints", [.init("KafkaBootstrapServers", .list(.text(1...300)))])]),
      .init(
        "SelfManagedKafkaEventSourceConfig",
        [
          .init("ConsumerGroupId", .text(1...200)), .init("ConsumptionMode", .words(["Stream", "Queue"])),
          .init("SchemaRegistryConfig", schemaRegistry),
        ]),
      .init(
        "SourceAccessConfigurations",
        .list([
          .init(
            "Type",
            .words([
              "BASIC_AUTH", "VPC_SUBNET", "VPC_SECURITY_GROUP", "SASL_SCRAM_512_AUTH", "SASL_SCRAM_256_AUTH",
              "VIRTUAL_HOST", "CLIENT_CERTIFICATE_TLS_AUTH", "SERVER_ROOT_CA_CERTIFICATE", "OAUTHBEARER_AUTH",
              "OAUTHBEARER_SCOPE", "OAUTHBEARER_AUDIENCE", "OAUTHBEARER_LOGICAL_CLUSTER", "OAUTHBEARER_IDENTITY_POOL",
              "IAM_AUTH", "IAM_OAUTHBEARER_AUTH",
            ])), .init("URI", .text(1...200)),
        ])),
      .init("StartingPosition", .words(["AT_TIMESTAMP", "LATEST", "TRIM_HORIZON"])),
      .init("StartingPositionTimestamp", .number),
      .tags(.list([.init("Key", .text, .required), .init("Value", .text)])),
      .init("Topics", .list(.text(1...249))),
      .init("TumblingWindowInSeconds", .integer(0...900)),
    ])

  static let functionUrl = ResourceType(
    "AWS::Lambda::Url", unique: ["TargetFunctionArn", "Qualifier"],
    attributes: ["FunctionArn", "FunctionUrl"],
    properties: [
      .init("AuthType", .words(["AWS_IAM", "NONE"]), .required),
      .init(
        "Cors",
        [
          .init("AllowCredentials", .flag), .init("AllowHeaders", .list(.text(1...1_024))),
          .init("AllowMethods", .list(.words(["GET", "PUT", "HEAD", "POST", "PATCH", "DELETE", "*"]))),
          .init("AllowOrigins", .list(.text(1...253))), .init("ExposeHeaders", .list(.text(1...1_024))),
          .init("MaxAge", .integer(0...86_400)),
        ]),
      .init("InvokeMode", .words(["BUFFERED", "RESPONSE_STREAM"])),
      .init("Qualifier", .text(1...128)),
      .init("TargetFunctionArn", .text, .required),
    ])

  static let eventInvokeConfig = ResourceType(
    "AWS::Lambda::EventInvokeConfig",
    attributes: [],
    properties: [
      .init(
        "DestinationConfig",
        [
          .init("OnFailure", [.init("Destination", .text(0...350), .required)]),
          .init("OnSuccess", [.init("Destination", .text(0...350), .required)]),
        ]),
      .init("FunctionName", .text, .required),
      .init("MaximumEventAgeInSeconds", .integer(60...21_600)),
      .init("MaximumRetryAttempts", .integer(0...2)),
      .init("Qualifier", .text, .required),
    ])
}
