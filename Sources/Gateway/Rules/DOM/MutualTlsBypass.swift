import YAMLTree

extension Rule {
  /// A way in without a certificate.
  static let mutualTlsBypass = Rule(
    id: "DOM015",
    severity: .warning,
    summary: "mutual TLS on a domain of an API that answers at its default endpoint, too",
    why: """
      Mutual TLS is the domain's. At the address that AWS gives every API anybody is let in without a certificate, unless the
      API is closed there.
      """,
    source: "API Gateway's page on mutual TLS of HTTP APIs",
    example: """
      domains:
        api.example.com:
          certificate: arn:aws:acm:eu-west-1:111122223333:certificate/11112222-3333-4444-5555-666677778888
          hostedZone: Z0123456789EXAMPLE
          mutualTls: {truststore: s3://trust/clients.pem}
      apis:
        store:
          routes:
            $default: https://books.example.com
          ⟪→
          disableExecuteApiEndpoint: true
          ⟫
          domain: ⟦api.example.com⟧
      """,
    check: { spec, report in
      var seen: Set<Mark> = []
      for mapping in spec.mappings where mapping.api.value.answersAtEndpoint == true {
        guard spec.domain(of: mapping)?.value.created?.mutualTls != nil, seen.insert(mapping.api.mark).inserted,
          spec.isWhole(mapping.api.mark)
        else { continue }
        report.report(
          at: mapping.api.value.endpointMark ?? mapping.hostMark,
          "clients get around mutual TLS by the API's default endpoint",
          help: "write `disableExecuteApiEndpoint: true` on the API")
      }
      let guarded = Set(
        spec.rawGateway("DomainName").filter { $0["MutualTlsAuthentication"] != nil }.map { DomainHost.resource($0.id) }
      )
      if guarded.isEmpty { return }
      for mapping in spec.mappings where guarded.contains(mapping.host) && mapping.api.value.answersAtEndpoint == true {
        guard seen.insert(mapping.api.mark).inserted, spec.isWhole(mapping.api.mark) else { continue }
        report.report(
          at: mapping.api.value.endpointMark ?? mapping.hostMark,
          "clients get around mutual TLS by the API's default endpoint",
          help: "write `disableExecuteApiEndpoint: true` on the API")
      }
      let hosts = Dictionary(grouping: spec.mappedPlaces.filter { guarded.contains($0.host) }) { $0.resource?.apiKey }
      for api in spec.rawGateway("Api") {
        guard let mapping = hosts[api.apiKey]?.first else { continue }
        let disabled = api["DisableExecuteApiEndpoint"]
        guard disabled.map({ $0.bool == false }) ?? api.lacks("DisableExecuteApiEndpoint") else { continue }
        report.report(
          at: disabled?.mark ?? mapping.hostMark, "clients get around mutual TLS by the API's default endpoint",
          help: "write `DisableExecuteApiEndpoint: true` on the API")
      }
    })
}

extension Api {
  /// Where it is said whether the default endpoint is closed.
  fileprivate var endpointMark: Mark? {
    if case .created(let api) = form { api.disableExecuteApiEndpoint?.mark } else { nil }
  }
}
