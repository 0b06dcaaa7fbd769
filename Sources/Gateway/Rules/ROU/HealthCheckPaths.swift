import CloudFormation
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
      let atRoot = model.apisAtRoot
      for api in model.apis.all where api.isWebSocket == false && atRoot.contains(api.key) {
        for route in api.routes where route.key?.path == "/ping" || route.key?.path == "/sping" {
          report.report(
            at: route.mark, "API Gateway reserves `\(route.key?.path ?? "")` on custom domains",
            help: "use another path, such as `/health`")
        }
      }
    })
}

extension Model {
  /// The APIs that a domain leads to without a base path: with one, its routes are not at the root.
  fileprivate var apisAtRoot: Set<Value?> {
    Set(
      resources("ApiMapping").filter { mapping in
        mapping["ApiMappingKey"].map { $0.text == "" } ?? mapping.lacks("ApiMappingKey")
      }.map(\.apiKey))
  }
}
