/// Load balancers.
extension ResourceType {
  static let loadBalancer = ResourceType(
    "AWS::ElasticLoadBalancingV2::LoadBalancer", ref: .arn("LoadBalancerArn"), unique: ["Name"],
    attributes: [
      "CanonicalHostedZoneID", "DNSName", "LoadBalancerArn", "LoadBalancerFullName", "LoadBalancerName",
      .list("SecurityGroups"),
    ],
    readable: [
      "EnableCapacityReservationProvisionStabilize", "EnablePrefixForIpv6SourceNat",
      "EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic", "IpAddressType", "Ipv4IpamPoolId",
      .list("LoadBalancerAttributes"), "Name", .list("SubnetMappings"), "Scheme", .list("Subnets"), .list("Tags"),
      "Type",
    ],
    properties: [
      .init("EnableCapacityReservationProvisionStabilize", .flag),
      .init("EnablePrefixForIpv6SourceNat", .words(["off", "on"])),
      .init("EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic", .text),
      .init("IpAddressType", .words(["dualstack", "dualstack-without-public-ipv4", "ipv4"])),
      .init("Ipv4IpamPoolId", .text),
      .init("LoadBalancerAttributes", .list([.init("Key", .text), .init("Value", .text)]), key: "attributes"),
      .init("MinimumLoadBalancerCapacity", [.init("CapacityUnits", .integer, .required)]),
      .init("Name", .text, key: "name"),
      .init("Scheme", .words(["internal", "internet-facing"]), key: "scheme"),
      .init("SecurityGroups", .texts, key: "securityGroups"),
      .init(
        "SubnetMappings",
        .list([
          .init("AllocationId", .text),
          .init("IPv6Address", .text),
          .init("PrivateIPv4Address", .text),
          .init("SourceNatIpv6Prefix", .text),
          .init("SubnetId", .text, .required),
        ])),
      .init("Subnets", .texts, key: "subnets", needed: .unless("SubnetMappings")),
      .tags(.list([.init("Key", .text, .required), .init("Value", .text)])),
      .init("Type", .words(["application", "gateway", "network"]), key: "type"),
    ])

  static let targetGroup = ResourceType(
    "AWS::ElasticLoadBalancingV2::TargetGroup", ref: .arn("TargetGroupArn"), unique: ["Name"],
    attributes: [.list("LoadBalancerArns"), "TargetGroupArn", "TargetGroupFullName", "TargetGroupName"],
    properties: [
      .init("HealthCheckEnabled", .flag),
      .init("HealthCheckIntervalSeconds", .integer(5...300), key: "healthCheck"),
      .init("HealthCheckPath", .text(1...1_024), key: "healthCheck"),
      .init("HealthCheckPort", .text, key: "healthCheck"),
      .init(
        "HealthCheckProtocol", .words(["GENEVE", "HTTP", "HTTPS", "QUIC", "TCP", "TCP_QUIC", "TCP_UDP", "TLS", "UDP"]),
        key: "healthCheck"),
      .init("HealthCheckTimeoutSeconds", .integer(2...120), key: "healthCheck"),
      .init("HealthyThresholdCount", .integer(2...10), key: "healthCheck"),
      .init("IpAddressType", .words(["ipv4", "ipv6"])),
      .init("Matcher", [.init("GrpcCode", .text), .init("HttpCode", .text)], key: "healthCheck"),
      .init("Name", .text, key: "name"),
      .init(
        "Port", .integer(1...65_535), key: "port", needed: .with("TargetType", "alb", "instance", "ip")),
      .init(
        "Protocol", .words(["GENEVE", "HTTP", "HTTPS", "QUIC", "TCP", "TCP_QUIC", "TCP_UDP", "TLS", "UDP"]),
        key: "protocol", needed: .with("TargetType", "alb", "instance", "ip")),
      .init("ProtocolVersion", .text),
      .tags(.tagList),
      .init("TargetControlPort", .integer(1...65_535)),
      .init("TargetGroupAttributes", .list([.init("Key", .text), .init("Value", .text)]), key: "attributes"),
      .init("TargetType", .words(["alb", "instance", "ip", "lambda"]), key: "type"),
      .init(
        "Targets",
        .list([
          .init("AvailabilityZone", .text),
          .init("Id", .text, .required),
          .init("Port", .integer(1...65_535)),
          .init("QuicServerId", .text(1...256)),
        ]), key: "ips"),
      .init("UnhealthyThresholdCount", .integer(2...10), key: "healthCheck"),
      .init("VpcId", .text, key: "vpc"),
    ])
}
