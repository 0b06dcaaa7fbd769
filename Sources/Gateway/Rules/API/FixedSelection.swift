import SpecReading

extension Rule {
  static let fixedSelection = Rule(
    id: "API021",
    severity: .warning,
    summary: "route selection expression that does not read the message",
    why: """
      Without a variable the expression is the same text for every message, so every message takes the same route, most likely
      `$default`.
      """,
    source: "API Gateway's page on selection expressions of WebSocket APIs",
    example: """
      functions:
        chat: {runtime: nodejs24.x, handler: index.handler, code: src/chat}
      apis:
        chat:
          type: websocket
          routeSelectionExpression: ⟦request.body.action → $request.body.action⟧
          routes:
            join: chat
            $default: chat
          stage: live
      """,
    check: { model, report in
      for api in model.apis.all where api.isWebSocket == true {
        guard let expression = api.resource?["RouteSelectionExpression"],
          api.routes.contains(where: { !$0.name.hasPrefix("$") })
            || expression.openTexts.contains(where: { $0.start.hasPrefix("request.") })
        else { continue }
        for text in expression.texts where !text.isEmpty && SelectionExpression.variables(in: text).isEmpty {
          report.report(
            at: expression, "\(Reader.quoted(text)) is the same for every message",
            help: "write `\(text.hasPrefix("request.body.") ? "$" + text : "$request.body.NAME")`")
        }
        for (place, text) in expression.choices
        where [text.first, text.last].contains(where: { $0?.isWhitespace ?? false }) {
          report.report(
            at: place, "the expression has a space or a line break at its start or end, which no message has",
            help: "write `\(String(text.split(whereSeparator: \.isWhitespace).joined(separator: " ")))`")
        }
        for (place, text) in expression.choices
        where text.utf8.count > 2 && text.first == text.last && ["'", "\""].contains(text.first) {
          report.report(
            at: place, "the quotes are a part of the expression, and no message has them",
            help: "write `\(text.dropFirst().dropLast())`")
        }
        // Of a function's result the beginning may be known.
        guard expression.isFunction, expression.texts.isEmpty,
          let open = expression.openTexts.first(where: { $0.start.hasPrefix("request.body.") })
        else { continue }
        report.report(
          at: expression, "the expression begins with `\(open.start)`, which is the same for every message",
          help: "write `$\(open.start)…`")
      }
    })

  static let emptySelection = Rule(
    id: "API022",
    severity: .error,
    summary: "empty route selection expression",
    why: "A WebSocket API needs an expression that selects the route of a message. AWS rejects an empty one.",
    source: "API Gateway's CreateApi (RouteSelectionExpression)",
    example: """
      functions:
        chat: {runtime: nodejs24.x, handler: index.handler, code: src/chat}
      apis:
        chat:
          type: websocket
          routeSelectionExpression: ⟦"" → $request.body.action⟧
          routes:
            $default: chat
          stage: live
      """,
    check: { model, report in
      for api in model.apis.all where api.isWebSocket == true {
        guard let expression = api.resource?["RouteSelectionExpression"], expression.text == "" else { continue }
        report.report(at: expression, "the expression is empty", help: "write `$request.body.NAME`")
      }
    })
}
