extension Rule {
  static let domainNeedsCertificate = Rule(
    id: "DOM004",
    severity: .error,
    premise: .element,
    summary: "domain without a certificate",
    why: """
      A domain accepts TLS connections only, for which it needs a certificate of its host. Certificates of ACM cost nothing. API
      Gateway cannot create the domain without one.
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
    check: { model, report in
      for domain in model.domains.all where !domain.exists {
        let all = domain["DomainNameConfigurations"]
        guard domain.resource.isWhole,
          all.map({ $0.items != nil }) ?? domain.resource.lacks("DomainNameConfigurations"),
          domain.configurations.allSatisfy({ $0.lacks("CertificateArn") })
        else { continue }
        report.report(
          at: domain.mark, "the domain `\(domain.name)` has no certificate",
          help: domain.resource.source == .serverless
            ? "add `CertificateArn: ARN`"
            : domain.element == nil
              ? "add `DomainNameConfigurations: [{CertificateArn: ARN}]`"
              : "add `certificate: ARN`, `certificate: true` for a new one, or `exists: true` if the domain exists")
      }
    })
}
