/// VPC links of both versions of API Gateway.
extension ResourceType {
  static let vpcLink = ResourceType(
    "AWS::ApiGatewayV2::VpcLink", ref: .id("VpcLinkId"), quota: (10, "VPC links"),
    attributes: ["VpcLinkId"],
    properties: [
      .init("Name", .text, .required, key: "name"),
      .init("SecurityGroupIds", .texts, key: "securityGroups"),
      .init("SubnetIds", .texts, .required, key: "subnets"),
      .tags(.tagMap),
    ])

  /// It makes an endpoint service of its load balancer, which has only one: "NLB is already associated with another VPC
  /// Endpoint Service" (source: API Gateway developer guide, Private integrations using VPC links V1).
  static let balancerLink = ResourceType(
    "AWS::ApiGateway::VpcLink", ref: .id("VpcLinkId"), unique: ["TargetArns"], attributes: ["VpcLinkId"],
    properties: [
      .init("Description", .text, key: "description"),
      .init("Name", .text, .required, key: "name"),
      .tags(.tagList),
      .init("TargetArns", .texts, .required, key: "nlb"),
    ])
}
