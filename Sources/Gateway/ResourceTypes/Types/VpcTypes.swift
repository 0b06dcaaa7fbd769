/// VPCs and endpoints in them.
extension ResourceType {
  static let vpc = ResourceType(
    "AWS::EC2::VPC", ref: .id("VpcId"),
    attributes: [
      "CidrBlock", .list("CidrBlockAssociations"), "DefaultNetworkAcl", "DefaultSecurityGroup", .list("Ipv6CidrBlocks"),
      "VpcId",
    ],
    readable: [
      "EnableDnsHostnames", "EnableDnsSupport", "InstanceTenancy", "Ipv4IpamPoolId", "Ipv4NetmaskLength", .list("Tags"),
    ],
    properties: [
      .init("CidrBlock", .text, key: "cidr", needed: .unless("Ipv4IpamPoolId")),
      .init("EnableDnsHostnames", .flag),
      .init("EnableDnsSupport", .flag),
      .init("InstanceTenancy", .words(["dedicated", "default", "host"])),
      .init("Ipv4IpamPoolId", .text),
      .init("Ipv4NetmaskLength", .integer),
      .tags(.tagList),
      .init("VpcEncryptionControl", .any),
    ])

  static let subnet = ResourceType(
    "AWS::EC2::Subnet", ref: .id("SubnetId"), unique: ["VpcId", "CidrBlock"],
    attributes: [
      "AvailabilityZone", "AvailabilityZoneId", "BlockPublicAccessStates", "CidrBlock", .list("Ipv6CidrBlocks"),
      "NetworkAclAssociationId", "SubnetId", "VpcId",
    ],
    readable: [
      "AssignIpv6AddressOnCreation", "BlockPublicAccessStates.InternetGatewayBlockMode", "EnableDns64",
      "EnableLniAtDeviceIndex", "Ipv4IpamPoolId", "Ipv4NetmaskLength", "Ipv6CidrBlock", "Ipv6IpamPoolId", "Ipv6Native",
      "Ipv6NetmaskLength", "MapPublicIpOnLaunch", "OutpostArn",
      "PrivateDnsNameOptionsOnLaunch.EnableResourceNameDnsAAAARecord",
      "PrivateDnsNameOptionsOnLaunch.EnableResourceNameDnsARecord", "PrivateDnsNameOptionsOnLaunch.HostnameType",
      .list("Tags"),
    ],
    properties: [
      .init("AssignIpv6AddressOnCreation", .flag),
      .init("AvailabilityZone", .text),
      .init("AvailabilityZoneId", .text),
      .init("CidrBlock", .text),
      .init("EnableDns64", .flag),
      .init("EnableLniAtDeviceIndex", .integer),
      .init("Ipv4IpamPoolId", .text),
      .init("Ipv4NetmaskLength", .integer),
      .init("Ipv6CidrBlock", .text),
      .init("Ipv6IpamPoolId", .text),
      .init("Ipv6Native", .flag),
      .init("Ipv6NetmaskLength", .integer),
      .init("MapPublicIpOnLaunch", .flag),
      .init("OutpostArn", .text),
      .init(
        "PrivateDnsNameOptionsOnLaunch",
        [
          .init("EnableResourceNameDnsAAAARecord", .flag),
          .init("EnableResourceNameDnsARecord", .flag),
          .init("HostnameType", .text),
        ]),
      .tags(.tagList),
      .init("VpcId", .text, .required),
    ])

  static let vpcEndpoint = ResourceType(
    "AWS::EC2::VPCEndpoint", ref: .id("Id"),
    attributes: ["CreationTimestamp", .list("DnsEntries"), "Id", .list("NetworkInterfaceIds")],
    properties: [
      .init(
        "DnsOptions",
        [
          .init("DnsRecordIpType", .words(["ipv4", "ipv6", "dualstack", "service-defined", "not-specified"])),
          .init(
            "PrivateDnsOnlyForInboundResolverEndpoint", .words(["OnlyInboundResolver", "AllResolvers", "NotSpecified"])),
          .init(
            "PrivateDnsPreference",
            .words([
              "VERIFIED_DOMAINS_ONLY", "ALL_DOMAINS", "VERIFIED_DOMAINS_AND_SPECIFIED_DOMAINS",
              "SPECIFIED_DOMAINS_ONLY",
            ])),
          .init("PrivateDnsSpecifiedDomains", .list(.text(1...255))),
        ]),
      .init("IpAddressType", .words(["ipv4", "ipv6", "dualstack", "not-specified"])),
      .init("PolicyDocument", .document),
      .init("PrivateDnsEnabled", .flag),
      .init("ResourceConfigurationArn", .text),
      .init("RouteTableIds", .texts),
      .init("SecurityGroupIds", .texts),
      .init("ServiceName", .text),
      .init("ServiceNetworkArn", .text),
      .init("ServiceRegion", .text),
      .init("SubnetIds", .texts),
      .tags(.tagList),
      .init(
        "VpcEndpointType",
        .words(["Interface", "Gateway", "GatewayLoadBalancer", "ServiceNetwork", "Resource", "Tunnel"])),
      .init("VpcId", .text, .required),
    ])
}
