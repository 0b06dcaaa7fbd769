import Diagnostics

extension Rule {
  static let certificateWithoutZone = Rule(
    id: "DOM022",
    severity: .warning,
    summary: "certificate whose validation the deployment waits for",
    why: """
      ACM issues a certificate once a DNS record proves that the host is yours. With a hosted zone CloudFormation writes the record;
      without one the deployment waits until it is added by hand, for up to three days, and then fails. ACM does not see a record
      in a private hosted zone. Without `ValidationMethod: DNS`, ACM sends e-mails to the owner of the domain, and the deployment
      waits for their answer.
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
        if let zone = model.privateZone(of: certificate), let method = certificate["ValidationMethod"] {
          report.report(
            at: method, "ACM does not see the validation record: its hosted zone is private",
            related: [Related(message: "the hosted zone", mark: zone.mark)],
            help: "use a public hosted zone of the domain")
          continue
        }
        guard let method = certificate["ValidationMethod"] else {
          guard certificate.lacks("ValidationMethod"), certificate.lacks("CertificateAuthorityArn") else { continue }
          report.report(
            at: certificate.mark, "the deployment will wait until the owner of the domain answers an e-mail",
            help: "add `ValidationMethod: DNS`"
              + (certificate.lacks("DomainValidationOptions")
                ? ", and `DomainValidationOptions` with the `HostedZoneId` of each name" : ""))
          continue
        }
        guard method.text == "DNS", certificate.lacks("DomainValidationOptions") else { continue }
        report.report(
          at: method, "the deployment will wait until the DNS record that validates this certificate is added by hand",
          help: certificate.isRaw
            ? "add `DomainValidationOptions` with the `HostedZoneId` of each name"
            : "add `hostedZone`, or use the ARN of a certificate that exists")
      }
    })
}

extension Model {
  /// The hosted zone of a VPC that the validation record of a certificate is written to.
  fileprivate func privateZone(of certificate: Resource) -> Resource? {
    for option in certificate["DomainValidationOptions"]?.items ?? [] {
      guard let zone = resource(option["HostedZoneId"], of: "AWS::Route53::HostedZone"),
        let vpcs = zone["VPCs"]?.items, !vpcs.isEmpty
      else { continue }
      return zone
    }
    return nil
  }
}
