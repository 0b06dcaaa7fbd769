/// Roles and policies.
extension ResourceType {
  static let role = ResourceType(
    "AWS::IAM::Role", ref: .name("RoleName"), unique: ["RoleName"], moves: .later,
    attributes: ["Arn", "RoleId"],
    properties: [
      .init("AssumeRolePolicyDocument", .document, .required),
      .init("Description", .text(0...1_000)),
      .init("ManagedPolicyArns", .texts),
      .init("MaxSessionDuration", .integer(3_600...43_200)),
      .init("Path", .text(1...512, .path)),
      .init("PermissionsBoundary", .text),
      .init("Policies", .list([.init("PolicyDocument", .document, .required), .init("PolicyName", .text, .required)])),
      .init("RoleName", .text(1...64, .letters(and: "+=,.@-_"))),
      .tags(.tagList),
    ])

  static let policy = ResourceType(
    "AWS::IAM::Policy", ref: .id("Id"), attributes: ["Id"],
    properties: [
      .init("Groups", .texts),
      .init("PolicyDocument", .document, .required),
      .init("PolicyName", .text(1...128, .letters(and: "+=,.@-_")), .required),
      .init("Roles", .texts),
      .init("Users", .texts),
    ])

  static let rolePolicy = ResourceType(
    "AWS::IAM::RolePolicy", ref: .name("PolicyName"), unique: ["RoleName", "PolicyName"], attributes: [],
    properties: [
      .init("PolicyDocument", .document),
      .init("PolicyName", .text(1...128, .letters(and: "+=,.@-_")), .required),
      .init("RoleName", .text(1...64, .letters(and: "+=,.@-_")), .required),
    ])

  static let managedPolicy = ResourceType(
    "AWS::IAM::ManagedPolicy", ref: .arn("PolicyArn"), unique: ["ManagedPolicyName"],
    attributes: [
      "AttachmentCount", "CreateDate", "DefaultVersionId", "IsAttachable", "PermissionsBoundaryUsageCount", "PolicyArn",
      "PolicyId", "UpdateDate",
    ],
    properties: [
      .init("Description", .text(0...1_000)),
      .init("Groups", .texts),
      .init("ManagedPolicyName", .text),
      .init("Path", .text(1...512, .path)),
      .init("PolicyDocument", .any, .required),
      .init("Roles", .texts),
      .init("Users", .texts),
    ])
}
