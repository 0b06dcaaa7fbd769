import SpecReading

extension Rule {
  /// Who may call is asked once.
  static let authorizationOfMessage = Rule(
    id: "WS001",
    severity: .error,
    summary: "`auth` or `apiKeyRequired` on a route other than `$connect`",
    why: """
      Who may use a WebSocket API is asked once, when a connection is made; every message of it is let through then. API
      Gateway refuses anything else: "Currently, authorization is restricted to the $connect route only".
      """,
    source: "API Gateway's CreateRoute, found by deployments (cdk-preflight: websocket-authorization-connect-only)",
    example: """
      functions:
        chat: {runtime: nodejs24.x, handler: index.handler, code: src/chat}
      apis:
        chat:
          type: websocket
          routes:
            $⟪default → connect⟫: {lambda: chat, auth: ⟦iam⟧}
            ⟪→
            $disconnect: chat
            $default: chat
            ⟫
          stage: live
      """,
    check: { spec, report in
      spec.forEachMessageRoute { _, key, route in
        if key.isReserved("connect") { return }
        if let name = route.value.auth?.authorizer, name.literal != "none" {
          report.report(
            at: name.mark, "who may call is asked at `$connect` alone",
            help: "write it there, or as `defaultAuth` on the API: it holds for all messages of the connection")
        }
        if let given = route.value.messages.apiKeyRequired, given.literal != false {
          report.report(at: given.mark, "API keys are asked for at `$connect` alone", help: "write it there")
        }
      }
      for route in spec.rawGateway("Route", of: .websocket) where route["RouteKey"]?.text ?? "$connect" != "$connect" {
        if let type = route["AuthorizationType"], let text = type.text, text != "NONE" {
          report.report(
            at: type.mark, "who may call is asked at `$connect` alone",
            help: "write it there: it holds for all messages of the connection")
        }
        if let required = route["ApiKeyRequired"], required.bool == true {
          report.report(at: required.mark, "API keys are asked for at `$connect` alone", help: "write it there")
        }
      }
    })

  /// A connection that anybody can make.
  static let openConnection = Rule(
    id: "WS004",
    severity: .note,
    summary: "a WebSocket API that anybody can connect to, without a word on whether that is meant",
    why: """
      A URL is no secret. Who may connect is asked at `$connect` alone, so what is not asked there is not asked at all.
      """,
    source: "the language: secure by default",
    example: """
      functions:
        chat: {runtime: nodejs24.x, handler: index.handler, code: src/chat}
      apis:
        chat:
          type: websocket
          routes:
            ⟦$connect⟧: ⟪chat → {lambda: chat, auth: none}⟫
            $disconnect: chat
            $default: chat
          stage: live
      """,
    check: { spec, report in
      spec.forEachMessageRoute { api, key, route in
        guard key.isReserved("connect"), route.value.auth == nil, api.value.defaultAuth == nil,
          route.value.messages.apiKeyRequired == nil
        else { return }
        report.report(
          at: route.mark, "anybody can connect to the API `\(api.name)`",
          help: "write `auth: iam` or an authorizer here, or `auth: none` to say that you mean it")
      }
    })

  /// A question that nobody is asked.
  static let defaultAuthWithoutConnect = Rule(
    id: "WS025",
    severity: .error,
    summary: "`defaultAuth` on a WebSocket API without a `$connect` route",
    why: """
      Who may use a WebSocket API is asked at its `$connect` route. Without one nobody is asked, although the spec reads
      as if everybody were.
      """,
    source: "API Gateway's page on access control of WebSocket APIs",
    example: """
      functions:
        chat: {runtime: nodejs24.x, handler: index.handler, code: src/chat}
      apis:
        chat:
          type: websocket
          defaultAuth: ⟦iam⟧
          routes:
            ⟪→
            $connect: chat
            $disconnect: chat
            ⟫
            $default: chat
          stage: live
      """,
    check: { spec, report in
      for api in spec.webSocketApis {
        guard let name = api.value.defaultAuth?.authorizer, name.literal != "none", case .created = api.value.form,
          !api.value.routes.contains(where: { $0.name == "$connect" }), spec.isWhole(api.mark),
          !spec.hasRaw("Route", of: api)
        else { continue }
        report.report(
          at: name.mark, "nobody is asked: the API `\(api.name)` has no `$connect` route",
          help: "write one, such as `$connect: FUNCTION`")
      }
    })
}
