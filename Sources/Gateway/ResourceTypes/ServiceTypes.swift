/// Resources of AWS services that APIs call. Only the facts that the program needs are described.
extension ResourceType {
  static let queue = ResourceType(
    "AWS::SQS::Queue", ref: .url("QueueUrl"), unique: ["QueueName"], isComplete: false,
    properties: [
      .init("QueueName", .text),
      .tags(.tagList),
    ])

  static let topic = ResourceType(
    "AWS::SNS::Topic", ref: .arn("TopicArn"), unique: ["TopicName"], isComplete: false,
    properties: [
      .tags(.tagList),
      .init("TopicName", .text(0...256)),
    ])

  static let eventBus = ResourceType(
    "AWS::Events::EventBus", ref: .name("Name"), unique: ["Name"], isComplete: false,
    properties: [
      .init("Name", .text(1...256), .required),
      .tags(.tagList),
    ])

  static let stream = ResourceType(
    "AWS::Kinesis::Stream", ref: .name("Name"), unique: ["Name"], isComplete: false,
    attributes: ["Arn", "WarmThroughputObject"],
    properties: [
      .init("Name", .text(1...128)),
      .tags(.tagList),
    ])

  static let stateMachine = ResourceType(
    "AWS::StepFunctions::StateMachine", ref: .arn("Arn"), unique: ["StateMachineName"],
    isComplete: false, attributes: ["Arn", "Name", "StateMachineRevisionId"],
    properties: [
      .init(
        "DefinitionS3Location",
        [
          .init("Bucket", .text, .required),
          .init("Key", .text, .required),
          .init("Version", .text),
        ], .localPath),
      .init("StateMachineName", .text(1...80)),
      .tags(.tagList),
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
