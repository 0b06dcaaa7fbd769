/// Log groups.
extension ResourceType {
  static let logGroup = ResourceType(
    "AWS::Logs::LogGroup", ref: .name("LogGroupName"), unique: ["LogGroupName"],
    moves: .ifRetained, attributes: ["Arn"],
    properties: [
      .init("BearerTokenAuthenticationEnabled", .flag),
      .init("DataProtectionPolicy", .document),
      .init("DeletionProtectionEnabled", .flag),
      .init("FieldIndexPolicies", .list(.map(.any))),
      .init("KmsKeyId", .text(0...256)),
      .init("LogGroupClass", .words(["STANDARD", "INFREQUENT_ACCESS", "DELIVERY"])),
      .init("LogGroupName", .text(1...512, .letters(and: ".-_/#"))),
      .init("ResourcePolicyDocument", .map(.any)),
      .init("RetentionInDays", .integer),
      .tags(.tagList),
    ])
}
