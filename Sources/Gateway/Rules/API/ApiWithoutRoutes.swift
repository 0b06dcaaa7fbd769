extension Rule {
  /// An API that does nothing.
  static let apiWithoutRoutes = Rule(
    id: "API015",
    severity: .warning,
    premise: .element,
    summary: "API without routes",
    why: """
      An HTTP API answers requests without a route with 404; a WebSocket API rejects messages without a route. Without routes
      they do nothing else.
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
    check: { model, report in
      let tree = model.names.tree
      for api in model.apis.all where api.isComplete && api.routes.isEmpty && model.spec.isWhole(api.mark) {
        guard let isWebSocket = api.isWebSocket, !api.hasDeployment, !model.hasStray("Route", of: api),
          // A route that could not be read is one; an API of `resources` may get its routes from another template.
          // A document in place of its routes is an error of its own.
          let element = api.element, element.value.routes.isEmpty, !isWebSocket || element.value.openapi == nil,
          // So is a document that could not be read.
          element.value.openapi != nil || element.node.flatMap({ tree.value("openapi", in: tree.value(of: $0)) }) == nil
        else { continue }
        // Other stacks may add routes to an exported API.
        if let export = element.value.export, export.literal != "false" { continue }
        report.report(
          at: api.mark,
          "the API `\(api.name)` has no routes: it \(isWebSocket ? "rejects every message" : "answers every request with 404")",
          help: "write some in `routes`, such as `\(isWebSocket ? "$default" : "GET /books"): FUNCTION`")
      }
    })
}
