import SpecReading

extension Rule {
  /// Messages that fit nothing.
  static let noDefaultRoute = Rule(
    id: "WS003",
    severity: .note,
    summary: "a WebSocket API without a `$default` route",
    why: """
      A message that no route fits, and one that is no JSON, goes to `$default`. Without it the client gets an error that
      says nothing of what it did wrong: "Forbidden".
      """,
    source: "API Gateway's page on routes of WebSocket APIs",
    example: """
      functions:
        chat: {runtime: nodejs24.x, handler: index.handler, code: src/chat}
      apis:
        ⟦chat⟧:
          type: websocket
          routes:
            send: chat
            ⟪→
            $default: chat
            ⟫
          stage: live
      """,
    check: { spec, report in
      for api in spec.webSocketApis {
        guard case .created = api.value.form, spec.isWhole(api.mark),
          api.value.routes.contains(where: { !$0.name.hasPrefix("$") }),
          !api.value.routes.contains(where: { $0.name == "$default" }), !spec.hasRaw("Route", of: api)
        else { continue }
        report.report(
          at: api.mark, "messages that no route of the API `\(api.name)` fits are refused",
          help: "write a `$default` route that answers them")
      }
    })

  /// Connections that nobody forgets.
  static let noDisconnectRoute = Rule(
    id: "WS023",
    severity: .note,
    summary: "a WebSocket API with a `$connect` and without a `$disconnect` route",
    why: """
      Who notes a connection when it is made has to forget it when it ends, or messages are posted to connections that are
      gone.
      """,
    source: "API Gateway's page on `$connect` and `$disconnect`",
    example: """
      functions:
        chat: {runtime: nodejs24.x, handler: index.handler, code: src/chat}
      apis:
        chat:
          type: websocket
          routes:
            ⟦$connect⟧: {lambda: chat, auth: iam}
            ⟪→
            $disconnect: chat
            ⟫
            $default: chat
          stage: live
      """,
    check: { spec, report in
      spec.forEachMessageRoute { api, key, route in
        guard key.isReserved("connect"), case .created = api.value.form,
          !api.value.routes.contains(where: { $0.name == "$disconnect" }), !spec.hasRaw("Route", of: api)
        else { return }
        report.report(
          at: route.mark, "the API `\(api.name)` notes connections and never hears of their end",
          help: "write a `$disconnect` route as well")
      }
    })
}
