import SpecReading
import TextSearch

extension Rule {
  /// The route of a message.
  static let routeSelectionOfMessage = Rule(
    id: "API009",
    severity: .error,
    summary: "route selection expression does not use the message body",
    why: """
      The body of a message selects its route, or the route is always the same: AWS accepts `$request.body.…`, several of
      them in braces, and fixed text.
      """,
    source: "API Gateway's page on selection expressions of WebSocket APIs",
    example: """
      functions:
        chat: {runtime: nodejs24.x, handler: index.handler, code: src/chat}
      apis:
        chat:
          type: websocket
          routeSelectionExpression: ⟦$request.header.action → $request.body.action⟧
          routes:
            $default: chat
          stage: live
      """,
    check: { model, report in
      for api in model.apis.all where api.isWebSocket == true {
        guard let expression = api.resource?["RouteSelectionExpression"] else { continue }
        for (place, text) in expression.choices {
          if let flaw = SelectionExpression.flaw(in: text) {
            report.report(flaw, at: place)
          } else if let other = SelectionExpression.variables(in: text).first(where: { !isOfMessage($0) }) {
            report.report(at: place, "`\(other)` cannot select a route", help: "write `$request.body.NAME`")
          }
        }
      }
    })

  /// The model or the template of a message.
  static let otherSelection = Rule(
    id: "API027",
    severity: .warning,
    summary: "selection expression of a model or a template that does not read the message",
    why: """
      The body of a message selects the model that validates it and the template that changes it. An expression with another
      variable, or without the `$`, selects the same for every message, or nothing.
      """,
    source: "API Gateway's page on selection expressions of WebSocket APIs",
    example: """
      functions:
        chat: {runtime: nodejs24.x, handler: index.handler, code: src/chat}
      apis:
        chat:
          type: websocket
          models:
            text: {schema: {type: object, required: [text]}}
          routes:
            $default: {lambda: chat, requestModels: text, modelSelectionExpression: ⟦request.body.kind → $request.body.kind⟧}
          stage: live
      """,
    check: { model, report in
      let models = model.apis.messageRoutes.compactMap { $0["ModelSelectionExpression"] }
      let templates = model.apis.messageIntegrations.compactMap { $0["TemplateSelectionExpression"] }
      for (place, text) in (models + templates).flatMap(\.choices) {
        if let flaw = SelectionExpression.flaw(in: text) {
          report.report(flaw, at: place)
        } else if text.hasPrefix("request.body.") {
          report.report(at: place, "\(Reader.quoted(text)) is the same for every message", help: "write `$\(text)`")
        } else if let other = SelectionExpression.variables(in: text).first(where: { !isOfMessage($0) }),
          // The reserved key, without its backslash.
          other != "default"
        {
          report.report(at: place, "`\(other)` is not a part of a message", help: "write `$request.body.NAME`")
        }
      }
    })

  private static func isOfMessage(_ variable: String) -> Bool {
    variable == "request.body" || variable.hasPrefix("request.body.")
  }

  /// The source of an API key.
  static let apiKeySelection = Rule(
    id: "API010",
    severity: .error,
    summary: "invalid API key selection expression",
    why: """
      An API key is sent in the header `x-api-key`, or the authorizer of the connection returns it. AWS has no other source.
      """,
    source: "API Gateway's page on selection expressions of WebSocket APIs",
    example: """
      functions:
        chat: {runtime: nodejs24.x, handler: index.handler, code: src/chat}
      apis:
        chat:
          type: websocket
          apiKeySelectionExpression: ⟦$request.querystring.key → $request.header.x-api-key⟧
          routes:
            $default: chat
          stage: live
      """,
    check: { model, report in
      let known = ["request.header.x-api-key", "context.authorizer.usageIdentifierKey"]
      for api in model.apis.all where api.isWebSocket == true {
        guard let expression = api.resource?["ApiKeySelectionExpression"] else { continue }
        for text in expression.texts where !known.contains(where: { text == "$\($0)" || text == "${\($0)}" }) {
          report.report(
            at: expression, "\(Reader.quoted(text)) is not a source of an API key",
            help: "write `$request.header.x-api-key` or `$context.authorizer.usageIdentifierKey`")
        }
      }
    })
}

/// Expressions that select by a message.
enum SelectionExpression {
  /// The message and the help for an expression of invalid form.
  static func flaw(in text: String) -> (message: String, help: String)? {
    if let range = text.ranges(of: "${").last, !text[range.upperBound...].contains("}") {
      return ("the brace of the last variable is not closed", "write `${request.body.NAME}`")
    }
    for variable in variables(in: text) where variable.hasSuffix(".") || variable.mentions("..") {
      let names = variable.split(separator: ".").joined(separator: ".")
      return (
        "`\(variable)` is not a path in a message", "write `$\(names == "request.body" ? names + ".NAME" : names)`"
      )
    }
    return nil
  }

  /// Its variables, without sign and braces; `\$` is a literal sign.
  static func variables(in text: String) -> [String] {
    var found: [String] = []
    var rest = text[...]
    while let sign = rest.firstIndex(of: "$") {
      let isEscaped = sign > text.startIndex && text[text.index(before: sign)] == "\\"
      rest = rest[rest.index(after: sign)...]
      if isEscaped { continue }
      if rest.first == "{" { rest = rest.dropFirst() }
      let name = rest.prefix { $0.isLetter || $0.isNumber || "._-[]".contains($0) }
      if !name.isEmpty { found.append(String(name)) }
    }
    return found
  }
}
