import CloudFormation
import Diagnostics
import SpecReading
import YAMLTree

extension Rule {
  /// A certificate is for certain hosts.
  static let certificateOfHost = Rule(
    id: "DOM006",
    severity: .error,
    summary: "a certificate of the spec that is not for the domain's host",
    why: """
      A certificate names the hosts that it is for; a `*` stands for one part of a host, so `*.example.com` is not for
      `example.com` nor for `a.b.example.com`. API Gateway refuses any other one. The first name has at most 64 characters.
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
    check: { spec, report in
      let certificates = CertificateHosts(spec)
      func check(_ id: String?, _ host: String, _ mark: Mark) {
        guard let id, let hosts = certificates.hosts(of: id),
          !hosts.contains(where: { $0.isCertificateName(for: host) })
        else { return }
        let place = spec.names.spec.resources.first { $0.name == id }?.mark
        report.report(
          at: mark, "this certificate is not for `\(host)`",
          related: place.map { [Related(message: "it is for " + Suggestion.list(hosts), mark: $0)] } ?? [],
          help: "name one that is, or add the host to its `SubjectAlternativeNames`")
      }
      spec.forEachRawConfiguration { domain, configuration in
        guard let host = domain["DomainName"]?.text, HostForm.flaw(host) == nil,
          let given = configuration["CertificateArn"]
        else { return }
        check(given.target, host, given.mark)
      }
      for (element, domain) in spec.createdDomains {
        guard let host = element.host.literal, HostForm.flaw(host) == nil else { continue }
        switch domain.certificate {
        case .made(let mark):
          if host.utf8.count > 64 {
            report.report(
              at: mark, "a certificate for `\(host)` cannot be made: its first name has at most 64 characters",
              help: "name one that has a shorter name, too, such as its domain's")
          }
        case .given(let name):
          check(certificates.id(of: name, in: spec), host, name.mark)
        case nil: break
        }
      }
    })
}

extension String {
  /// Whether a certificate's name is for a host.
  func isCertificateName(for host: String) -> Bool {
    if lowercased() == host { return true }
    guard hasPrefix("*."), let dot = host.firstIndex(of: ".") else { return false }
    return lowercased().dropFirst() == host[dot...]
  }
}
