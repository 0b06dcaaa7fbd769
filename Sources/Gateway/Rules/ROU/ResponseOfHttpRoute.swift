extension Rule {
  /// HTTP routes always answer.
  static let responseOfHttpRoute = Rule(
    id: "ROU023",
    severity: .error,
    summary: "`returnResponse` on a route of an HTTP API",
    why: """
      Whether a target's answer goes back to the client is a question of WebSocket APIs, where a message need not be
      answered. A route of an HTTP API always answers, and route responses are refused there.
      """,
    source: "API Gateway's CreateRouteResponse, found by deployments (cdk-preflight: route-response rules)",
    example: """
      apis:
        store:
          routes:
            GET /books: {http: https://books.example.com⟪, returnResponse: ⟦true⟧ →⟫}
      """,
    check: { spec, report in
      for api in spec.names.spec.apis where !api.value.isWebSocket {
        for route in api.value.routes {
          guard let given = route.value.messages.returnResponse else { continue }
          report.report(at: given.mark, "a route of an HTTP API always answers", help: "leave out `returnResponse`")
        }
      }
      spec.forEachProperty(
        "Route", of: .http, ["RouteResponseSelectionExpression"]
      ) { property in
        report.report(
          at: property.key, "`\(property.name)` belongs to WebSocket APIs", help: RawApi.help(of: .http))
      }
      for response in spec.rawGateway("RouteResponse", of: .http) {
        report.report(at: response.mark, "a route of an HTTP API always answers", help: "leave it out")
      }
    })
}
