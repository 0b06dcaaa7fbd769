import SpecReading

extension Rule {
  /// What tells a message's route.
  static let routeSelectionOfMessage = Rule(
    id: "API009",
    severity: .error,
    summary: "a `routeSelectionExpression` of something else than the message's body",
    why: """
      Which route a message takes is told by its body, or it is always the same: AWS takes `$request.body.…`, several of
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
    check: { spec, report in
      for api in spec.webSocketApis {
        guard case .created(let created) = api.value.form else { continue }
        check(created.routeSelectionExpression)
      }
      spec.forEachProperty("Api", of: .websocket, ["RouteSelectionExpression"]) { check($0.given) }
      func check(_ given: Given<String>?) {
        guard let given, let text = given.literal else { return }
        let others = SelectionExpression.variables(in: text).filter {
          $0 != "request.body" && !$0.hasPrefix("request.body.")
        }
        guard let other = others.first else { return }
        report.report(
          at: given.mark, "`\(other)` does not tell a message's route", help: "write `$request.body.NAME`")
      }
    })

  /// Where an API key is shown.
  static let apiKeySelection = Rule(
    id: "API010",
    severity: .error,
    summary: "an `apiKeySelectionExpression` that AWS does not have",
    why:
      "An API key stands in the header `x-api-key`, or the authorizer of the connection gives it. AWS has no other place.",
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
    check: { spec, report in
      let known = ["request.header.x-api-key", "context.authorizer.usageIdentifierKey"]
      for api in spec.webSocketApis {
        guard case .created(let created) = api.value.form else { continue }
        check(created.apiKeySelectionExpression)
      }
      spec.forEachProperty("Api", of: .websocket, ["ApiKeySelectionExpression"]) { check($0.given) }
      func check(_ given: Given<String>?) {
        guard let given, let text = given.literal,
          !known.contains(where: { text == "$\($0)" || text == "${\($0)}" })
        else { return }
        report.report(
          at: given.mark, "\(Reader.quoted(text)) is no place of an API key",
          help: "write `$request.header.x-api-key` or `$context.authorizer.usageIdentifierKey`")
      }
    })
}

/// Expressions that choose by a message.
enum SelectionExpression {
  /// The variables in it, without sign and braces; `\$` is a sign of its own.
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
