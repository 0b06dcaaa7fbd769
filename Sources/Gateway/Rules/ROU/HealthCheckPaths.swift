extension Rule {
  /// Paths that API Gateway reserves.
  static let healthCheckPaths = Rule(
    id: "ROU015",
    severity: .warning,
    summary: "route `/ping` or `/sping` behind a custom domain",
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
    check: { model, report in
      for api in model.apis.all where api.isWebSocket == false && model.hasRootMapping(of: api) {
        for route in api.routes where route.key?.path == "/ping" || route.key?.path == "/sping" {
          report.report(
            at: route.mark, "API Gateway reserves `\(route.key?.path ?? "")` on custom domains",
            help: "use another path, such as `/health`")
        }
      }
    })
}

extension Model {
  /// Whether a domain leads to an API without a base path: with one, its routes are not at the root.
  fileprivate func hasRootMapping(of api: Api) -> Bool {
    resources("ApiMapping").contains { mapping in
      mapping.apiKey == api.key && (mapping["ApiMappingKey"].map { $0.text == "" } ?? mapping.lacks("ApiMappingKey"))
    }
  }
}
