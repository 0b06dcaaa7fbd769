extension Rule {
  static let noDefaultRoute = Rule(
    id: "WS003",
    severity: .note,
    premise: .element,
    summary: "WebSocket API without a `$default` route",
    why: """
      A message that does not match a route, or is not JSON, goes to `$default`. Without that route the client gets the
      error "Forbidden", which does not show what is wrong.
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
    check: { model, report in
      for api in model.apis.all where api.isWebSocket == true && api.hasAllRoutes {
        guard api.routes.contains(where: { !$0.name.hasPrefix("$") }), api.route("$default") == nil else { continue }
        report.report(
          at: api.mark, "the API `\(api.name)` rejects messages that do not match a route",
          help: "add a `$default` route that answers them")
      }
    })

  static let noDisconnectRoute = Rule(
    id: "WS023",
    severity: .note,
    premise: .spec,
    summary: "WebSocket API with a `$connect` but without a `$disconnect` route",
    why: """
      A backend that stores a connection on `$connect` has to delete it on `$disconnect`. Otherwise it posts messages to
      connections that are closed, and gets status 410.
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
    check: { model, report in
      for api in model.apis.all where api.isWebSocket == true && api.hasAllRoutes {
        guard let route = api.route("$connect"), api.route("$disconnect") == nil else { continue }
        report.report(
          at: route.mark, "the API `\(api.name)` has a `$connect` but no `$disconnect` route",
          help: "add a `$disconnect` route")
      }
    })
}
