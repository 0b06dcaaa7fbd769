extension Rule {
  static let certificateWithoutZone = Rule(
    id: "DOM022",
    severity: .warning,
    summary: "DNS-validated certificate without a hosted zone for its validation record",
    why: """
      ACM issues a certificate once a DNS record proves that the host is yours. With a hosted zone CloudFormation writes the record;
      without one the deployment waits until it is added by hand, for up to three days, and then fails.
      """,
    source: "ACM's page on DNS validation; CloudFormation's page of AWS::CertificateManager::Certificate",
    example: """
      domains:
        api.example.com:
          certificate: ⟦true⟧
          ⟪→
          hostedZone: Z0123456789EXAMPLE
          ⟫
      apis:
        store:
          routes:
            $default: https://books.example.com
          disableExecuteApiEndpoint: true
          domain: api.example.com
      ⟪
      outputs:
        Target: {Value: !GetAtt domains.api.example.com.RegionalDomainName}
      →⟫
      """,
    check: { model, report in
      for certificate in model.resources(ResourceType.certificate.name) {
        guard let method = certificate["ValidationMethod"], method.text == "DNS",
          certificate.lacks("DomainValidationOptions")
        else { continue }
        report.report(
          at: method, "the deployment will wait until the DNS record that validates this certificate is added by hand",
          help: certificate.isRaw
            ? "add `DomainValidationOptions` with the `HostedZoneId` of each name"
            : "add `hostedZone`, or use the ARN of a certificate that exists")
      }
    })
}
