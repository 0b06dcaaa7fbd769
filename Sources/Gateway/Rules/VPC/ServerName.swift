import CloudFormation
import Diagnostics
import SpecReading

extension Rule {
  /// A server name that the certificate is not for.
  static let serverNameOfCertificate = Rule(
    id: "VPC007",
    severity: .warning,
    summary: "`tls` with a host that none of the listener's certificates is for",
    why: """
      API Gateway verifies that the certificate that the listener shows is for the host in `tls`. If it is not, every
      request fails with 503. A `*` in a certificate stands for one part of a host.
      """,
    source: "API Gateway's TlsConfig; ACM's page on certificate characteristics",
    example: """
      vpcs:
        main:
      loadBalancers:
        web:
          type: application
          vpc: main
          listeners:
            https: {port: 443, certificate: Certificate, forward: {type: ip, port: 8080}}
      apis:
        store:
          routes:
            $default: {alb: web, tls: ⟦books.internal.example.com → books.example.com⟧}
      resources:
        Certificate:
          Type: AWS::CertificateManager::Certificate
          Properties: {DomainName: "*.example.com", ValidationMethod: EMAIL}
      """,
    check: { spec, report in
      var hosts: CertificateHosts?
      spec.forEachListenerTarget { target, balancer, listener in
        guard let tls = target.network.tls, let name = tls.literal?.lowercased(),
          case .created(let created) = listener.value.form, let certificate = created.certificate,
          created.extraCertificates.map({ $0.intrinsic == nil }) ?? true, spec.isWhole(listener.mark)
        else { return }
        let known = hosts ?? CertificateHosts(spec)
        hosts = known
        var names: [String] = []
        for certificate in [certificate] + (created.extraCertificates?.items ?? []) {
          guard let more = known.hosts(of: certificate, in: spec) else { return }
          names += more
        }
        if names.contains(where: { $0.isCertificateName(for: name) }) || ServerName.flaw(name) != nil { return }
        report.report(
          at: tls.mark, "no certificate of the listener `\(listener.name)` is for `\(name)`",
          related: [Related(message: "the certificate is for " + Suggestion.list(names), mark: certificate.mark)],
          help: "write a host that it is for, or add this one to its `SubjectAlternativeNames`")
      }
    })

  /// What is no server name.
  static let serverNameForm = Rule(
    id: "VPC008",
    severity: .error,
    summary: "`tls` with something that is not a host",
    why: """
      `tls` is the name that the certificate has to be for, as it stands in a certificate: without scheme, port and path.
      No certificate is for anything else, so every request fails with 503.
      """,
    source: "API Gateway's TlsConfig: ServerNameToVerify is a host's name",
    example: """
      vpcs:
        main: {id: vpc-12345678, privateSubnets: [subnet-aaaa1111, subnet-bbbb2222]}
      loadBalancers:
        web:
          type: application
          vpc: main
          listeners:
            https:
              port: 443
              certificate: arn:aws:acm:eu-west-1:111122223333:certificate/11112222-3333-4444-5555-666677778888
              forward: {type: ip, port: 8080}
      apis:
        store:
          routes:
            $default: {alb: web, tls: ⟦"https://books.example.com" → books.example.com⟧}
      """,
    check: { spec, report in
      spec.forEachTarget { answering in
        guard let tls = answering.privateTarget?.network.tls, let text = tls.literal,
          let help = ServerName.flaw(text)
        else { return }
        report.report(at: tls.mark, "\(Reader.quoted(text)) is not a host", help: help)
      }
      for integration in spec.rawResources("AWS::ApiGatewayV2::Integration") {
        guard let name = integration["TlsConfig"]?["ServerNameToVerify"], let text = name.text,
          let help = ServerName.flaw(text)
        else { continue }
        report.report(at: name.mark, "\(Reader.quoted(text)) is not a host", help: help)
      }
    })
}

/// The form of a server's name.
private enum ServerName {
  /// What to write instead of what is no host; nil where it is one.
  static func flaw(_ text: String) -> String? {
    if let end = text.firstRange(of: "://") {
      let rest = text[end.upperBound...].prefix { $0 != "/" && $0 != ":" }
      return rest.isEmpty ? "write the host alone" : "write the host alone: `\(rest)`"
    }
    // What was meant to be read by `!Sub` is told elsewhere.
    if text.mentions("${") { return nil }
    if text.utf8.count > 512 { return "it has at most 512 characters" }
    if text.contains("*") { return "write one host of those that the certificate is for, without `*`" }
    if let end = text.firstIndex(where: { $0 == "/" || $0 == ":" }), end != text.startIndex {
      return "write the host alone: `\(text[..<end])`"
    }
    let labels = text.split(separator: ".", omittingEmptySubsequences: false)
    let isHost = labels.allSatisfy { label in
      label.isMade(ofLettersDigitsAnd: "-_") && label.utf8.count <= 63 && !label.hasPrefix("-") && !label.hasSuffix("-")
    }
    return isHost ? nil : "a host is made of letters, digits, inner `-` and `.`"
  }
}
