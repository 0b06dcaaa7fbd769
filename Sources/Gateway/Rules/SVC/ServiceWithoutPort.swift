import Diagnostics
import YAMLTree

extension Rule {
  /// An address record tells no port.
  static let serviceWithoutPort = Rule(
    id: "SVC002",
    severity: .warning,
    summary: "a Cloud Map service with address records alone behind an API",
    why: """
      API Gateway asks Cloud Map where the instances are, address and port. What registers by A or AAAA records, ECS
      above all, tells no port; with SRV records it does.
      """,
    source: "API Gateway's page on private integrations: ECS must use SRV records, A records are not supported",
    example: """
      vpcs:
        main:
      cloudMapNamespaces:
        shop: {type: private, name: shop.internal, vpc: main}
      cloudMapServices:
        orders: {namespace: shop, dnsRecord: ⟦A → SRV⟧}
      securityGroups:
        link: {vpc: main}
        tasks: {vpc: main, ingress: {port: 8080, from: link}}
      vpcLinks:
        inner: {vpc: main, securityGroups: link}
      apis:
        store:
          routes:
            POST /orders: {cloudMap: orders, vpcLink: inner}
      outputs:
        Tasks: {Value: !GetAtt securityGroups.tasks.GroupId}
      """,
    check: { spec, report in
      var targets: [String: Mark] = [:]
      spec.forEachPrivateTarget { _, target in
        guard target is CloudMapTarget, let name = target.name.literal, targets[name] == nil else { return }
        targets[name] = target.name.mark
      }
      spec.forEachCreatedService { found in
        // Instances that the spec itself lists have their ports, whatever the records say.
        guard let target = targets[found.element.name], let given = found.service.dnsRecord, let record = given.literal,
          [.A, .AAAA, .A_AAAA].contains(record), found.namespace != .http, found.service.instances == nil
        else { return }
        report.report(
          at: given.mark, "with \(record.rawValue) records the port of the instances is not found",
          related: [Related(message: "the target that needs it", mark: target)],
          help: "write `dnsRecord: SRV`, or leave it out")
      }
    })
}
