extension Rule {
  /// Routes of HTTP APIs always answer.
  static let responseOfHttpRoute = Rule(
    id: "ROU023",
    severity: .error,
    summary: "route response on an HTTP API",
    why: """
      Only on a WebSocket API may a message remain without an answer. A route of an HTTP API always returns the answer of its
      integration, and API Gateway rejects route responses there.
      """,
    source: "API Gateway's CreateRouteResponse, found by deployments (cdk-preflight: route-response rules)",
    example: """
      apis:
        store:
          routes:
            GET /books: {http: https://books.example.com⟪, returnResponse: ⟦true⟧ →⟫}
      """,
    check: { model, report in
      let message = "a route of an HTTP API always answers"
      for api in model.names.spec.apis where !api.value.isWebSocket {
        for route in api.value.routes {
          guard let given = route.value.details.returnResponse else { continue }
          report.report(at: given.mark, message, help: "remove `returnResponse`")
        }
      }
      for route in model.apis.writtenRoutes where route.api?.isWebSocket == false {
        guard let property = route["RouteResponseSelectionExpression"] else { continue }
        report.report(
          at: property.key, "`\(property.word)` belongs to WebSocket APIs", help: Model.Api.help(of: .http))
      }
      for response in model.resources("RouteResponse") where response.api?.isWebSocket == false {
        report.report(at: response.mark, message, help: "remove it")
      }
    })
}
