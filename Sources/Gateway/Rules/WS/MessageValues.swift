import SpecReading
import YAMLTree

extension Rule {
  /// What only the opening request has.
  static let openingValueInMessage = Rule(
    id: "WS013",
    severity: .error,
    summary: "headers or query parameters of a request on a route other than `$connect`",
    why: """
      Only the request that opens a connection has headers and a query. A message has its body, and what API Gateway knows
      of its connection.
      """,
    source: "API Gateway's page on data mapping of WebSocket APIs",
    example: """
      functions:
        chat: {runtime: nodejs24.x, handler: index.handler, code: src/chat}
      apis:
        chat:
          type: websocket
          routes:
            $default:
              lambda: chat
              requestParameters: {integration.request.header.x-room: ⟦route.request.querystring.room → route.request.body.room⟧}
          stage: live
      """,
    check: { spec, report in
      var seen: Set<Mark> = []
      spec.forEachMessageMapping { answering, parameter, source in
        guard case .opening(let name) = source else { return }
        for line in answering.lines {
          let mark = line.place(of: parameter.value.mark)
          guard let key = line.keys.first(where: { !$0.isReserved("connect") }), seen.insert(mark).inserted
          else { continue }
          report.report(
            only: mark, "messages to `\(key.text)` have no headers and no query",
            help: "take it of the body (`route.request.body.\(name)`), or at `$connect`")
        }
      }
      spec.forEachMessageRoute { _, key, route in
        guard !key.isReserved("connect"),
          let parameter = route.value.messages.routeParameters.first(where: { MessageMapping.isDeclarable($0.name) }),
          seen.insert(parameter.mark).inserted
        else { return }
        report.report(
          at: parameter.mark, "messages to `\(key.text)` have no headers and no query", help: "declare it at `$connect`"
        )
      }
    })

  /// Texts are told from values by their quotes.
  static let unquotedStaticValue = Rule(
    id: "WS015",
    severity: .error,
    summary: "a text in `requestParameters` of a WebSocket API without single quotes",
    why: "A text of its own stands between single quotes there, which YAML does not take away inside double ones.",
    source: "API Gateway's page on data mapping of WebSocket APIs",
    example: """
      apis:
        chat:
          type: websocket
          routes:
            $default:
              http: https://chat.example.com/messages
              requestParameters: {integration.request.header.Accept: ⟦application/json → "'application/json'"⟧}
          stage: live
      """,
    check: { spec, report in
      var seen: Set<Mark> = []
      spec.forEachMessageParameter { parameter in
        guard let text = parameter.value.literal, !text.hasPrefix("$"), !text.hasPrefix("route.request."),
          MessageMapping.source(text) == nil, seen.insert(parameter.mark).inserted
        else { return }
        report.report(
          at: parameter.value.mark, "a text stands between single quotes here", help: "write `\"'\(text)'\"`")
      }
    })
}

extension ResolvedSpec {
  /// Every entry of `requestParameters` of a WebSocket API whose value is one that AWS knows.
  fileprivate func forEachMessageMapping(
    _ body: (AnsweringTarget, Named<Given<String>>, MessageMapping.Source) -> Void
  ) {
    forEachMessageTarget { answering in
      for parameter in answering.target.integration.options.requestParameters?.parameters ?? [] {
        guard let text = parameter.value.literal, let source = MessageMapping.source(text) else { continue }
        body(answering, parameter, source)
      }
    }
  }
}
