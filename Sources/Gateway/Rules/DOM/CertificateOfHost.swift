import CloudFormation
import Diagnostics
import SpecReading
import YAMLTree

extension Rule {
  static let certificateOfHost = Rule(
    id: "DOM006",
    severity: .error,
    summary: "certificate of the spec that does not match the domain",
    why: """
      A certificate is valid for the hosts that it names; a `*` matches one label, so `*.example.com` matches neither
      `example.com` nor `a.b.example.com`. API Gateway rejects any other certificate.
      """,
    source: "API Gateway's pages on custom domain names; ACM's page on certificate characteristics",
    example: """
      domains:
        api.example.com:
          certificate: ⟦Certificate⟧
          hostedZone: Z0123456789EXAMPLE
      apis:
        store:
          routes:
            $default: https://books.example.com
          disableExecuteApiEndpoint: true
          domain: api.example.com
      resources:
        Certificate:
          Type: AWS::CertificateManager::Certificate
          Properties: {DomainName: example.com, ⟪→ SubjectAlternativeNames: ["*.example.com"], ⟫ValidationMethod: EMAIL}
      """,
    check: { model, report in
      for domain in model.domains.all {
        guard let host = domain.host, HostForm.flaw(host) == nil else { continue }
        for certificate in domain.configurations.compactMap({ $0["CertificateArn"] }) {
          guard let hosts = model.hosts(ofCertificate: certificate),
            !hosts.contains(where: { $0.matches(host: host) })
          else { continue }
          report.report(
            at: certificate, "this certificate is not valid for `\(host)`",
            related: model.resource(certificate).map {
              [Related(message: "it is valid for " + Suggestion.list(hosts), mark: $0.mark)]
            } ?? [],
            help: "use another certificate, or add the host to its `SubjectAlternativeNames`")
        }
      }
    })

  static let certificateNameLength = Rule(
    id: "DOM029",
    severity: .error,
    summary: "certificate with a first name of over 64 characters, or with an e-mail domain for DNS validation",
    why: """
      ACM rejects a certificate whose `DomainName` has more than 64 characters; alternative names may be longer. "ValidationDomain
      cannot be used with DNS validation": it is the domain of the addresses that ACM writes e-mails to.
      """,
    source: "ACM's page on certificate characteristics; aws-cdk#7933",
    example: """
      domains:
        the-api-of-the-book-store-in-the-western-part-of-europe.books.example.com:
          certificate: ⟦true → arn:aws:acm:eu-west-1:111122223333:certificate/11112222-3333-4444-5555-666677778888⟧
          hostedZone: Z0123456789EXAMPLE
      apis:
        store:
          routes:
            $default: https://books.example.com
          disableExecuteApiEndpoint: true
          domain: the-api-of-the-book-store-in-the-western-part-of-europe.books.example.com
      """,
    check: { model, report in
      for certificate in model.resources(ResourceType.certificate.name) {
        for option in certificate["DomainValidationOptions"]?.items ?? []
        where certificate["ValidationMethod"]?.text == "DNS" {
          guard let domain = option["ValidationDomain"] else { continue }
          report.report(
            at: domain.key, "`ValidationDomain` is for validation by e-mail, not by DNS",
            help: "write `HostedZoneId` with the ID of the hosted zone, or remove it")
        }
        guard let name = certificate["DomainName"], let host = name.text, host.utf8.count > 64 else { continue }
        report.report(
          at: name, "a certificate for `\(host)` cannot be created: its first name may have at most 64 characters",
          help: "use a certificate with a shorter `DomainName`, and this host in `SubjectAlternativeNames`")
      }
    })
}
