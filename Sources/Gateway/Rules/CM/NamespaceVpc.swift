extension Rule {
  /// A private namespace without a VPC.
  static let namespaceVpc = Rule(
    id: "CM001",
    severity: .error,
    premise: .spec,
    summary: "private Cloud Map namespace without a VPC",
    why: """
      The names of a private namespace resolve within one VPC, so Cloud Map requires it. Names of a public namespace resolve
      everywhere.
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
    check: { model, report in
      for namespace in model.resources("AWS::ServiceDiscovery::PrivateDnsNamespace") where namespace.lacks("Vpc") {
        report.report(
          at: namespace.mark, "the private namespace `\(namespace.name)` does not have a VPC",
          help: namespace.isRaw ? "set `Vpc`" : "set `vpc`, or `type: http` or `type: public`")
      }
    })

  /// A VPC of a namespace that does not have one.
  static let vpcOfPublicNamespace = Rule(
    id: "CM003",
    severity: .error,
    summary: "HTTP or public Cloud Map namespace with a VPC",
    why: """
      Only private namespaces belong to a VPC. The names of a public namespace resolve everywhere, and an HTTP namespace does
      not have DNS names.
      """,
    source: "CloudFormation's pages of AWS::ServiceDiscovery namespaces",
    example: """
      vpcs:
        main:
      cloudMapNamespaces:
        shop: {type: http, name: shop⟪, vpc: ⟦main⟧ →⟫}
      outputs:
        Namespace: {Value: !Ref cloudMapNamespaces.shop}
        Main: {Value: !Ref vpcs.main}
      """,
    isEssential: true,
    check: { model, report in
      for element in model.names.spec.cloudMapNamespaces {
        guard case .created(let namespace) = element.value.form, let vpc = namespace.vpc,
          let type = element.value.type?.literal, type != .private
        else { continue }
        report.report(
          at: vpc.mark, "\(type == .http ? "an HTTP" : "a public") namespace does not have a VPC",
          help: "remove `vpc`, or use `type: private`; the VPC of a target is set at the target")
      }
    })
}
