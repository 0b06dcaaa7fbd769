extension Rule {
  /// What a domain shows its clients.
  static let domainNeedsCertificate = Rule(
    id: "DOM004",
    severity: .error,
    summary: "a domain without a certificate",
    why: """
      Clients reach a domain by TLS alone, for which it needs a certificate of its host. One of ACM's costs nothing.
      """,
    source: "API Gateway's pages on custom domain names",
    example: """
      domains:
        ⟦api.example.com⟧:
          ⟪→
          certificate: true
          ⟫
          hostedZone: Z0123456789EXAMPLE
      apis:
        store:
          routes:
            $default: https://books.example.com
          disableExecuteApiEndpoint: true
          domain: api.example.com
      """,
    isEssential: true,
    check: { spec, report in
      for (element, domain) in spec.createdDomains where domain.certificate == nil && spec.isWhole(element.mark) {
        report.report(
          at: element.mark, "the domain `\(element.name)` has no certificate",
          help:
            "write `certificate: ARN`, `certificate: true` for one that is made, or `exists: true` if the domain is there"
        )
      }
      for domain in spec.rawGateway("DomainName") {
        let all = domain["DomainNameConfigurations"]
        if all?.isFunction ?? !domain.lacks("DomainNameConfigurations") { continue }
        guard (all?.items ?? []).allSatisfy({ $0.lacks("CertificateArn") }), all == nil || all?.items != nil else {
          continue
        }
        report.report(
          at: domain.mark, "the domain `\(domain.id)` has no certificate",
          help: "write `DomainNameConfigurations: [{CertificateArn: ARN}]`")
      }
    })
}
