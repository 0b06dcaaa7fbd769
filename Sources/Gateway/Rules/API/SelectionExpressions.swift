import SpecReading

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
        for text in expression.texts {
          let other = SelectionExpression.variables(in: text).first {
            $0 != "request.body" && !$0.hasPrefix("request.body.")
          }
          guard let other else { continue }
          report.report(at: expression, "`\(other)` cannot select a route", help: "write `$request.body.NAME`")
        }
      }
    })

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
