/// Policies of resources, and their firewall.
extension ResourceType {
  static let topicPolicy = ResourceType(
    "AWS::SNS::TopicPolicy",
    attributes: ["Id"],
    properties: [
      .init("PolicyDocument", .document, .required),
      .init("Topics", .texts, .required),
    ])

  static let queuePolicy = ResourceType(
    "AWS::SQS::QueuePolicy",
    attributes: ["Id"],
    properties: [
      .init("PolicyDocument", .document, .required),
      .init("Queues", .texts, .required),
    ])

  static let bucketPolicy = ResourceType(
    "AWS::S3::BucketPolicy",
    attributes: [],
    properties: [
      .init("Bucket", .text, .required),
      .init("PolicyDocument", .document, .required),
    ])

  static let firewall = ResourceType(
    "AWS::WAFv2::WebACL", unique: ["Scope", "Name"], isComplete: false,
    properties: [
      .init("DefaultAction", .any, .required),
      .init("Name", .text(1...128)), .init("Scope", .words(["CLOUDFRONT", "REGIONAL"]), .required),
      .tags(.list([.init("Key", .text), .init("Value", .text)])),
      .init("VisibilityConfig", .any, .required),
    ])

  static let addressSet = ResourceType(
    "AWS::WAFv2::IPSet", isComplete: false,
    properties: [
      .init("Addresses", .texts, .required),
      .init("IPAddressVersion", .words(["IPV4", "IPV6"]), .required),
      .init("Scope", .words(["CLOUDFRONT", "REGIONAL"]), .required),
      .tags(.list([.init("Key", .text), .init("Value", .text)])),
    ])

  static let firewallRules = ResourceType(
    "AWS::WAFv2::RuleGroup", isComplete: false,
    properties: [
      .init("Capacity", .integer, .required),
      .init("Scope", .words(["CLOUDFRONT", "REGIONAL"]), .required),
      .tags(.list([.init("Key", .text), .init("Value", .text)])),
      .init("VisibilityConfig", .any, .required),
    ])

  static let aclAssociation = ResourceType(
    "AWS::WAFv2::WebACLAssociation",
    attributes: [],
    properties: [
      .init("ResourceArn", .text(20...2_048), .required),
      .init("WebACLArn", .text(20...2_048), .required),
    ])
}
