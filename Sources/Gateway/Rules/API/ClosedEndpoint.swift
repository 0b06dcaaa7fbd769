import Diagnostics
import SpecReading
import TextSearch

extension Rule {
  /// Where no address can be written at all, it is reported when the template is written.
  static let closedEndpoint = Rule(
    of: .closedEndpoint,
    premise: .spec,
    source: "API Gateway's page on the default endpoint of HTTP APIs; aws-sdk-net#1860",
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
          domain: api.example.com
      outputs:
        Store: ⟦⟪!Sub "https://${apis.store}.execute-api.${AWS::Region}.amazonaws.com" → !GetAtt apis.store.ApiEndpoint⟫⟧
      """,
    check: { model, report in
      if !model.apis.all.contains(where: { $0.closing != nil }) { return }
      for url in model.composedUrls {
        guard let (api, _) = model.apiOfEndpoint(url.text), let closing = api.closing,
          closing.bool == true || !url.isConditional
        else { continue }
        let hasDomain = model.domains.mappings.contains { $0.api === api }
        report.report(
          at: url.mark, "the default endpoint of \(Reader.quoted(api.name)) is disabled",
          related: [Related(message: "it is disabled here", mark: closing.mark)],
          help: hasDomain
            ? api.addressOnDomain(for: url.text)
            : "set a domain on it, or remove `\(closing.word)`")
      }
    })
}

extension Model.Api {
  /// The setting that disables its default endpoint, or may do so under a condition.
  fileprivate var closing: Model.Property? { endpointSetting.flatMap { $0.texts.contains("true") ? $0 : nil } }

  /// How to write the URL of its domain, or only the host. That of an API which the language closes is found; messages to
  /// clients of a WebSocket API have one of their own, with `https`.
  fileprivate func addressOnDomain(for url: String) -> String {
    let isHost = !url.mentions("://") && url.mentions(".execute-api.")
    guard let element, let model = resource?.model, !isHost, model.spec.values.isClosed(element)
    else { return "use the \(isHost ? "host" : "URL") of its domain" }
    guard element.value.isWebSocket, url.hasPrefix("https://") else {
      return "write `!GetAtt apis.\(name).ApiEndpoint`, which is the URL of its domain"
    }
    let stage = url.split(separator: "/").dropFirst(2).first ?? "STAGE"
    return "write `!GetAtt apis.\(name).stages.\(stage).CallbackUrl`, which is on its domain"
  }
}
