/// Route tables, routes and gateways.
extension ResourceType {
  static let internetGateway = ResourceType(
    "AWS::EC2::InternetGateway", ref: .id("InternetGatewayId"), attributes: ["InternetGatewayId"],
    properties: [
      .tags(.tagList)
    ])

  static let gatewayAttachment = ResourceType(
    "AWS::EC2::VPCGatewayAttachment", unique: ["InternetGatewayId"], attributes: ["AttachmentType"],
    properties: [
      .init("InternetGatewayId", .text),
      .init("VpcId", .text, [.required, .createOnly]),
      .init("VpnGatewayId", .text),
    ])

  static let natGateway = ResourceType(
    "AWS::EC2::NatGateway", ref: .id("NatGatewayId"),
    attributes: ["AutoProvisionZones", "AutoScalingIps", "EniId", "NatGatewayId", "RouteTableId"],
    properties: [
      .init("AllocationId", .text, .createOnly),
      .init("AvailabilityMode", .words(["regional", "zonal"]), .createOnly),
      .init(
        "AvailabilityZoneAddresses",
        .list([
          .init("AllocationIds", .texts, .required),
          .init("AvailabilityZone", .text),
          .init("AvailabilityZoneId", .text),
        ])),
      .init("ConnectivityType", .words(["private", "public"]), .createOnly),
      .init("MaxDrainDurationSeconds", .integer),
      .init("PrivateIpAddress", .text, .createOnly),
      .init("SecondaryAllocationIds", .texts),
      .init("SecondaryPrivateIpAddressCount", .integer(1...31)),
      .init("SecondaryPrivateIpAddresses", .texts),
      .init("SubnetId", .text, .createOnly),
      .tags(.tagList),
      .init("VpcId", .text, .createOnly),
    ])

  static let elasticAddress = ResourceType(
    "AWS::EC2::EIP", ref: .address("PublicIp"), attributes: ["AllocationId", "PublicIp"],
    properties: [
      .init("Address", .text, .createOnly),
      .init("Domain", .text),
      .init("InstanceId", .text),
      .init("IpamPoolId", .text, .createOnly),
      .init("NetworkBorderGroup", .text, .createOnly),
      .init("PublicIpv4Pool", .text),
      .tags(.tagList),
      .init("TransferAddress", .text, .createOnly),
    ])

  static let routeTable = ResourceType(
    "AWS::EC2::RouteTable", ref: .id("RouteTableId"), attributes: ["RouteTableId"],
    properties: [
      .tags(.tagList),
      .init("VpcId", .text, [.required, .createOnly]),
    ])

  static let routeTableAssociation = ResourceType(
    "AWS::EC2::SubnetRouteTableAssociation", ref: .id("Id"), unique: ["SubnetId"], attributes: ["Id"],
    properties: [
      .init("RouteTableId", .text, [.required, .createOnly]),
      .init("SubnetId", .text, [.required, .createOnly]),
    ])

  static let vpcRoute = ResourceType(
    "AWS::EC2::Route",
    unique: ["RouteTableId", "DestinationCidrBlock", "DestinationIpv6CidrBlock", "DestinationPrefixListId"],
    attributes: ["CidrBlock"],
    properties: [
      .init("CarrierGatewayId", .text),
      .init("CoreNetworkArn", .text),
      .init("DestinationCidrBlock", .text, .createOnly),
      .init("DestinationIpv6CidrBlock", .text, .createOnly),
      .init("DestinationPrefixListId", .text, .createOnly),
      .init("EgressOnlyInternetGatewayId", .text),
      .init("GatewayId", .text),
      .init("InstanceId", .text),
      .init("LocalGatewayId", .text),
      .init("NatGatewayId", .text),
      .init("NetworkInterfaceId", .text),
      .init("OdbNetworkArn", .text),
      .init("RouteTableId", .text, [.required, .createOnly]),
      .init("TransitGatewayId", .text),
      .init("VpcEndpointId", .text),
      .init("VpcPeeringConnectionId", .text),
    ])
}
