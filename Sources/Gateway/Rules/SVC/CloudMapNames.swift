import CloudFormation
import Diagnostics
import YAMLTree

extension Rule {
  /// Two services of one name.
  static let serviceNameTwice = Rule(
    id: "SVC006",
    severity: .error,
    summary: "duplicate service name in a Cloud Map namespace",
    why: """
      The name of a service is a DNS name in its namespace, and DNS names are case-insensitive. Cloud Map rejects the second
      service. Only HTTP namespaces distinguish case.
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
    check: { model, report in
      var seen: [DistinctName: Model.Property] = [:]
      for service in model.cloudMapServices {
        guard let name = service["Name"], let text = name.text, let owner = service["NamespaceId"] else { continue }
        let key = DistinctName(owner: owner.value.identity, name: service.type == .http ? text : text.lowercased())
        guard let other = seen.updateValue(name, forKey: key), !name.resource.excludes(other.resource),
          // Another rule reports names that are equal to the letter.
          other.text != text
        else { continue }
        report.report(
          at: name,
          "the namespace \(service.namespace.map { "`\($0.name)` " } ?? "")already has a service of this name",
          related: [Related(message: "other service", mark: other.mark)], help: "choose another name")
      }
    })

  /// Two private namespaces of one name.
  static let namespaceTwice = Rule(
    id: "SVC008",
    severity: .warning,
    summary: "duplicate name of a private namespace or hosted zone in a VPC",
    why: """
      A private namespace is a Route 53 hosted zone, and a VPC can only be associated with one zone of a name. Creating the
      second namespace or zone fails with `ConflictingDomainExists`.
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
    check: { model, report in
      var seen: [DistinctName: Model.Property] = [:]
      for namespace in model.resources("AWS::ServiceDiscovery::PrivateDnsNamespace") {
        guard let name = namespace["Name"], let text = name.text, let vpc = namespace["Vpc"],
          let other = seen.updateValue(name, forKey: DistinctName(owner: vpc.value.identity, name: text.lowercased())),
          !namespace.excludes(other.resource)
        else { continue }
        // Another rule reports names that are equal to the letter.
        let facts = UpdateFacts(of: namespace.type)
        if facts.claim(of: namespace.record.properties) == facts.claim(of: other.resource.record.properties) {
          continue
        }
        report.report(
          at: name, "its VPC already has a namespace of this name",
          related: [Related(message: "other namespace", mark: other.mark)],
          help: "choose another name, or use one namespace for the services of both")
      }
      for zone in model.resources("AWS::Route53::HostedZone") {
        guard let name = zone["Name"], let text = name.text?.lowercased() else { continue }
        let host = text.hasSuffix(".") ? String(text.dropLast()) : text
        for vpc in (zone["VPCs"]?.items ?? []).compactMap({ $0["VPCId"] }) {
          guard let other = seen.updateValue(name, forKey: DistinctName(owner: vpc.value.identity, name: host)),
            !zone.excludes(other.resource), other.resource !== zone
          else { continue }
          report.report(
            at: name, "its VPC already has a private hosted zone of this name",
            related: [Related(message: "the other zone or namespace", mark: other.mark)],
            help: "choose another name, or write the records into the other zone")
        }
      }
    })
}

/// A name that must be unique within something.
private struct DistinctName: Hashable {
  let owner: Value
  let name: String
}
