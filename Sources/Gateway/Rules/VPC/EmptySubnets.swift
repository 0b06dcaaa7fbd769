extension Rule {
  /// Something has to stand somewhere.
  static let emptySubnets = Rule(
    of: .noSubnets,
    source: "API Gateway's CreateVpcLink: SubnetIds for a vpc link cannot be empty (cdk-preflight)",
    example: """
      vpcs:
        main:
      vpcLinks:
        inner: {vpc: main, subnets: ⟦[] → private⟧}
      outputs:
        Link: {Value: !Ref vpcLinks.inner}
      """,
    check: { spec, report in
      func check(_ subnets: Names?, default types: String) {
        guard let subnets, subnets.items.isEmpty, subnets.intrinsic == nil, spec.isWhole(subnets.mark) else { return }
        report.report(
          at: subnets.mark, "no subnets stand here", help: "name some, or leave out `subnets` for the \(types) ones")
      }
      for link in spec.rawGateway("VpcLink") {
        guard let subnets = link["SubnetIds"]?.list, subnets.items.isEmpty, subnets.intrinsic == nil else { continue }
        report.report(at: subnets.mark, "no subnets stand here", help: "name one in each zone")
      }
      for own in spec.createdFunctions { check(own.function.subnets, default: "private") }
      for element in spec.names.spec.vpcLinks {
        if case .created(let link) = element.value.form { check(link.subnets, default: "private") }
      }
      for element in spec.names.spec.loadBalancers {
        guard case .created(let balancer) = element.value.form else { continue }
        check(balancer.subnets, default: balancer.scheme?.literal == .internetFacing ? "public" : "private")
      }
    })
}
