import SpecReading
import YAMLTree

extension Rule {
  /// What a domain may be called.
  static let domainHost = Rule(
    id: "DOM001",
    severity: .error,
    summary: "a domain that is not a host",
    why: """
      API Gateway takes a host as DNS writes it, in lower case and without `_`: no scheme, no port, no path. A `*` may stand
      for the whole first part, and for nothing else.
      """,
    source: "CloudFormation's page of AWS::ApiGatewayV2::DomainName; API Gateway's pages on custom domain names",
    example: """
      domains:
        ⟦API.example.com → api.example.com⟧:
          certificate: arn:aws:acm:eu-west-1:111122223333:certificate/11112222-3333-4444-5555-666677778888
          hostedZone: Z0123456789EXAMPLE
      apis:
        store:
          routes:
            $default: https://books.example.com
          disableExecuteApiEndpoint: true
          domain: ⟪API → api⟫.example.com
      """,
    check: { spec, report in
      for element in spec.names.spec.domains {
        if element.value.name != nil, !KeyGrammar.isName(element.name), HostForm.flaw(element.name) != nil {
          report.report(
            at: element.mark, "\(Reader.quoted(element.name)) is neither a name nor a host",
            help: "names are made of letters, digits, `-` and `_`")
        }
        guard let host = element.host.literal, let flaw = HostForm.flaw(host) else { continue }
        let isName = element.value.name == nil && KeyGrammar.isName(host)
        report.report(
          at: element.host.mark, flaw.message, help: isName ? "write its host: `name: api.example.com`" : flaw.help)
      }
      for domain in spec.rawGateway("DomainName") {
        guard let host = domain["DomainName"], let text = host.text, !text.mentions("{{resolve:"),
          let flaw = HostForm.flaw(text)
        else { continue }
        report.report(at: host.mark, flaw.message, help: flaw.help)
      }
      for mapping in spec.mappings {
        if let base = mapping.mapping.basePath, let text = mapping.mapping.name.literal, text.contains("/"),
          !text.mentions("://")
        {
          report.report(
            at: base.mark, "the path is there twice: in `basePath`, and behind the host",
            help: "leave out one of the two")
        }
        guard case .outside(let text) = mapping.host, let flaw = HostForm.flaw(text) else { continue }
        let known = spec.names.spec.domains.flatMap { [$0.name, $0.host.literal].compactMap { $0 } }
        let near = HostForm.nearest(to: text, among: known)
        let isName = KeyGrammar.isName(text)
        report.report(
          at: mapping.hostMark, isName ? "there is no domain called `\(text)`, and it is not a host" : flaw.message,
          help: near.map { "did you mean `\($0)`?" } ?? flaw.help)
      }
    })
}
