import YAMLTree

extension Rule {
  static let endpointBesideDomain = Rule(
    id: "DOM018",
    severity: .note,
    premise: .spec,
    summary: "API with a domain and an enabled default endpoint",
    why: """
      An API with a domain can still be called at its default endpoint, the URL that AWS gives it. Disable the default endpoint if
      clients should use the domain only.
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
    check: { model, report in
      var seen: Set<Mark> = []
      for mapping in model.domains.mappings {
        guard let api = mapping.api, let resource = api.resource, api.endpointSetting == nil,
          api.answersAtEndpoint == true, seen.insert(api.mark).inserted
        else { continue }
        // With mutual TLS it is more than a note.
        if model.domains.mappings(of: api).contains(where: { $0.domain?.mutualTls != nil }) { continue }
        report.report(
          at: mapping.hostMark, "the API `\(api.name)` can also be called at its default endpoint",
          help: resource.source == .serverless && resource.record.origin.key == nil
            ? "define the API as an `AWS::Serverless::HttpApi`, which has `DisableExecuteApiEndpoint`"
            : "set `\(resource.words("DisableExecuteApiEndpoint"))` to `true`, or to `false` if that is intended")
      }
    })
}
