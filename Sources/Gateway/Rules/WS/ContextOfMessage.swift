import SpecReading
import TextSearch

extension Rule {
  static let contextOfMessage = Rule(
    id: "WS045",
    severity: .warning,
    summary: "unknown context variable in a mapping of a WebSocket API",
    why: """
      A WebSocket API accepts any name of a context variable in parameter mappings and templates. One that does not exist is
      always empty.
      """,
    source: "API Gateway's page on mapping templates of WebSocket APIs",
    example: """
      functions:
        chat: {runtime: nodejs24.x, handler: index.handler, code: src/chat}
      apis:
        chat:
          type: websocket
          routes:
            $default:
              lambda: chat
              requestParameters: {integration.request.header.x-id: ⟦context.connectionid → context.connectionId⟧}
          stage: live
      """,
    check: { model, report in
      for (value, text) in model.messageParameters.flatMap(\.parameter.choices) where text.hasPrefix("context.") {
        let name = String(text.dropFirst("context.".count))
        if isKnown(name) { continue }
        report.report(at: value, "\(Reader.quoted(text)) is not a context variable", help: help(name, "context."))
      }
      for template in model.messageTemplates {
        guard let text = template.text, text.mentions("$context.") || text.mentions("${context.") else { continue }
        for name in SelectionExpression.variables(in: text).compactMap({ $0.rest(after: "context.") }) {
          // A method of the whole context, or of a value in it.
          if name.isEmpty || isKnown(name) || text.contains("context.\(name)(") { continue }
          report.report(
            at: template, "the template reads `$context.\(name)`, which is not a context variable",
            help: help(name, "$context."))
        }
      }
    })

  private static func isKnown(_ name: String) -> Bool {
    if ["authorizer.", "requestOverride.", "responseOverride."].contains(where: { name.hasPrefix($0) }) { return true }
    return known.contains(name) || known.contains { $0.hasPrefix(name + ".") || name.hasPrefix($0 + ".") }
  }

  private static func help(_ name: String, _ sign: String) -> String {
    Suggestion.nearest(to: name, among: known.sorted()).map { "did you mean `\(sign)\($0)`?" }
      ?? "`\(sign)connectionId`, `\(sign)routeKey` and `\(sign)stage` exist, for example"
  }

  private static let known = ContextVariables.webSocket.union(["messageDirection"])
}

extension Model {
  /// The mapping templates of WebSocket APIs.
  var messageTemplates: [Property] {
    let requests = apis.messageIntegrations.flatMap { $0["RequestTemplates"]?.members ?? [] }
    return requests + resources("IntegrationResponse").flatMap { $0["ResponseTemplates"]?.members ?? [] }
  }
}
