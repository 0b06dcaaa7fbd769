import SpecReading

extension Rule {
  /// HTTP APIs route by method and path.
  static let routeSelectionOfHttpApi = Rule(
    id: "API007",
    severity: .error,
    summary: "`routeSelectionExpression` on an HTTP API",
    why: """
      Where a message says which route it takes is a question of WebSocket APIs. An HTTP API always goes by method and
      path, and API Gateway refuses anything else.
      """,
    source: "API Gateway's CreateApi, found by deployments (cdk-preflight: http-route-selection)",
    example: """
      apis:
        store:
          ⟪
          routeSelectionExpression: ⟦$request.body.action⟧
          →⟫
          routes:
            $default: https://books.example.com
      """,
    check: { spec, report in
      for api in spec.names.spec.apis where !api.value.isWebSocket {
        guard case .created(let created) = api.value.form, let given = created.routeSelectionExpression else {
          continue
        }
        check(given, help: "leave it out; if this is a WebSocket API, write `type: websocket`")
      }
      spec.forEachProperty("Api", of: .http, ["RouteSelectionExpression"]) { property in
        if let given = property.given, given.literal != nil { check(given, help: RawApi.help(of: .http)) }
      }
      func check(_ given: Given<String>, help: String) {
        if ["$request.method $request.path", "${request.method} ${request.path}"].contains(given.literal) { return }
        report.report(at: given.mark, "an HTTP API always routes by method and path", help: help)
      }
    })
}
