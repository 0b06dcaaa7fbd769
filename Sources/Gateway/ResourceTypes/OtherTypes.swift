/// Other types. Only the facts that the program needs are described.
extension ResourceType {
  static let stack = ResourceType(
    "AWS::CloudFormation::Stack", ref: .arn("StackId"), isComplete: false,
    properties: [
      .tags(.tagList),
      .init("TemplateURL", .text(1...1_024), [.required, .localPath]),
    ])

  static let key = ResourceType(
    "AWS::KMS::Key", ref: .id("KeyId"), isComplete: false, attributes: ["Arn", "KeyId"],
    properties: [
      .tags(.tagList)
    ])

  static let secret = ResourceType(
    "AWS::SecretsManager::Secret", ref: .arn("Id"), unique: ["Name"], isComplete: false,
    attributes: ["Id"],
    properties: [
      .init("Name", .text(0...512)),
      .tags(.tagList),
    ])

  static let table = ResourceType(
    "AWS::DynamoDB::Table", ref: .name("TableName"), unique: ["TableName"], isComplete: false,
    attributes: ["Arn", "StreamArn"],
    properties: [
      .init("TableName", .text(1...1_024)),
      .tags(.tagList),
    ])

  static let globalTable = ResourceType(
    "AWS::DynamoDB::GlobalTable", ref: .name("TableName"), unique: ["TableName"], isComplete: false,
    attributes: ["Arn", "StreamArn", "TableId"],
    properties: [
      .init("TableName", .text(1...1_024))
    ])

  static let fileSystem = ResourceType(
    "AWS::EFS::FileSystem", ref: .id("FileSystemId"), isComplete: false,
    properties: [
      .tags(.tagList, "FileSystemTags")
    ])

  static let searchDomain = ResourceType(
    "AWS::OpenSearchService::Domain", ref: .name("DomainName"), unique: ["DomainName"],
    isComplete: false,
    properties: [
      .init("DomainName", .text),
      .tags(.tagList),
    ])

  static let graphQLSchema = ResourceType(
    "AWS::AppSync::GraphQLSchema", ref: .id("Id"), isComplete: false,
    properties: [
      .init("DefinitionS3Location", .text, .localPath)
    ])

  static let samFunction = ResourceType(
    "AWS::Serverless::Function", ref: .name("FunctionName"), isComplete: false,
    properties: [
      .init("CodeUri", .any, .localPath)
    ])

  static let samHttpApi = ResourceType(
    "AWS::Serverless::HttpApi", ref: .id("ApiId"), isComplete: false,
    properties: [
      .init("DefinitionUri", .any, .localPath)
    ])

  static let samApi = ResourceType(
    "AWS::Serverless::Api", ref: .id("RestApiId"), isComplete: false,
    properties: [
      .init("DefinitionUri", .any, .localPath)
    ])

  static let samLayerVersion = ResourceType(
    "AWS::Serverless::LayerVersion", ref: .arn("LayerVersionArn"), isComplete: false,
    properties: [
      .init("ContentUri", .any, [.required, .localPath])
    ])

  static let samStateMachine = ResourceType(
    "AWS::Serverless::StateMachine", ref: .arn("Arn"), isComplete: false,
    properties: [
      .init("DefinitionUri", .any, .localPath)
    ])
}
