import SpecReading

extension Rule {
  static let authorizationOfMessage = Rule(
    id: "WS001",
    severity: .error,
    summary: "authorization on a route other than `$connect`",
    why: """
      A WebSocket API authorizes a client once, when it connects; all messages of the connection are allowed then. API
      Gateway rejects anything else: "Currently, authorization is restricted to the $connect route only".
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
    check: { model, report in
      for route in model.apis.messageRoutes where route["RouteKey"]?.text ?? "$connect" != "$connect" {
        if let type = route["AuthorizationType"], type.texts.contains(where: { $0 != "NONE" }) {
          let opening = route.api?.route("$connect")?["AuthorizationType"]
          report.report(
            at: type, "authorization is only evaluated on `$connect`",
            help: route["RouteKey"]?.text == "connect" && route.api?.route("$connect") == nil
              ? "write `$connect` in place of `connect`"
              : opening?.texts.contains { $0 != "NONE" } ?? false
                ? "remove `\(route.resource.words("AuthorizationType"))`: what `$connect` allows holds for all messages of a connection"
                : route.resource.isRaw
                  ? "set it on `$connect`; it holds for all messages of a connection"
                  : "set `auth` on `$connect`, or `defaultAuth` on the API; it holds for all messages of a connection")
        }
        if let required = route["ApiKeyRequired"], required.bool ?? true {
          report.report(
            at: required, "API keys are only checked on `$connect`",
            help: "set `\(route.resource.words("ApiKeyRequired"))` on `$connect`")
        }
      }
    })

  static let openConnection = Rule(
    id: "WS004",
    severity: .note,
    premise: .element,
    summary: "`$connect` route without `auth`",
    why: """
      A URL is not a secret. Clients are only authorized on `$connect`: without `auth` there, anyone can connect and send
      messages to every route.
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
    check: { model, report in
      for route in model.apis.messageRoutes where route.name == "$connect" && route["ApiKeyRequired"] == nil {
        guard let api = route.api, let written = route.element, written.route.value.auth == nil,
          api.element?.value.defaultAuth == nil
        else { continue }
        report.report(
          at: route.mark, "anyone can connect to the API `\(api.name)`",
          help: "add `auth: iam` or an authorizer, or `auth: none` if this is intended")
      }
    })

  static let defaultAuthWithoutConnect = Rule(
    id: "WS025",
    severity: .error,
    summary: "`defaultAuth` on a WebSocket API without a `$connect` route",
    why: """
      A WebSocket API only authorizes clients on its `$connect` route. Without one, anyone can connect although
      `defaultAuth` is set.
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
    check: { model, report in
      for api in model.apis.all where api.isWebSocket == true {
        guard let name = api.element?.value.defaultAuth?.authorizer, name.literal != "none", api.hasAllRoutes,
          api.route("$connect") == nil
        else { continue }
        report.report(
          at: name.mark, "`defaultAuth` has no effect: the API `\(api.name)` does not have a `$connect` route",
          help: "add a route such as `$connect: FUNCTION`")
      }
    })
}
