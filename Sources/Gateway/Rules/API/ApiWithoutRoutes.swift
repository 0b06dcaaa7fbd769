extension Rule {
  /// An API that does nothing.
  static let apiWithoutRoutes = Rule(
    id: "API015",
    severity: .warning,
    summary: "an API without routes",
    why: """
      An HTTP API answers what it has routes for, and everything else with 404; a WebSocket API refuses every message that
      it has no route for. Without routes that is all they do.
      """,
    source: "API Gateway's pages on routes of HTTP and WebSocket APIs",
    example: """
      apis:
        ⟦store⟧:
          description: The bookstore
          ⟪→
          routes:
            $default: https://books.example.com
          ⟫
      """,
    check: { spec, report in
      for api in spec.names.spec.apis where !(api.value.isWebSocket && api.value.hasDeployment) {
        guard case .created(let created) = api.value.form, created.openapi == nil, api.value.routes.isEmpty,
          spec.isWhole(api.mark), !spec.hasRaw("Route", of: api)
        else { continue }
        report.report(
          at: api.mark,
          "the API `\(api.name)` has no routes: it \(api.value.isWebSocket ? "refuses every message" : "answers 404 to everything")",
          help: "write some in `routes`, such as `\(api.value.isWebSocket ? "$default" : "GET /books"): FUNCTION`")
      }
    })
}
