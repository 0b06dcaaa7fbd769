import CloudFormation
import TextSearch

extension Rule {
  /// Attributes in the URI of an integration that select no instance.
  static let instanceFilter = Rule(
    id: "SVC011",
    severity: .warning,
    summary: "integration selects Cloud Map instances by an attribute that none of them has",
    why: """
      API Gateway calls those instances of a service whose attributes are the query parameters of the integration's URI. If none
      has them, every request fails with 503.
      """,
    source: "API Gateway's page on private integrations of HTTP APIs (service discovery query parameters)",
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
        orders: {namespace: shop, instances: {ipv4: 10.0.1.7, port: 8080, attributes: {stage: live}}}
      apis:
        store:
          routes:
            POST /orders: {cloudMap: ⟦!Sub "${cloudMapServices.orders.Arn}?stage=⟪prod → live⟫"⟧, vpcLink: inner}
      outputs:
        Tasks: {Value: !GetAtt securityGroups.tasks.GroupId}
      """,
    check: { model, report in
      // Most URIs have no parameters.
      for service in model.cloudMapServices where !service.instances.isEmpty {
        let start = "${\(service.resource.id).Arn}?"
        for integration in model.apis.integrations {
          guard let uri = integration["IntegrationUri"], let text = uri.value.spelled, text.hasPrefix(start) else {
            continue
          }
          let filters = text.dropFirst(start.count).split(separator: "&")
          guard
            let unknown = filters.first(where: { filter in
              let parts = filter.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
              guard parts.count == 2, !filter.mentions("${") else { return false }
              return service.instances.allSatisfy { $0.surelyLacks(String(parts[0]), String(parts[1])) }
            })
          else { continue }
          report.report(
            at: uri, "no instance of `\(service.resource.name)` has the attribute `\(unknown)`",
            help: "correct the value, or add the attribute to the instances")
        }
      }
    })
}

extension Model.Resource {
  /// Whether an instance of a Cloud Map service certainly does not have an attribute of this value.
  fileprivate func surelyLacks(_ name: String, _ value: String) -> Bool {
    guard let attributes = self["InstanceAttributes"], !attributes.isFunction else { return false }
    guard let attribute = attributes[name] else { return true }
    return attribute.text.map { $0 != value } ?? false
  }
}
