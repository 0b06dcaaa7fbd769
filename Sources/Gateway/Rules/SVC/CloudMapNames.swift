import Diagnostics
import YAMLTree

extension Rule {
  /// Two services of one name.
  static let serviceNameTwice = Rule(
    id: "SVC006",
    severity: .error,
    summary: "two services of one name in a namespace, where case does not tell them apart",
    why: """
      The name of a service is a DNS name within its namespace, and DNS does not look at case. Cloud Map refuses the second
      one.
      """,
    source: "Cloud Map's CreateService; found by deployments (cdk-preflight)",
    example: """
      vpcs:
        main:
      cloudMapNamespaces:
        shop: {type: private, name: shop.internal, vpc: main}
      cloudMapServices:
        orders: {namespace: shop, name: orders}
        returns: {namespace: shop, name: ⟦Orders → returns⟧}
      outputs:
        Orders: {Value: !GetAtt cloudMapServices.orders.Arn}
        Returns: {Value: !GetAtt cloudMapServices.returns.Arn}
      """,
    check: { spec, report in
      var seen: [String: Mark] = [:]
      spec.forEachCreatedService { found in
        guard let given = found.service.name, let name = given.literal,
          let owner = found.service.namespace.literal
        else { return }
        let key = "\(owner)/" + (found.namespace == .http ? name : name.lowercased())
        guard let other = seen.updateValue(given.mark, forKey: key) else { return }
        report.report(
          at: given.mark, "the namespace `\(owner)` has a service of this name already",
          related: [Related(message: "the other service", mark: other)], help: "give one of them another name")
      }
    })

  /// Two namespaces of one name.
  static let namespaceTwice = Rule(
    id: "SVC008",
    severity: .warning,
    summary: "two private namespaces of one name in a VPC",
    why: """
      A private namespace is a hosted zone of its name, and a VPC is associated with one zone of a name alone. Creating the
      second one fails.
      """,
    source: "general knowledge: Route 53's ConflictingDomainExists",
    example: """
      vpcs:
        main:
      cloudMapNamespaces:
        shop: {type: private, name: shop.internal, vpc: main}
        other: {type: private, name: ⟦Shop.internal → other.internal⟧, vpc: main}
      outputs:
        Shop: {Value: !GetAtt cloudMapNamespaces.shop.Arn}
        Other: {Value: !GetAtt cloudMapNamespaces.other.Arn}
      """,
    check: { spec, report in
      var seen: [String: Mark] = [:]
      for element in spec.names.spec.cloudMapNamespaces {
        guard case .created(let namespace) = element.value.form, let vpc = namespace.vpc?.literal,
          let name = namespace.name.literal, element.value.type?.literal ?? .private == .private,
          let other = seen.updateValue(namespace.name.mark, forKey: "\(vpc)/\(name.lowercased())")
        else { continue }
        report.report(
          at: namespace.name.mark, "the VPC `\(vpc)` has a namespace of this name already",
          related: [Related(message: "the other namespace", mark: other)],
          help: "put the services of both in one, or give one of them another name")
      }
    })
}
