extension Area {
  static let networks = Area(
    "NET", "Networks", page: "https://docs.aws.amazon.com/vpc/latest/userguide/configure-your-vpc.html",
    rules: [
      .vpcCidr,
      .securityGroupPeer,
      .rawNetwork,
      .noWayOut,
      .permissionTwice,
      .groupDescription,
      .vpcRouteTarget,
      .secondInternetGateway,
      .endpointService,
      .subnetBlocks,
      .securityGroupName,
      .securityGroupPorts,
      .ignoredPorts,
      .groupByName,
    ])
}
