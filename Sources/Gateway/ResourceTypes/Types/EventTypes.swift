/// Rules, schedules and subscriptions that send events.
extension ResourceType {
  static let eventRule = ResourceType(
    "AWS::Events::Rule", ref: .name("RuleName"), unique: ["EventBusName?", "Name"],
    attributes: ["Arn", "RuleName"],
    properties: [
      .init("Description", .text(0...512)),
      .init("EventBusName", .text(1...1_600, .letters(and: "/.-_:"))),
      .init("EventPattern", .document),
      .init("Name", .text(1...64, .letters(and: ".-_"))),
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
            ]), .init("Id", .text(1...64, .letters(and: ".-_")), .required), .init("Input", .text(0...8_192)),
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
      .init("GroupName", .text(1...64, .letters(and: "-_."))),
      .init("KmsKeyArn", .text(1...2_048)),
      .init("Name", .text(1...64, .letters(and: "-_."))),
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

  static let eventConnection = ResourceType(
    "AWS::Events::Connection", isComplete: false,
    properties: [.init("AuthorizationType", .words(["API_KEY", "BASIC", "OAUTH_CLIENT_CREDENTIALS"]))])

  static let eventDestination = ResourceType(
    "AWS::Events::ApiDestination", isComplete: false,
    properties: [
      .init("ConnectionArn", .text, .required),
      .init("HttpMethod", .words(["DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT"]), .required),
      .init("InvocationEndpoint", .text, .required),
    ])

  static let pipe = ResourceType(
    "AWS::Pipes::Pipe", isComplete: false,
    properties: [
      .init("DesiredState", .words(["RUNNING", "STOPPED"])),
      .init(
        "LogConfiguration",
        [
          .init("CloudwatchLogsLogDestination", .any), .init("FirehoseLogDestination", .any),
          .init("IncludeExecutionData", .list(.words(["ALL"]))),
          .init("Level", .words(["ERROR", "INFO", "OFF", "TRACE"])), .init("S3LogDestination", .any),
        ]),
      .init("RoleArn", .text, .required),
      .init("Source", .text, .required),
      .tags(.tagMap),
      .init("Target", .text, .required),
    ])
}
