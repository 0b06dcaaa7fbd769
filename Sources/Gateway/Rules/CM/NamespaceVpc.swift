extension Rule {
  /// Private names belong to a VPC.
  static let namespaceVpc = Rule(
    id: "CM001",
    severity: .error,
    summary: "a private Cloud Map namespace without a VPC, or another one with a VPC",
    why: """
      The names of a private namespace resolve within one VPC. Those of a public one resolve everywhere, and those of an
      HTTP namespace not at all; neither has a VPC.
      """,
    source: "CloudFormation's pages of AWS::ServiceDiscovery namespaces",
    example: """
      ⟪→
      vpcs:
        main:
      ⟫
      cloudMapNamespaces:
        ⟦shop⟧: {type: private, name: shop.internal⟪→ , vpc: main⟫}
      outputs:
        Namespace: {Value: !Ref cloudMapNamespaces.shop}
      """,
    isEssential: true,
    check: { spec, report in
      for element in spec.names.spec.cloudMapNamespaces {
        guard case .created(let namespace) = element.value.form else { continue }
        let type = element.value.type?.literal ?? .private
        if let vpc = namespace.vpc, type != .private {
          let article = type == .http ? "an HTTP" : "a public"
          report.report(
            at: vpc.mark, "\(article) namespace has no VPC",
            help: "leave out `vpc`, or write `type: private`; a target's VPC is said at the target")
        } else if namespace.vpc == nil, type == .private, spec.isWhole(element.mark) {
          report.report(
            at: element.mark, "the private namespace `\(element.name)` has no VPC",
            help: "write `vpc: NAME`, or `type: http` or `type: public`")
        }
      }
    })
}
