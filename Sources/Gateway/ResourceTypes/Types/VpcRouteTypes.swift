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
      .init("VpcId", .text, .required),
      .init("VpnGatewayId", .text),
    ])

  static let natGateway = ResourceType(
    "AWS::EC2::NatGateway", ref: .id("NatGatewayId"), unique: ["AllocationId"],
    attributes: ["AutoProvisionZones", "AutoScalingIps", "EniId", "NatGatewayId", "RouteTableId"],
    properties: [
      .init("AllocationId", .text),
      .init("AvailabilityMode", .words(["regional", "zonal"])),
      .init(
        "AvailabilityZoneAddresses",
        .list([
          .init("AllocationIds", .texts, .required),
          .init("AvailabilityZone", .text),
          .init("AvailabilityZoneId", .text),
        ])),
      .init("ConnectivityType", .words(["private", "public"])),
      .init("MaxDrainDurationSeconds", .integer),
      .init("PrivateIpAddress", .text),
      .init("SecondaryAllocationIds", .texts),
      .init("SecondaryPrivateIpAddressCount", .integer(1...31)),
      .init("SecondaryPrivateIpAddresses", .texts),
      .init("SubnetId", .text),
      .tags(.tagList),
      .init("VpcId", .text),
    ])

  static let elasticAddress = ResourceType(
    "AWS::EC2::EIP", ref: .address("PublicIp"), attributes: ["AllocationId", "PublicIp"],
    properties: [
      .init("Address", .text),
      .init("Domain", .text),
      .init("InstanceId", .text),
      .init("IpamPoolId", .text),
      .init("NetworkBorderGroup", .text),
      .init("PublicIpv4Pool", .text),
      .tags(.tagList),
      .init("TransferAddress", .text),
    ])

  static let routeTable = ResourceType(
    "AWS::EC2::RouteTable", ref: .id("RouteTableId"), attributes: ["RouteTableId"],
    properties: [
      .tags(.tagList),
      .init("VpcId", .text, .required),
    ])

  static let routeTableAssociation = ResourceType(
    "AWS::EC2::SubnetRouteTableAssociation", ref: .id("Id"), unique: ["SubnetId"], attributes: ["Id"],
    properties: [
      .init("RouteTableId", .text, .required),
      .init("SubnetId", .text, .required),
    ])

  static let vpcRoute = ResourceType(
    "AWS::EC2::Route",
    unique: ["RouteTableId", "DestinationCidrBlock", "DestinationIpv6CidrBlock", "DestinationPrefixListId"],
    attributes: ["CidrBlock"],
    properties: [
      .init("CarrierGatewayId", .text),
      .init("CoreNetworkArn", .text),
      .init("DestinationCidrBlock", .text),
      .init("DestinationIpv6CidrBlock", .text),
      .init("DestinationPrefixListId", .text),
      .init("EgressOnlyInternetGatewayId", .text),
      .init("GatewayId", .text),
      .init("InstanceId", .text),
      .init("LocalGatewayId", .text),
      .init("NatGatewayId", .text),
      .init("NetworkInterfaceId", .text),
      .init("OdbNetworkArn", .text),
      .init("RouteTableId", .text, .required),
      .init("TransitGatewayId", .text),
      .init("VpcEndpointId", .text),
      .init("VpcPeeringConnectionId", .text),
    ])
}
