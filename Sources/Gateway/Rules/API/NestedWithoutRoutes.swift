extension Rule {
  /// `nested` on an API without routes.
  static let nestedWithoutRoutes = Rule(
    id: "API024",
    severity: .warning,
    premise: .spec,
    summary: "`nested` on an API without routes of its own",
    why: """
      `nested` moves the routes of an API to nested stacks. An API that an OpenAPI document defines is one resource, whose
      routes cannot be separated.
      """,
    source: "the language",
    example: """
      apis:
        store:
          nested: ⟦true → false⟧
          openapi:
            openapi: 3.0.1
            info: {title: store, version: "1"}
            paths:
              /books:
                get:
                  x-amazon-apigateway-integration:
                    {type: HTTP_PROXY, httpMethod: GET, uri: "https://books.example.com", payloadFormatVersion: "1.0"}
      """,
    check: { model, report in
      for api in model.apis.all {
        guard let element = api.element?.value, let nested = element.nested, nested.literal == true else { continue }
        if element.openapi == nil, !api.routes.isEmpty { continue }
        report.report(
          at: nested.mark, "`\(api.name)` has no routes that can be in nested stacks", help: "remove `nested`")
      }
    })
}
