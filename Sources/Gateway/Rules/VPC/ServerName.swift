import CloudFormation
import Diagnostics
import SpecReading
import TextSearch
import YAMLTree

extension Rule {
  /// A host of another certificate.
  static let serverNameOfCertificate = Rule(
    id: "VPC007",
    severity: .warning,
    summary: "server name that none of the certificates of the listener is for",
    why: """
      API Gateway verifies that the certificate of the listener is for the host in `tls`. Otherwise every request fails with 503. A
      `*` in a certificate matches one label of a host.
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
    check: { model, report in
      for target in model.privateListeners {
        guard let name = target.serverName, let text = name.text?.lowercased(), let listener = target.resource,
          listener.isWhole, ServerName.flaw(text) == nil, let hosts = model.certificateHosts(of: listener)
        else { continue }
        if hosts.names.contains(where: { $0.matches(host: text) }) { continue }
        report.report(
          at: name.mark, "no certificate of the listener `\(target.name)` is for `\(text)`",
          related: [Related(message: "the certificate is for " + Suggestion.list(hosts.names), mark: hosts.mark)],
          help: "use a host that it is for, or add this one to its `SubjectAlternativeNames`")
      }
    })

  /// The form of a server name.
  static let serverNameForm = Rule(
    id: "VPC008",
    severity: .error,
    summary: "server name is not a host",
    why: """
      The server name is the host that the certificate must be for: without scheme, port and path. No certificate is for anything
      else, so every request fails with 503.
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
    check: { model, report in
      for integration in model.apis.integrations {
        guard let name = integration["TlsConfig"]?["ServerNameToVerify"] else { continue }
        for (name, text) in name.choices {
          guard let help = ServerName.flaw(text) else { continue }
          report.report(at: name, "\(Reader.quoted(text)) is not a host", help: help)
        }
        if let text = name.openText(where: {
          $0.known.contains { !$0.isEmpty && !$0.isMade(ofLettersDigitsAnd: ".-_") }
        }) {
          report.report(at: name, "\(Reader.quoted(text)) is not a host", help: "use the host only")
        }
      }
    })
}

extension Model {
  /// The hosts of a listener's certificates, and where they are named; nil where they are not all known.
  fileprivate func certificateHosts(of listener: Resource) -> (names: [String], mark: Mark)? {
    guard let own = listener["Certificates"]?.items, let first = own.first else { return nil }
    let others = resources("AWS::ElasticLoadBalancingV2::ListenerCertificate")
      .filter { $0["ListenerArn"]?.target == listener.id }.flatMap { $0["Certificates"]?.list ?? [] }
    var names: [String] = []
    for certificate in own + others {
      guard let more = certificate["CertificateArn"].flatMap(hosts(ofCertificate:)) else { return nil }
      names += more
    }
    return (names, first.mark)
  }
}

/// The form of a server name.
private enum ServerName {
  /// What to write instead of a text that is not a host; nil where it is one.
  static func flaw(_ text: String) -> String? {
    if let end = text.firstRange(of: "://") {
      let rest = text[end.upperBound...].prefix { $0 != "/" && $0 != ":" }
      return rest.isEmpty ? "use the host only" : "use the host only: `\(rest)`"
    }
    // A missing `!Sub` is reported by another rule.
    if text.mentions("${") { return nil }
    if text.utf8.count > 512 { return "use at most 512 characters" }
    if ["true", "false"].contains(text) { return "use the host that the certificate of the listener is for" }
    if text.contains("*") { return "use one host that the certificate is for, without `*`" }
    if let end = text.firstIndex(where: { $0 == "/" || $0 == ":" }), end != text.startIndex {
      return "use the host only: `\(text[..<end])`"
    }
    // RFC 6066: the name in a TLS handshake is not an address.
    if CidrBlock.address(of: text.utf8[...]) != nil {
      return "use the host that the certificate of the listener is for"
    }
    let labels = text.split(separator: ".", omittingEmptySubsequences: false)
    let isHost = labels.allSatisfy { label in
      label.isMade(ofLettersDigitsAnd: "-_") && label.utf8.count <= 63 && !label.hasPrefix("-") && !label.hasSuffix("-")
    }
    return isHost ? nil : "use letters, digits, inner `-` and `.`"
  }
}
