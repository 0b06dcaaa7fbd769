extension Rule {
  /// An instance that API Gateway cannot call.
  static let instanceWithoutAddress = Rule(
    id: "SVC003",
    severity: .warning,
    premise: .element,
    summary: "Cloud Map instance without an address or a port",
    why:
      "API Gateway calls an instance at its address and port in Cloud Map. It never calls an instance that lacks one of them.",
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
    check: { model, report in
      for service in model.cloudMapServices where !service.users.isEmpty {
        for instance in service.instances {
          guard let attributes = instance["InstanceAttributes"], !attributes.isFunction else { continue }
          // One of them may be misspelled.
          if attributes.members.contains(where: { CloudMapForm.isReserved($0.name) }) { continue }
          let hasAddress = attributes.members.contains { addresses.contains($0.name) }
          if hasAddress && attributes["AWS_INSTANCE_PORT"] != nil { continue }
          // Cloud Map rejects an instance without what the records of its service need.
          let records = Set(service.type == .http ? [] : service.records.compactMap(\.text))
          if !CloudMapForm.missing(in: attributes, records).isEmpty { continue }
          let mark = attributes.members.first?.mark ?? instance["InstanceId"]?.mark ?? instance.mark
          let word =
            hasAddress
            ? (instance.isRaw ? "AWS_INSTANCE_PORT" : "port") : (instance.isRaw ? "AWS_INSTANCE_IPV4" : "ipv4")
          report.report(
            at: mark, "the instance has no \(hasAddress ? "port" : "address")", help: "add `\(word)`")
        }
      }
    })

  /// Attributes by which an instance may be reached (source: Cloud Map's RegisterInstance).
  private static let addresses: Set<String> = [
    "AWS_INSTANCE_IPV4", "AWS_INSTANCE_IPV6", "AWS_INSTANCE_CNAME", "AWS_ALIAS_DNS_NAME", "AWS_EC2_INSTANCE_ID",
  ]
}
