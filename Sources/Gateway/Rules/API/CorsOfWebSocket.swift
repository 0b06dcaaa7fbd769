extension Rule {
  /// There is no CORS for connections.
  static let corsOfWebSocket = Rule(
    id: "API014",
    severity: .error,
    summary: "`cors` on a WebSocket API",
    why: """
      Browsers open WebSocket connections to every origin without asking, so there is nothing to answer; a function
      behind `$connect` may look at the `Origin` header. API Gateway: "Cors is not supported for WEBSOCKET protocolType".
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
    check: { spec, report in
      for api in spec.names.spec.apis where api.value.isWebSocket {
        guard let cors = api.value.cors else { continue }
        report.report(
          at: cors.mark, "a WebSocket API has no CORS",
          help: "leave it out; the function behind `$connect` may look at the `Origin` header")
      }
      spec.forEachProperty(
        "Api", of: .websocket, ["CorsConfiguration", "Target", "RouteKey", "CredentialsArn"]
      ) { property in
        report.report(
          at: property.key, "`\(property.name)` belongs to HTTP APIs", help: RawApi.help(of: .websocket))
      }
    })
}
