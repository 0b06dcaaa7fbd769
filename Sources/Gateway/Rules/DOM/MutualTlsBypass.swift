import YAMLTree

extension Rule {
  static let mutualTlsBypass = Rule(
    id: "DOM015",
    severity: .warning,
    summary: "mutual TLS on a domain of an API whose default endpoint is enabled",
    why: """
      Mutual TLS protects the domain only. At the API's default endpoint clients are accepted without a certificate, unless that
      endpoint is disabled.
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
    check: { model, report in
      var seen: Set<Mark> = []
      for mapping in model.domains.mappings where mapping.domain?.mutualTls != nil {
        guard let api = mapping.api, let resource = api.resource, resource.isWhole, api.answersAtEndpoint == true,
          seen.insert(api.mark).inserted
        else { continue }
        report.report(
          at: api.endpointSetting?.mark ?? mapping.hostMark,
          "clients can bypass mutual TLS at the API's default endpoint",
          help: "set `\(resource.words("DisableExecuteApiEndpoint")): true` on the API")
      }
    })
}
