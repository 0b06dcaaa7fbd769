extension Rule {
  /// WebSocket APIs have no CORS.
  static let corsOfWebSocket = Rule(
    id: "API014",
    severity: .error,
    summary: "CORS settings on a WebSocket API",
    why: """
      Browsers open WebSocket connections to every origin without a preflight request; a function behind `$connect` may check
      the `Origin` header. API Gateway: "Cors is not supported for WEBSOCKET protocolType".
      """,
    source: "API Gateway's CreateApi, found by deployments (cdk-preflight: websocket-no-cors)",
    example: """
      functions:
        chat: {runtime: nodejs24.x, handler: index.handler, code: src/chat}
      apis:
        chat:
          type: websocket
          ⟪
          cors: ⟦true⟧
          →⟫
          routes:
            $default: chat
          stage: live
      """,
    check: { model, report in
      for api in model.apis.all where api.isWebSocket == true {
        if let cors = api.element?.value.cors {
          report.report(
            at: cors.only?.mark ?? cors.function.map(model.names.tree.mark) ?? api.mark, "a WebSocket API has no CORS",
            help: "remove it; the function behind `$connect` may check the `Origin` header")
        }
        for name in ["CorsConfiguration", "Target", "RouteKey", "CredentialsArn"] {
          guard let property = api.resource?[name], property.isRaw else { continue }
          report.report(
            at: property.key, "`\(property.word)` belongs to HTTP APIs", help: Model.Api.help(of: .websocket))
        }
      }
    })
}
