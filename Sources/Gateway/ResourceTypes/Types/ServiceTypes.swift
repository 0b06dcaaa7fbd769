/// Resources of AWS services that APIs call. Only the facts that the program needs are described.
extension ResourceType {
  static let queue = ResourceType(
    "AWS::SQS::Queue", ref: .url("QueueUrl"), unique: ["QueueName"],
    attributes: ["Arn", "QueueName", "QueueUrl"],
    readable: [
      "ContentBasedDeduplication", "DeduplicationScope", "DelaySeconds", "FifoQueue", "FifoThroughputLimit",
      "KmsDataKeyReusePeriodSeconds", "KmsMasterKeyId", "MaximumMessageSize", "MessageRetentionPeriod",
      "ReceiveMessageWaitTimeSeconds", "RedrivePolicy.deadLetterTargetArn", "RedrivePolicy.maxReceiveCount",
      "SqsManagedSseEnabled", .list("Tags"), "VisibilityTimeout",
    ],
    properties: [
      .init("ContentBasedDeduplication", .flag),
      .init("DeduplicationScope", .text),
      .init("DelaySeconds", .integer(0...900)),
      .init("FifoQueue", .flag),
      .init("FifoThroughputLimit", .text),
      .init("KmsDataKeyReusePeriodSeconds", .integer(60...86_400)),
      .init("KmsMasterKeyId", .text),
      .init("MaximumMessageSize", .integer(1_024...1_048_576)),
      .init("MessageRetentionPeriod", .integer(60...1_209_600)),
      // Source: SQS's CreateQueue.
      .init("QueueName", .text(1...80, .letters(and: "-_."))),
      .init("ReceiveMessageWaitTimeSeconds", .integer(0...20)),
      .init("RedriveAllowPolicy", .document),
      .init("RedrivePolicy", .document),
      .init("SqsManagedSseEnabled", .flag),
      .tags(.tagList),
      .init("VisibilityTimeout", .integer(0...43_200)),
    ])

  static let topic = ResourceType(
    "AWS::SNS::Topic", ref: .arn("TopicArn"), unique: ["TopicName"],
    attributes: ["TopicArn", "TopicName"],
    readable: [
      "ContentBasedDeduplication", .list("DeliveryStatusLogging"), "DisplayName", "FifoThroughputScope", "FifoTopic",
      "KmsMasterKeyId", "MaximumMessageSize", "SignatureVersion", .list("Subscription"), .list("Tags"), "TracingConfig",
    ],
    properties: [
      .init("ArchivePolicy", .document),
      .init("ContentBasedDeduplication", .flag),
      .init("DataProtectionPolicy", .document),
      .init(
        "DeliveryStatusLogging",
        .list([
          .init("FailureFeedbackRoleArn", .text),
          .init("Protocol", .words(["application", "firehose", "http/s", "lambda", "sqs"]), .required),
          .init("SuccessFeedbackRoleArn", .text), .init("SuccessFeedbackSampleRate", .text),
        ])),
      .init("DisplayName", .text),
      .init("FifoThroughputScope", .text),
      .init("FifoTopic", .flag),
      .init("KmsMasterKeyId", .text),
      .init("MaximumMessageSize", .integer(1_024...1_048_576)),
      .init("SignatureVersion", .text),
      .init("Subscription", .list([.init("Endpoint", .text, .required), .init("Protocol", .text, .required)])),
      .tags(.tagList),
      // Source: SNS's CreateTopic.
      .init("TopicName", .text(0...256, .letters(and: "-_."))),
      .init("TracingConfig", .text),
    ])

  static let eventBus = ResourceType(
    "AWS::Events::EventBus", ref: .name("Name"), unique: ["Name"],
    attributes: ["Arn", "Name"],
    readable: [
      "DeadLetterConfig.Arn", "Description", "EventSourceName", "KmsKeyIdentifier", "LogConfig.IncludeDetail",
      "LogConfig.Level", .list("Tags"),
    ],
    properties: [
      .init("DeadLetterConfig", [.init("Arn", .text)]),
      .init("Description", .text),
      .init("EventSourceName", .text(1...256)),
      .init("KmsKeyIdentifier", .text),
      .init(
        "LogConfig",
        [
          .init("IncludeDetail", .words(["FULL", "NONE"])), .init("Level", .words(["ERROR", "INFO", "OFF", "TRACE"])),
        ]),
      .init("Name", .text(1...256, .letters(and: "/.-_")), .required),
      .init("Policy", .document),
      .tags(.tagList),
    ])

  static let stream = ResourceType(
    "AWS::Kinesis::Stream", ref: .name("Name"), unique: ["Name"],
    attributes: ["Arn", "WarmThroughputObject"],
    properties: [
      .init(
        "DesiredShardLevelMetrics",
        .list(
          .words([
            "ALL", "IncomingBytes", "IncomingRecords", "IteratorAgeMilliseconds", "OutgoingBytes", "OutgoingRecords",
            "ReadProvisionedThroughputExceeded", "WriteProvisionedThroughputExceeded",
          ]))),
      .init("MaxRecordSizeInKiB", .integer(1_024...10_240)),
      .init("Name", .text(1...128, .letters(and: "_.-"))),
      .init("RecordDistributionStrategy", .words(["AUTO", "USER_PARTITION_KEY"])),
      .init("RetentionPeriodHours", .integer(1...8_760)),
      .init("ShardCount", .integer(1...100_000)),
      .init(
        "StreamEncryption",
        [.init("EncryptionType", .words(["KMS"]), .required), .init("KeyId", .text(1...2_048), .required)]),
      .init("StreamModeDetails", [.init("StreamMode", .words(["ON_DEMAND", "PROVISIONED"]), .required)]),
      .tags(.tagList),
      .init("WarmThroughputMiBps", .integer),
    ])

  static let stateMachine = ResourceType(
    "AWS::StepFunctions::StateMachine", ref: .arn("Arn"), unique: ["StateMachineName"],
    attributes: ["Arn", "Name", "StateMachineRevisionId"],
    properties: [
      .init("Definition", .map(.any)),
      .init(
        "DefinitionS3Location",
        [
          .init("Bucket", .text, .required),
          .init("Key", .text, .required),
          .init("Version", .text),
        ], .localPath),
      .init("DefinitionString", .text(1...1_048_576)),
      .init("DefinitionSubstitutions", .map(.any)),
      .init(
        "EncryptionConfiguration",
        [
          .init("KmsDataKeyReusePeriodSeconds", .integer(60...900)), .init("KmsKeyId", .text),
          .init("Type", .words(["AWS_OWNED_KEY", "CUSTOMER_MANAGED_KMS_KEY"]), .required),
        ]),
      .init(
        "LoggingConfiguration",
        [
          .init("Destinations", .list(.any)), .init("IncludeExecutionData", .flag),
          .init("Level", .words(["ALL", "ERROR", "FATAL", "OFF"])),
        ]),
      .init("RoleArn", .text(1...256), .required),
      .init("StateMachineName", .text(1...80)),
      .init("StateMachineType", .words(["EXPRESS", "STANDARD"])),
      .tags(.tagList),
      .init("TracingConfiguration", [.init("Enabled", .flag)]),
    ])

  static let stateMachineAlias = ResourceType(
    "AWS::StepFunctions::StateMachineAlias", ref: .arn("Arn"), isComplete: false,
    attributes: ["Arn"])

  static let stateMachineVersion = ResourceType(
    "AWS::StepFunctions::StateMachineVersion", ref: .arn("Arn"), isComplete: false,
    attributes: ["Arn"])

  static let configurationApplication = ResourceType(
    "AWS::AppConfig::Application", ref: .id("ApplicationId"), isComplete: false,
    attributes: ["ApplicationId"],
    properties: [
      .tags(.tagList)
    ])

  static let configurationEnvironment = ResourceType(
    "AWS::AppConfig::Environment", ref: .id("EnvironmentId"), isComplete: false,
    attributes: ["EnvironmentId"],
    properties: [
      .tags(.tagList)
    ])

  static let configurationProfile = ResourceType(
    "AWS::AppConfig::ConfigurationProfile", ref: .id("ConfigurationProfileId"),
    isComplete: false, attributes: ["ConfigurationProfileId", "KmsKeyArn"],
    properties: [
      .tags(.list([.init("Key", .text), .init("Value", .text)]))
    ])
}
