import YAMLTree

extension Rule {
  /// Two addresses for one API.
  static let endpointBesideDomain = Rule(
    id: "DOM018",
    severity: .note,
    summary: "an API with a domain that answers at its default endpoint, too",
    why: """
      Besides its own domain an API answers at the address that AWS gave it. Where clients are to know the domain alone, close
      the other one.
      """,
    source: "API Gateway's page on the default endpoint of HTTP APIs",
    example: """
      domains:
        api.example.com:
          certificate: arn:aws:acm:eu-west-1:111122223333:certificate/11112222-3333-4444-5555-666677778888
          hostedZone: Z0123456789EXAMPLE
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
      for mapping in spec.mappings {
        guard case .created(let api) = mapping.api.value.form, api.disableExecuteApiEndpoint == nil,
          seen.insert(mapping.api.mark).inserted, spec.isWhole(mapping.api.mark)
        else { continue }
        // With mutual TLS that is worse than a note.
        if spec.mappings.contains(where: {
          $0.api.mark == mapping.api.mark && spec.domain(of: $0)?.value.created?.mutualTls != nil
        }) {
          continue
        }
        report.report(
          at: mapping.hostMark, "the API `\(mapping.api.name)` answers at its default endpoint, too",
          help: "`disableExecuteApiEndpoint: true` closes it; `false` says that it is meant")
      }
    })
}
