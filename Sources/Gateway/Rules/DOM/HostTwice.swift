import Diagnostics
import SpecReading

extension Rule {
  /// One host, one domain.
  static let hostTwice = Rule(
    id: "DOM024",
    severity: .error,
    summary: "two domains of the same host",
    why: """
      A host is one domain of an account and region. The second one is refused, or taken for the first where an API names it.
      """,
    source: "API Gateway's CreateDomainName",
    example: """
      domains:
        api.example.com:
          certificate: arn:aws:acm:eu-west-1:111122223333:certificate/11112222-3333-4444-5555-666677778888
          hostedZone: Z0123456789EXAMPLE
        ⟪
        main:
          name: ⟦api.example.com⟧
          certificate: arn:aws:acm:eu-west-1:111122223333:certificate/11112222-3333-4444-5555-666677778888
          hostedZone: Z0123456789EXAMPLE
        →⟫
      apis:
        store:
          routes:
            $default: https://books.example.com
          disableExecuteApiEndpoint: true
          domain: [api.example.com, ⟪main → api.example.com⟫/v1]
      """,
    check: { spec, report in
      var seen: [String: Named<DomainElement>] = [:]
      for element in spec.names.spec.domains {
        guard let host = element.host.literal, let other = seen.updateValue(element, forKey: host) else { continue }
        // Conditions may keep them apart.
        if element.value.created?.options.condition != nil, other.value.created?.options.condition != nil { continue }
        report.report(
          at: element.host.mark, "`\(host)` is the host of another domain, too",
          related: [Related(message: "the other one", mark: other.host.mark)], help: "leave out one of the two")
      }
      var marks = seen.mapValues(\.host.mark)
      for domain in spec.rawGateway("DomainName") where domain.condition == nil {
        guard let host = domain["DomainName"], let text = host.text,
          let other = marks.updateValue(host.mark, forKey: text)
        else { continue }
        report.report(
          at: host.mark, "`\(text)` is the host of another domain, too",
          related: [Related(message: "the other one", mark: other)], help: "leave out one of the two")
      }
    })
}
