extension Rule {
  /// A predefined route without its dollar sign.
  static let connectionKeyWithoutSign = Rule(
    id: "WS040",
    severity: .warning,
    premise: .element,
    summary: "route key `connect`, `disconnect` or `default` without `$`",
    why: """
      The routes of connections are `$connect`, `$disconnect` and `$default`. `connect` is the route of messages with this text, so that it
      does not run when a client connects.
      """,
    source: "API Gateway's page on routes of WebSocket APIs",
    example: """
      functions:
        chat: {runtime: nodejs24.x, handler: index.handler, code: src/chat}
      apis:
        chat:
          type: websocket
          routes:
            ⟦connect → $connect⟧: {lambda: chat, auth: none}
            $disconnect: chat
            $default: chat
          stage: live
      """,
    check: { model, report in
      for api in model.apis.all where api.isWebSocket == true && api.isComplete {
        let keys = Set(api.routes.compactMap { $0.key?.text })
        for route in api.routes {
          guard let key = route.key?.text, ["connect", "disconnect", "default"].contains(key),
            !keys.contains("$\(key)"),
            // That only `$connect` has authorization is an error, which names the key.
            key != "connect" || !(route["AuthorizationType"]?.texts.contains { $0 != "NONE" } ?? false)
          else { continue }
          report.report(
            at: route.mark, "`\(key)` is a route of messages, not of connections", help: "write `$\(key)`")
        }
      }
    })
}
