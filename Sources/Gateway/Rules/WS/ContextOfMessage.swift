import SpecReading
import TextSearch

extension Rule {
  static let contextOfMessage = Rule(
    id: "WS045",
    severity: .warning,
    summary: "value that a mapping of a WebSocket API does not have",
    why: """
      A WebSocket API accepts any name of a context variable in parameter mappings and templates. One that does not exist is
      always empty. Templates have fewer functions than those of REST APIs and AppSync: `$input.params` and `$util.toJson`
      stay in the text. The requests of `$connect` and `$disconnect` do not have a body.
      """,
    source: "API Gateway's pages on mapping templates and on data mapping of WebSocket APIs",
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
      for integration in model.apis.messageIntegrations {
        for parameter in integration["RequestParameters"]?.members ?? []
        where parameter.text?.hasPrefix("route.request.body") ?? false {
          let routes = integration.lines.flatMap(\.routes)
          guard let route = routes.first, routes.allSatisfy(\.isWithoutMessage) else { continue }
          report.report(
            only: route.place(of: parameter.mark), "requests to `\(route.name)` do not have a body",
            help: "use `context.…`, or on `$connect` a header or the query string")
        }
      }
      for template in model.messageTemplates {
        guard let text = template.text, text.mentions("$") else { continue }
        let variables = SelectionExpression.variables(in: text)
        for (name, known) in variables.compactMap(unknownFunction) {
          report.report(
            at: template, "templates of WebSocket APIs do not have \(Reader.quoted("$" + name))",
            help: "use one of " + Suggestion.list(known))
        }
        for name in variables.compactMap({ $0.rest(after: "context.") }) {
          // A method of the whole context, or of a value in it.
          if name.isEmpty || isKnown(name) || text.contains("context.\(name)(") { continue }
          report.report(
            at: template, "the template reads `$context.\(name)`, which is not a context variable",
            help: help(name, "$context."))
        }
      }
    })

  /// The function of `$input` or `$util` that a variable is, with those that exist, if it does not exist.
  private static func unknownFunction(_ variable: String) -> (name: String, known: [String])? {
    let parts = variable.split(separator: ".")
    guard parts.count > 1, let known = functions[String(parts[0])], !known.contains(String(parts[1])) else {
      return nil
    }
    return ("\(parts[0]).\(parts[1])", known.map { "$\(parts[0]).\($0)" })
  }

  private static let functions = [
    "input": ["body", "json", "path"],
    "util": ["base64Decode", "base64Encode", "escapeJavaScript", "parseJson", "urlDecode", "urlEncode"],
  ]

  private static func isKnown(_ name: String) -> Bool {
    if ["authorizer.", "requestOverride.", "responseOverride."].contains(where: { name.hasPrefix($0) }) { return true }
    let known = ContextVariables.ofMessages
    return known.contains(name) || known.contains { $0.hasPrefix(name + ".") || name.hasPrefix($0 + ".") }
  }

  private static func help(_ name: String, _ sign: String) -> String {
    Suggestion.nearest(to: name, among: ContextVariables.ofMessages.sorted()).map { "did you mean `\(sign)\($0)`?" }
      ?? "`\(sign)connectionId`, `\(sign)routeKey` and `\(sign)stage` exist, for example"
  }

}

extension Model.Route {
  /// Whether no message runs it.
  fileprivate var isWithoutMessage: Bool {
    key.map { $0.isReserved("connect") || $0.isReserved("disconnect") } ?? false
  }
}

extension Model {
  /// The mapping templates of WebSocket APIs.
  var messageTemplates: [Property] {
    let requests = apis.messageIntegrations.flatMap { $0["RequestTemplates"]?.members ?? [] }
    return requests + resources("IntegrationResponse").flatMap { $0["ResponseTemplates"]?.members ?? [] }
  }
}
