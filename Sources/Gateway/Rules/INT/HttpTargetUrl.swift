import SpecReading
import TextSearch
import YAMLTree

extension Rule {
  /// A URL that API Gateway rejects.
  static let httpTargetUrl = Rule(
    id: "INT010",
    severity: .error,
    summary: "invalid URL of an HTTP integration",
    why: """
      API Gateway calls `http://` and `https://` URLs with a host. It rejects user names, passwords, fragments and spaces in
      them: "Invalid HTTP endpoint specified for URI".
      """,
    source: "API Gateway's CreateIntegration; public reports of its message",
    example: """
      apis:
        store:
          routes:
            GET /books: {http: ⟦books.example.com/v1 → https://books.example.com/v1⟧}
      """,
    check: { model, report in
      for url in model.internetUrls {
        guard let flaw = url.flaw else { continue }
        // There may be a password in front of the `@`.
        let secret = url.text.contains("@") ? url.property.mark : nil
        let function = url.isComposed ? nil : model.names.index(url.text, in: "functions")
        report.report(
          at: url.property, flaw.message.replacing("${}", with: "…"),
          help: function == nil
            ? flaw.help.map { $0.mentions("${}") ? "begin the URL with `https://`" : $0 }
            : "write `lambda: \(url.text)`",
          secret: secret)
      }
      for integration in model.apis.integrations {
        if let url = integration.internetUrl, let flaw = integration.flaw(ofCompleted: url) {
          report.report(flaw, at: url)
        }
        if let flaw = integration.flawOfReference() { report.report(flaw) }
      }
      for integration in model.apis.integrations where integration.isHttpOfFunction {
        // The type is another mistake there.
        if integration.type == "HTTP", integration.isWebSocket == false { continue }
        let uri = integration["IntegrationUri"] ?? integration["IntegrationType"]
        report.report(
          at: uri?.mark ?? integration.mark,
          "a function has no URL: an `\(integration.type ?? "")` integration cannot call it",
          help: "use `IntegrationType: AWS_PROXY`")
      }
      for integration in model.lacking("IntegrationUri", of: .integration)
      where integration["IntegrationSubtype"] == nil {
        let type = integration["IntegrationType"]?.text ?? ""
        // The keys of targets always write it.
        let word = integration.isRaw ? integration.words("IntegrationUri") : "IntegrationUri"
        report.report(
          at: integration.mark, "an `\(type)` integration needs `\(word)`", help: "write the URL as `\(word)`")
      }
    })

  /// A request that others can read.
  static let plainHttpTarget = Rule(
    id: "INT011",
    severity: .warning,
    summary: "HTTP integration without encryption",
    why: """
      The request crosses the public internet unencrypted, with its headers and body. Anyone on the way can read tokens and
      change responses.
      """,
    source: "a rule of good design",
    example: """
      apis:
        store:
          routes:
            GET /books: {http: ⟦http://books.example.com/v1 → https://books.example.com/v1⟧}
      """,
    check: { model, report in
      for url in model.internetUrls {
        guard url.flaw == nil, !url.isComposed, let scheme = TargetUrl.scheme(of: url.text),
          scheme.utf8.count == "http://".utf8.count,
          url.privateHost == nil
        else { continue }
        report.report(
          at: url.property, "requests to this URL are sent unencrypted through the internet",
          help: TargetUrl.encrypted(url.text.dropFirst(scheme.count)))
      }
    })
}

extension Model.Integration {
  /// Whether it is meant to send HTTP requests to a Lambda function.
  var isHttpOfFunction: Bool {
    guard let uri = self["IntegrationUri"], uri.isRaw, type == "HTTP_PROXY" || type == "HTTP", isPrivate == false else {
      return false
    }
    if let spelled = uri.value.spelled, SpelledReference.parts(of: spelled) != nil {
      return resource.model.isFunction(spelled)
    }
    return (uri.text ?? self.uri)?.hasPrefix("arn:") ?? false && (self.uri ?? "").mentions(":lambda:")
  }
}
