/// Other types. Only the facts that the program needs are described.
extension ResourceType {
  static let stack = ResourceType(
    "AWS::CloudFormation::Stack", ref: .arn("StackId"), isComplete: false,
    properties: [
      .tags(.tagList),
      .init("TemplateURL", .text(1...1_024), [.required, .localPath]),
    ])

  static let key = ResourceType(
    "AWS::KMS::Key", ref: .id("KeyId"), attributes: ["Arn", "KeyId"],
    properties: [
      .init("BypassPolicyLockoutSafetyCheck", .flag),
      .init("Description", .text(0...8_192)),
      .init("EnableKeyRotation", .flag),
      .init("Enabled", .flag),
      .init("KeyPolicy", .document),
      .init(
        "KeySpec",
        .words([
          "ECC_NIST_EDWARDS25519", "ECC_NIST_P256", "ECC_NIST_P384", "ECC_NIST_P521", "ECC_SECG_P256K1", "HMAC_224",
          "HMAC_256", "HMAC_384", "HMAC_512", "ML_DSA_44", "ML_DSA_65", "ML_DSA_87", "RSA_2048", "RSA_3072", "RSA_4096",
          "SM2", "SYMMETRIC_DEFAULT",
        ])),
      .init("KeyUsage", .words(["ENCRYPT_DECRYPT", "GENERATE_VERIFY_MAC", "KEY_AGREEMENT", "SIGN_VERIFY"])),
      .init("MultiRegion", .flag),
      .init("Origin", .words(["AWS_KMS", "EXTERNAL"])),
      .init("PendingWindowInDays", .integer(7...30)),
      .init("RotationPeriodInDays", .integer(90...2_560)),
      .tags(.tagList),
    ])

  static let secret = ResourceType(
    "AWS::SecretsManager::Secret", ref: .arn("Id"), unique: ["Name"], isComplete: false,
    attributes: ["Id"],
    properties: [
      .init("Name", .text(0...512)),
      .tags(.tagList),
    ])

  static let configurationParameter = ResourceType(
    "AWS::SSM::Parameter", ref: .name("Name"),
    attributes: ["Arn"],
    properties: [
      .init("AllowedPattern", .text(0...1_024)),
      .init("DataType", .words(["text", "aws:ec2:image"])),
      .init("Description", .text(0...1_024)),
      .init("Name", .text(1...2_048)),
      .init("Policies", .text(1...4_096)),
      .tags(.tagMap),
      .init("Tier", .words(["Standard", "Advanced", "Intelligent-Tiering"])),
      .init("Type", .words(["String", "StringList"]), .required),
      .init("Value", .text, .required),
    ])

  static let fileSystem = ResourceType(
    "AWS::EFS::FileSystem", ref: .id("FileSystemId"), isComplete: false, attributes: ["Arn", "FileSystemId"],
    properties: [
      .init("BackupPolicy", [.init("Status", .words(["DISABLED", "ENABLED"]), .required)]),
      .tags(.tagList, "FileSystemTags"),
      .init("PerformanceMode", .words(["generalPurpose", "maxIO"])),
      .init("ThroughputMode", .words(["bursting", "elastic", "provisioned"])),
    ])

  static let searchDomain = ResourceType(
    "AWS::OpenSearchService::Domain", ref: .name("DomainName"), unique: ["DomainName"],
    isComplete: false,
    properties: [
      .init("DomainName", .text),
      .tags(.tagList),
    ])

  static let graphQLSchema = ResourceType(
    "AWS::AppSync::GraphQLSchema", ref: .id("Id"), isComplete: false, attributes: ["Id"],
    properties: [
      .init("DefinitionS3Location", .text, .localPath)
    ])

  static let samFunction = ResourceType(
    "AWS::Serverless::Function", ref: .name("FunctionName"), unique: ["FunctionName"], isComplete: false,
    properties: [
      .init("CodeUri", .any, .localPath),
      .init("FunctionName", .text),
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
      .init("DefinitionUri", .any, .localPath),
      .init("Type", .words(["EXPRESS", "STANDARD"])),
    ])
}
