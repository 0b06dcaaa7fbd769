extension Rule {
  /// Paths that API Gateway keeps for itself.
  static let healthCheckPaths = Rule(
    id: "ROU015",
    severity: .warning,
    summary: "a route `/ping` or `/sping` behind a domain",
    why: """
      On custom domains API Gateway answers `/ping` and `/sping` itself, for its own health checks. A route of that path is
      never reached there.
      """,
    source: "API Gateway's page on known issues",
    example: """
      domains:
        api.example.com:
          certificate: arn:aws:acm:eu-west-1:111122223333:certificate/11112222-3333-4444-5555-666677778888
          hostedZone: Z0123456789EXAMPLE
      apis:
        store:
          routes:
            ⟦GET /ping → GET /health⟧: https://books.example.com/ping
            $default: https://books.example.com
          disableExecuteApiEndpoint: true
          domain: api.example.com
      """,
    check: { spec, report in
      for (api, routes) in zip(spec.names.spec.apis, spec.routes) where !api.value.isWebSocket {
        // Under a base path the routes are not at the root.
        guard spec.mappings.contains(where: { $0.api.mark == api.mark && $0.pathText == "" }) else { continue }
        for route in routes where route.key.path == "/ping" || route.key.path == "/sping" {
          report.report(
            at: route.route.mark, "API Gateway keeps `\(route.key.path ?? "")` for itself on a custom domain",
            help: "name the path differently: `/health`")
        }
      }
    })
}
