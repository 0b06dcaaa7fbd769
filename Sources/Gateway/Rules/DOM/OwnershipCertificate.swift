import CloudFormation
import SpecReading

extension Rule {
  /// What proves that a host is yours.
  static let ownershipCertificate = Rule(
    id: "DOM017",
    severity: .warning,
    summary:
      "mutual TLS with a private certificate and no ownership certificate, or an ownership certificate without mutual TLS",
    why: """
      With mutual TLS the domain's own certificate may be a private or an imported one, which proves nothing about the host:
      a second, public certificate of ACM's has to. It is for mutual TLS alone.
      """,
    source: "CloudFormation's page of AWS::ApiGatewayV2::DomainName, OwnershipVerificationCertificateArn",
    example: """
      domains:
        api.example.com:
          certificate: arn:aws:acm:eu-west-1:111122223333:certificate/11112222-3333-4444-5555-666677778888
          hostedZone: Z0123456789EXAMPLE
          ownershipCertificate: ⟦arn:aws:acm:eu-west-1:111122223333:certificate/99998888-7777-6666-5555-444433332222⟧
          ⟪→
          mutualTls: {truststore: s3://trust/clients.pem}
          ⟫
      apis:
        store:
          routes:
            $default: https://books.example.com
          disableExecuteApiEndpoint: true
          domain: api.example.com
      """,
    check: { spec, report in
      spec.forEachRawConfiguration { domain, configuration in
        guard let given = configuration["OwnershipVerificationCertificateArn"], domain.lacks("MutualTlsAuthentication")
        else { return }
        report.report(
          at: given.key, "an ownership certificate is for mutual TLS, which this domain has not",
          help: "write `MutualTlsAuthentication: {TruststoreUri: s3://BUCKET/KEY}`, or leave it out")
      }
      spec.forEachRawConfiguration { domain, configuration in
        guard domain["MutualTlsAuthentication"] != nil, configuration.lacks("OwnershipVerificationCertificateArn"),
          let given = configuration["CertificateArn"], let id = given.target,
          let certificate = spec.rawResources("AWS::CertificateManager::Certificate").first(where: { $0.id == id }),
          certificate["CertificateAuthorityArn"] != nil
        else { return }
        report.report(
          at: given.mark,
          "this certificate is a private one: with mutual TLS it does not prove that the host is yours",
          help: "add `OwnershipVerificationCertificateArn`, a public certificate of ACM's for the host")
      }
      let certificates = spec.rawResources("AWS::CertificateManager::Certificate")
      for (element, domain) in spec.createdDomains where spec.isWhole(element.mark) {
        if let given = domain.ownershipCertificate {
          if domain.mutualTls != nil { continue }
          report.report(
            at: given.mark, "an ownership certificate is for mutual TLS, which this domain has not",
            help: "write `mutualTls: {truststore: s3://BUCKET/KEY}`, or leave it out")
        } else if domain.mutualTls != nil, case .given(let name) = domain.certificate {
          guard case .resource(let id) = spec.names.find(.certificate, name),
            let certificate = certificates.first(where: { $0.id == id }),
            certificate["CertificateAuthorityArn"] != nil
          else { continue }
          report.report(
            at: name.mark,
            "this certificate is a private one: with mutual TLS it does not prove that the host is yours",
            help: "add `ownershipCertificate`, a public certificate of ACM's for the host")
        }
      }
    })
}
