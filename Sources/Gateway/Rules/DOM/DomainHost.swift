import CloudFormation
import SpecReading
import TextSearch
import YAMLTree

extension Rule {
  static let domainHost = Rule(
    id: "DOM001",
    severity: .error,
    premise: .name,
    summary: "invalid host of a domain",
    why: """
      A domain is a host as DNS writes it, in lower case and without `_`, scheme, port and path. A `*` may replace the whole first
      label only. API Gateway rejects other ones.
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
    check: { model, report in
      for domain in model.domains.all {
        if let element = domain.element, element.value.name != nil, !KeyGrammar.isName(element.name),
          HostForm.flaw(element.name) != nil
        {
          report.report(
            at: element.mark, "\(Reader.quoted(element.name)) is neither a name nor a host",
            help: "use letters, digits, `-` and `_`")
        }
        guard let property = domain["DomainName"] else { continue }
        let isName = domain.element.map { $0.value.name == nil && KeyGrammar.isName($0.name) } ?? false
        for (property, text) in property.choices where !text.hasDynamicReference {
          guard let flaw = HostForm.flaw(text) else { continue }
          report.report(
            at: property, flaw.message, help: isName ? "add its host, such as `name: api.example.com`" : flaw.help)
        }
        if property.openText(where: { HostForm.flaw(of: $0) != nil }) != nil {
          report.check(property.value, at: property.mark, in: model)
        }
      }
      let known = model.names.spec.domains.flatMap { [$0.name, $0.host.literal].compactMap { $0 } }
      for mapping in model.domains.mappings {
        if case .function(let value) = mapping.host { report.check(value, at: mapping.hostMark, in: model) }
        guard case .outside(let text) = mapping.host, let flaw = HostForm.flaw(text) else { continue }
        let isName = KeyGrammar.isName(text)
        report.report(
          at: mapping.hostMark, isName ? "there is no domain `\(text)`, and it is not a host" : flaw.message,
          help: HostForm.nearest(to: text, among: known).map { "did you mean `\($0)`?" } ?? flaw.help)
      }
    })

  static let basePathTwice = Rule(
    id: "DOM030",
    severity: .error,
    summary: "base path behind the host and in `basePath`",
    why: "A mapping has one base path. It is written behind the host, `HOST/PATH`, or in `basePath`.",
    source: "the language: a mapping has one base path",
    example: """
      domains:
        api.example.com:
          certificate: arn:aws:acm:eu-west-1:111122223333:certificate/11112222-3333-4444-5555-666677778888
          hostedZone: Z0123456789EXAMPLE
      apis:
        store:
          routes:
            $default: https://books.example.com
          disableExecuteApiEndpoint: true
          domain: {name: api.example.com⟪/v1 →⟫, basePath: ⟦v1⟧}
      """,
    check: { model, report in
      for mapping in model.spec.mappings.map(\.mapping) {
        guard let base = mapping.basePath, let text = mapping.name.literal, text.contains("/"), !text.mentions("://")
        else { continue }
        report.report(
          at: base.mark, "the base path is written both here and behind the host", help: "remove one of the two")
      }
    })
}

extension Rule.Report {
  /// Checks a host that functions give, as far as it is known.
  fileprivate mutating func check(_ host: Value, at mark: Mark, in model: Model) {
    for open in model.openTexts(of: host) {
      guard let flaw = HostForm.flaw(of: open) else { continue }
      report(flaw, at: mark)
      return
    }
  }
}
