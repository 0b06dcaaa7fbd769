extension Rule {
  /// An instance without a way to it.
  static let instanceWithoutAddress = Rule(
    id: "SVC003",
    severity: .warning,
    summary: "an instance behind an API without an address or a port",
    why: """
      API Gateway calls an instance at the address and the port that Cloud Map has of it. An instance that lacks one of
      them is never called.
      """,
    source: "API Gateway's page on private integrations",
    example: """
      vpcs:
        main: {id: vpc-12345678, privateSubnets: [subnet-aaaa1111, subnet-bbbb2222]}
      securityGroups:
        link: {vpc: main}
        tasks: {vpc: main, ingress: {port: 8080, from: link}}
      vpcLinks:
        inner: {vpc: main, securityGroups: link}
      cloudMapNamespaces:
        shop: {type: http, name: shop}
      cloudMapServices:
        orders: {namespace: shop, instances: {id: first, ipv4: ⟦10.0.1.7 → 10.0.1.7, port: 8080⟧}}
      apis:
        store:
          routes:
            POST /orders: {cloudMap: orders, vpcLink: inner}
      outputs:
        Tasks: {Value: !GetAtt securityGroups.tasks.GroupId}
      """,
    check: { spec, report in
      var targets: Set<String> = []
      spec.forEachPrivateTarget { _, target in
        if target is CloudMapTarget, let name = target.name.literal { targets.insert(name) }
      }
      spec.forEachCreatedService { found in
        guard targets.contains(found.element.name) else { return }
        for instance in found.service.instances?.items ?? [] {
          let attributes = Set(instance.attributes.map(\.name))
          let address = instance.ipv4 != nil || !attributes.isDisjoint(with: addresses)
          let port = instance.port != nil || attributes.contains("AWS_INSTANCE_PORT")
          guard !address || !port else { continue }
          let marks = [instance.ipv4?.mark, instance.port?.mark, instance.id?.mark, instance.attributes.first?.mark]
          report.report(
            at: marks.compactMap(\.self).first ?? found.element.mark,
            address ? "no port is known of this instance" : "no address is known of this instance",
            help: address ? "write `port`" : "write `ipv4`")
        }
      }
    })

  /// What an instance may be reached by (source: Cloud Map's RegisterInstance).
  private static let addresses: Set<String> = [
    "AWS_INSTANCE_IPV4", "AWS_INSTANCE_IPV6", "AWS_INSTANCE_CNAME", "AWS_ALIAS_DNS_NAME", "AWS_EC2_INSTANCE_ID",
  ]
}
