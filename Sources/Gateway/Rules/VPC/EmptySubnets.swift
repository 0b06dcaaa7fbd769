import YAMLTree

extension Rule {
  /// An empty list of subnets.
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
    check: { model, report in
      let types = [
        ("VpcLink", "SubnetIds"), ("AWS::ElasticLoadBalancingV2::LoadBalancer", "Subnets"),
        ("AWS::Lambda::Function", "VpcConfig.SubnetIds"),
      ]
      for (type, path) in types {
        for resource in model.resources(type) {
          resource.forEach(path) { subnets in
            guard subnets.isEmptyAsWritten, !model.isOfVpc(subnets) else { return }
            report.report(
              at: subnets.listMark, "`\(subnets.isRaw ? subnets.name : "subnets")` is empty",
              help: subnets.isRaw
                ? "add a subnet in each zone" : "add subnets, or remove it for the default ones of the VPC")
          }
        }
      }
    })
}

extension Model {
  /// Whether a list is that of an imported VPC, which is reported where subnets are needed.
  fileprivate func isOfVpc(_ subnets: Property) -> Bool {
    guard let node = subnets.origin.valueNode else { return false }
    let mark = names.tree.mark(node)
    return names.spec.vpcs.contains { vpc in
      guard case .imported(let imported) = vpc.value.form else { return false }
      return SubnetType.allCases.contains { imported.subnets($0)?.mark == mark }
    }
  }
}

extension Model.Property {
  /// Whether it is a list without items; names in it that are not known are reported by themselves.
  fileprivate var isEmptyAsWritten: Bool {
    guard items?.isEmpty == true, let node = origin.valueNode else { return false }
    return resource.tree.kind(node) == .sequence && resource.tree.count(node) == 0
  }
}
