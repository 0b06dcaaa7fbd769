/// Mappings, URLs, schedules, rules and subscriptions that call Lambda functions.
extension ResourceType {
  static let eventSourceMapping = ResourceType(
    "AWS::Lambda::EventSourceMapping",
    unique: ["FunctionName", "EventSourceArn", "Topics?", "Queues?", "DocumentDBEventSourceConfig?"],
    attributes: ["EventSourceMappingArn", "Id"],
    properties: [
      .init(
        "AmazonManagedKafkaEventSourceConfig",
        [
          .init("ConsumerGroupId", .text(1...200)),
          .init(
            "SchemaRegistryConfig",
            [
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
            ]),
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
      .init("EventSourceArn", .text(12...1_024)),
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
          .init(
            "SchemaRegistryConfig",
            [
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
            ]),
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
      .init("StartingPosition", .text(6...12)),
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

  static let eventRule = ResourceType(
    "AWS::Events::Rule", unique: ["EventBusName?", "Name"],
    attributes: ["Arn", "RuleName"],
    properties: [
      .init("Description", .text(0...512)),
      .init("EventBusName", .text(1...1_600)),
      .init("EventPattern", .document),
      .init("Name", .text(1...64)),
      .init("RoleArn", .text(1...1_600)),
      .init("ScheduleExpression", .text(0...256)),
      .init("State", .words(["DISABLED", "ENABLED", "ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS"])),
      .tags(.list([.init("Key", .text), .init("Value", .text)])),
      .init(
        "Targets",
        .list([
          .init("AppSyncParameters", [.init("GraphQLOperation", .text, .required)]),
          .init("Arn", .text(1...1_600), .required),
          .init(
            "BatchParameters",
            [
              .init("ArrayProperties", [.init("Size", .integer)]), .init("JobDefinition", .text, .required),
              .init("JobName", .text, .required), .init("RetryStrategy", [.init("Attempts", .integer)]),
            ]), .init("DeadLetterConfig", [.init("Arn", .text(1...1_600))]),
          .init(
            "EcsParameters",
            [
              .init(
                "CapacityProviderStrategy",
                .list([
                  .init("Base", .integer(0...100_000)), .init("CapacityProvider", .text(1...255), .required),
                  .init("Weight", .integer(0...1_000)),
                ])), .init("EnableECSManagedTags", .flag), .init("EnableExecuteCommand", .flag), .init("Group", .text),
              .init("LaunchType", .words(["EC2", "EXTERNAL", "FARGATE"])),
              .init(
                "NetworkConfiguration",
                [
                  .init(
                    "AwsVpcConfiguration",
                    [
                      .init("AssignPublicIp", .words(["DISABLED", "ENABLED"])), .init("SecurityGroups", .texts),
                      .init("Subnets", .texts, .required),
                    ])
                ]),
              .init(
                "PlacementConstraints",
                .list([.init("Expression", .text(0...2_000)), .init("Type", .words(["distinctInstance", "memberOf"]))])),
              .init("PlacementStrategies", .list([.init("Field", .text), .init("Type", .text)])),
              .init("PlatformVersion", .text), .init("PropagateTags", .words(["TASK_DEFINITION"])),
              .init("ReferenceId", .text(0...1_024)),
              .init("TagList", .list([.init("Key", .text(1...128)), .init("Value", .text(0...256))])),
              .init("TaskCount", .integer), .init("TaskDefinitionArn", .text(1...1_600), .required),
            ]),
          .init(
            "HttpParameters",
            [
              .init("HeaderParameters", .map(.text)), .init("PathParameterValues", .texts),
              .init("QueryStringParameters", .map(.text)),
            ]), .init("Id", .text(1...64), .required), .init("Input", .text(0...8_192)),
          .init("InputPath", .text(0...256)),
          .init(
            "InputTransformer",
            [.init("InputPathsMap", .map(.text)), .init("InputTemplate", .text(1...8_192), .required)]),
          .init("KinesisParameters", [.init("PartitionKeyPath", .text(0...256), .required)]),
          .init(
            "RedshiftDataParameters",
            [
              .init("Database", .text(1...64), .required), .init("DbUser", .text(1...128)),
              .init("SecretManagerArn", .text(1...1_600)), .init("Sql", .text(1...100_000)), .init("Sqls", .texts),
              .init("StatementName", .text(1...500)), .init("WithEvent", .flag),
            ]),
          .init(
            "RetryPolicy",
            [
              .init("MaximumEventAgeInSeconds", .integer(60...86_400)),
              .init("MaximumRetryAttempts", .integer(0...185)),
            ]), .init("RoleArn", .text(1...1_600)),
          .init(
            "RunCommandParameters",
            [
              .init(
                "RunCommandTargets",
                .list([.init("Key", .text(1...128), .required), .init("Values", .list(.text(1...256)), .required)]),
                .required)
            ]),
          .init(
            "SageMakerPipelineParameters",
            [
              .init(
                "PipelineParameterList",
                .list([.init("Name", .text(1...256), .required), .init("Value", .text(0...1_024), .required)]))
            ]), .init("SqsParameters", [.init("MessageGroupId", .text, .required)]),
        ])),
    ])

  static let schedule = ResourceType(
    "AWS::Scheduler::Schedule", unique: ["GroupName?", "Name"],
    attributes: ["Arn"],
    properties: [
      .init("Description", .text(0...512)),
      .init("EndDate", .text),
      .init(
        "FlexibleTimeWindow",
        [.init("MaximumWindowInMinutes", .number(1...1_440)), .init("Mode", .words(["OFF", "FLEXIBLE"]), .required)],
        .required),
      .init("GroupName", .text(1...64)),
      .init("KmsKeyArn", .text(1...2_048)),
      .init("Name", .text(1...64)),
      .init("ScheduleExpression", .text(1...256), .required),
      .init("ScheduleExpressionTimezone", .text(1...50)),
      .init("StartDate", .text),
      .init("State", .words(["ENABLED", "DISABLED"])),
      .init(
        "Target",
        [
          .init("Arn", .text(1...1_600), .required), .init("DeadLetterConfig", [.init("Arn", .text(1...1_600))]),
          .init(
            "EcsParameters",
            [
              .init(
                "CapacityProviderStrategy",
                .list([
                  .init("Base", .number(0...100_000)), .init("CapacityProvider", .text(1...255), .required),
                  .init("Weight", .number(0...1_000)),
                ])), .init("EnableECSManagedTags", .flag), .init("EnableExecuteCommand", .flag),
              .init("Group", .text(1...255)), .init("LaunchType", .words(["EC2", "FARGATE", "EXTERNAL"])),
              .init(
                "NetworkConfiguration",
                [
                  .init(
                    "AwsvpcConfiguration",
                    [
                      .init("AssignPublicIp", .words(["ENABLED", "DISABLED"])),
                      .init("SecurityGroups", .list(.text(1...1_000))),
                      .init("Subnets", .list(.text(1...1_000)), .required),
                    ])
                ]),
              .init(
                "PlacementConstraints",
                .list([.init("Expression", .text(0...2_000)), .init("Type", .words(["distinctInstance", "memberOf"]))])),
              .init(
                "PlacementStrategy",
                .list([.init("Field", .text(0...255)), .init("Type", .words(["random", "spread", "binpack"]))])),
              .init("PlatformVersion", .text(1...64)), .init("PropagateTags", .words(["TASK_DEFINITION"])),
              .init("ReferenceId", .text(0...1_024)), .init("Tags", .list(.map(.text(1...256)))),
              .init("TaskCount", .number(1...10)), .init("TaskDefinitionArn", .text(1...1_600), .required),
            ]),
          .init(
            "EventBridgeParameters",
            [.init("DetailType", .text(1...128), .required), .init("Source", .text(1...256), .required)]),
          .init("Input", .text), .init("KinesisParameters", [.init("PartitionKey", .text(1...256), .required)]),
          .init(
            "RetryPolicy",
            [.init("MaximumEventAgeInSeconds", .number(60...86_400)), .init("MaximumRetryAttempts", .number(0...185))]),
          .init("RoleArn", .text(1...1_600), .required),
          .init(
            "SageMakerPipelineParameters",
            [
              .init(
                "PipelineParameterList",
                .list([.init("Name", .text(1...256), .required), .init("Value", .text(1...1_024), .required)]))
            ]), .init("SqsParameters", [.init("MessageGroupId", .text(1...128))]),
        ], .required),
    ])

  static let subscription = ResourceType(
    "AWS::SNS::Subscription",
    attributes: ["Arn"],
    properties: [
      .init("DeliveryPolicy", .document),
      .init("Endpoint", .text),
      .init("FilterPolicy", .document),
      .init("FilterPolicyScope", .text),
      .init("Protocol", .text, .required),
      .init("RawMessageDelivery", .flag),
      .init("RedrivePolicy", .document),
      .init("Region", .text),
      .init("ReplayPolicy", .document),
      .init("SubscriptionRoleArn", .text),
      .init("TopicArn", .text, .required),
    ])
}
