extension Rule {
  /// Who proves that the host is yours.
  static let certificateWithoutZone = Rule(
    id: "DOM022",
    severity: .warning,
    summary: "a certificate that is made, and no zone that its proof is written to",
    why: """
      ACM makes a certificate once a record in the host's DNS proves that the host is yours. With `hostedZone` CloudFormation
      writes the record; without it the deployment stands still until somebody does, for up to three days.
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
    check: { spec, report in
      for (element, domain) in spec.createdDomains {
        guard case .made(let mark) = domain.certificate, element.value.hostedZone == nil, spec.isWhole(element.mark)
        else {
          continue
        }
        report.report(
          at: mark, "the deployment will wait until somebody adds the record that proves this certificate",
          help: "write `hostedZone`, or the ARN of a certificate that is there")
      }
      for certificate in spec.rawResources("AWS::CertificateManager::Certificate") {
        guard let method = certificate["ValidationMethod"], method.text == "DNS",
          certificate["DomainValidationOptions"] == nil
        else { continue }
        report.report(
          at: method.mark, "the deployment will wait until somebody adds the record that proves this certificate",
          help: "write `DomainValidationOptions` with each name's `HostedZoneId`")
      }
    })
}
