import SpecReading

/// Keys of networks, load balancers and their targets.
extension ForeignWords {
  static let networks: [Entry] = [
    .key("vpc", "vpcId"),
    .key("id", "vpcId", "securityGroupId", "groupId", "vpcLinkId", "apiId", "restApiId", "authorizerId", "namespaceId"),
    .key("subnets", "subnetIds", "vpcSubnets", "vpcSubnetIds", "subnetConfiguration"),
    .key("securityGroups", "securityGroupIds", "vpcSecurityGroupIds", "sg", "sgs"),
    .form("nlb", "write `nlb: LOADBALANCER`", "targetArns", "targets"),
    .key("cidr", "cidrBlock", "ipAddresses"),
    .key("availabilityZones", "azs", "zones"),
    .form(
      "natGateways", "write the number: `natGateways: 1`", "natGateway", "enableNatGateway", "singleNatGateway", "nat",
      "nats"),
    .key("ingress", "securityGroupIngress", "ingressRules"),
    .key("egress", "securityGroupEgress", "egressRules"),
    .key("description", "groupDescription"),
    .form("port", "write `port: 443`, or a range: `port: 8000-8010`", "fromPort", "toPort"),
    .key("from", "cidr", "cidrIp", "cidrBlocks", "cidrIpv4", "sourceSecurityGroupId", "peer", "source"),
    .key("to", "cidr", "cidrIp", "cidrBlocks", "cidrIpv4", "destinationSecurityGroupId", "peer", "destination"),
    .key("protocol", "ipProtocol"),
    .form(
      "scheme", "write `scheme: internal` or `scheme: internet-facing`", "internal", "internetFacing", "public",
      "private", "external"),
    .key("type", "loadBalancerType", "targetType"),
    .form(
      "forward", "write `forward: TARGETGROUP`", "defaultAction", "defaultActions", "defaultTargetGroups", "action",
      "targetGroupArn"),
    .form("forward", "write `forward: {ips: ADDRESS, port: PORT}`", "targets", "targetGroups"),
    .form(
      "ips", "write `ips`, `instances`, `lambda` or `alb`, depending on the kind of targets", "targets", "targetIps"),
    .form("healthCheck", "write `healthCheck: {path: …}`", "healthCheckPath", "healthCheckProtocol", "healthCheckPort"),
    .key("path", "healthCheckPath"),
    .key("matcher", "healthyHttpCodes", "httpCode"),
    .key("healthyThreshold", "healthyThresholdCount"),
    .key("unhealthyThreshold", "unhealthyThresholdCount"),
    .key("interval", "intervalSeconds", "healthCheckIntervalSeconds"),
    .key("targetGroup", "targetGroupArn"),
    .key("dnsRecord", "dnsRecordType", "recordType"),
    .form("dnsRecord", "write `dnsRecord: SRV`, and `ttl`", "dnsConfig", "dnsRecords"),
    .form("customHealthCheck", "write `customHealthCheck: true`", "healthCheckCustomConfig", "customHealthCheckConfig"),
    .form("healthCheck", "write `healthCheck: {type: …, resourcePath: …}`", "healthCheckConfig"),
    .key("ttl", "dnsTtl"),
    .key("namespace", "namespaceId", "namespaceArn"),
    .key("listeners", "listener"),
  ]
}
