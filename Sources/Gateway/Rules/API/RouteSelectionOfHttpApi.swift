import SpecReading

extension Rule {
  /// HTTP APIs route by method and path.
  static let routeSelectionOfHttpApi = Rule(
    id: "API007",
    severity: .error,
    summary: "`routeSelectionExpression` on an HTTP API",
    why: """
      Only a WebSocket API selects routes by an expression. An HTTP API always uses method and path, and API Gateway rejects
      anything else.
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
    check: { model, report in
      for api in model.apis.all where api.isWebSocket == false {
        guard let expression = api.resource?["RouteSelectionExpression"], let text = expression.text,
          !["$request.method $request.path", "${request.method} ${request.path}"].contains(text)
        else { continue }
        report.report(
          at: expression, "an HTTP API always routes by method and path",
          help: expression.isRaw
            ? Model.Api.help(of: .http) : "remove it; if this is a WebSocket API, write `type: websocket`")
      }
    })
}
