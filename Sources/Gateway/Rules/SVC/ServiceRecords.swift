import SpecReading
import YAMLTree

extension Rule {
  /// Records that a service cannot have.
  static let serviceRecords = Rule(
    id: "SVC005",
    severity: .error,
    summary: "DNS records in an HTTP namespace, or CNAME records that are to answer together",
    why: """
      The services of an HTTP namespace are found by API calls, never by DNS. And a DNS name has one CNAME record at a
      time, so several can only take turns (`WEIGHTED`).
      """,
    source: "Cloud Map's CreateService, found by deployments (cdk-preflight: servicediscovery-service rules)",
    example: """
      cloudMapNamespaces:
        shop: {type: http, name: shop}
      cloudMapServices:
        orders: {namespace: shop, name: orders⟪, dnsRecord: ⟦SRV⟧ →⟫}
      outputs:
        Orders: {Value: !GetAtt cloudMapServices.orders.Arn}
      """,
    check: { spec, report in
      spec.forEachCreatedService { found in
        let service = found.service
        let given: [(key: String, mark: Mark?)] = [
          ("dnsRecord", service.dnsRecord?.mark), ("ttl", service.ttl?.mark),
          ("routingPolicy", service.routingPolicy?.mark),
        ]
        if found.namespace == .http, let first = given.first(where: { $0.mark != nil }), let mark = first.mark {
          let keys = given.filter { $0.mark != nil }.map { "`\($0.key)`" }.joined(separator: ", ")
          report.report(
            at: mark, "the services of an HTTP namespace have no DNS records", help: "leave out \(keys)")
        } else if service.dnsRecord?.literal == .CNAME, let policy = service.routingPolicy,
          policy.literal == .MULTIVALUE
        {
          report.report(at: policy.mark, "CNAME records cannot answer together", help: "write `WEIGHTED`")
        }
      }
    })
}

extension ResolvedSpec {
  /// A service that the stack creates, and its namespace's type if that is known.
  struct CreatedServiceOfNamespace {
    let element: Named<ServiceElement>
    let service: CreatedService
    let namespace: NamespaceType?
  }

  /// The services that the stack creates.
  func forEachCreatedService(_ body: (CreatedServiceOfNamespace) -> Void) {
    for element in names.spec.cloudMapServices {
      guard case .created(let service) = element.value.form else { continue }
      var type: NamespaceType?
      if case .element(let index) = names.find(.namespace, service.namespace) {
        let namespace = names.spec.cloudMapNamespaces[index].value
        type = namespace.type?.literal
        if case .created = namespace.form, namespace.type == nil { type = .private }
      }
      body(CreatedServiceOfNamespace(element: element, service: service, namespace: type))
    }
  }
}
