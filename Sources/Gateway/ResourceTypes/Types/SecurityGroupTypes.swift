/// Security groups and their rules.
extension ResourceType {
  static let securityGroup = ResourceType(
    "AWS::EC2::SecurityGroup", ref: .id("Id"), unique: ["VpcId", "GroupName"],
    attributes: ["GroupId", "Id", "VpcId"],
    readable: [
      "GroupDescription", "GroupName", .list("SecurityGroupEgress"), .list("SecurityGroupIngress"), .list("Tags"),
    ],
    properties: [
      .init("GroupDescription", .text(0...255), .required, key: "description"),
      .init("GroupName", .text),
      .init("SecurityGroupEgress", .list(.object(egressRule)), key: "egress"),
      .init("SecurityGroupIngress", .list(.object(ingressRule)), key: "ingress"),
      .tags(.tagList),
      .init("VpcId", .text, key: "vpc"),
    ])

  /// A rule without its group, which a group of its own has in a list.
  private static let ingressRule: [Property] = [
    .init("CidrIp", .text),
    .init("CidrIpv6", .text),
    .init("Description", .text),
    .init("FromPort", .signedInteger, needed: .with("IpProtocol", "tcp", "udp")),
    .init("IpProtocol", .text, .required),
    .init("SourcePrefixListId", .text),
    .init("SourceSecurityGroupId", .text),
    .init("SourceSecurityGroupName", .text),
    .init("SourceSecurityGroupOwnerId", .text),
    .init("ToPort", .signedInteger, needed: .with("IpProtocol", "tcp", "udp")),
  ]

  private static let egressRule: [Property] = [
    .init("CidrIp", .text),
    .init("CidrIpv6", .text),
    .init("Description", .text),
    .init("DestinationPrefixListId", .text),
    .init("DestinationSecurityGroupId", .text),
    .init("FromPort", .signedInteger, needed: .with("IpProtocol", "tcp", "udp")),
    .init("IpProtocol", .text, .required),
    .init("ToPort", .signedInteger, needed: .with("IpProtocol", "tcp", "udp")),
  ]

  private static func sorted(_ properties: [Property]) -> [Property] { properties.sorted { $0.name < $1.name } }

  static let ingress = ResourceType(
    "AWS::EC2::SecurityGroupIngress", ref: .id("Id"),
    unique: [
      "GroupId", "IpProtocol", "FromPort", "ToPort", "CidrIp", "CidrIpv6", "SourcePrefixListId",
      "SourceSecurityGroupId", "SourceSecurityGroupName?",
    ], attributes: ["Id"],
    properties: sorted(ingressRule + [.init("GroupId", .text), .init("GroupName", .text)]))

  static let egress = ResourceType(
    "AWS::EC2::SecurityGroupEgress", ref: .id("Id"),
    unique: [
      "GroupId", "IpProtocol", "FromPort", "ToPort", "CidrIp", "CidrIpv6", "DestinationPrefixListId",
      "DestinationSecurityGroupId",
    ], attributes: ["Id"],
    properties: sorted(egressRule + [.init("GroupId", .text, .required)]))

  static let prefixList = ResourceType(
    "AWS::EC2::PrefixList", ref: .id("PrefixListId"), isComplete: false,
    attributes: ["Arn", "OwnerId", "PrefixListId", "Version"],
    properties: [
      .tags(.list([.init("Key", .text, .required), .init("Value", .text)]))
    ])

  static let instance = ResourceType(
    "AWS::EC2::Instance", ref: .id("InstanceId"), isComplete: false,
    properties: [
      .tags(.tagList)
    ])
}
