import SpecReading

extension Rule {
  /// A path that may lack an `OPTIONS` route.
  static let pathWithoutPreflight = Rule(
    id: "ROU022",
    severity: .note,
    summary: "path without an `OPTIONS` route in an API that has others and no CORS settings",
    why: """
      `OPTIONS` routes answer the preflight requests of browsers. On an API without `cors`, a path without such a route
      answers 404, and pages of other origins never send their request.
      """,
    source: "API Gateway's page on CORS of HTTP APIs; the Fetch standard, on CORS-preflight requests",
    example: """
      apis:
        store:
          ⟪→
          cors: true
          ⟫
          routes:
            ⟪
            OPTIONS /books: https://books.example.com
            →⟫
            PUT /books: https://books.example.com
            ⟦PUT /orders⟧: https://orders.example.com
      """,
    check: { model, report in
      for api in model.apis.all where api.isWebSocket == false && api.isComplete && model.spec.isWhole(api.mark) {
        guard api.routes.contains(where: { $0.key?.method == "OPTIONS" }),
          api.resource?.lacks("CorsConfiguration") ?? false, !api.routes.contains(where: { $0.key == .fallback })
        else { continue }
        let keys = api.routes.compactMap(\.key)
        // Most answer the preflight requests of their own path; those with a variable may answer for others as well.
        let answering = keys.filter { $0.isAny || $0.method == "OPTIONS" }
        let paths = Set(answering.compactMap(\.path))
        let wide = answering.filter { !$0.variables.isEmpty }
        let left = api.routes.filter { route in
          // Browsers send other methods without a preflight request, unless a header needs one.
          guard let key = route.key, ["PUT", "PATCH", "DELETE"].contains(key.method), let path = key.path else {
            return false
          }
          return !paths.contains(path) && !wide.contains { $0.answersPreflight(of: key) }
        }
        guard let first = left.first, let path = first.key?.path else { continue }
        let others = Set(left.compactMap(\.key?.path)).count - 1
        report.report(
          at: first.mark,
          "preflight requests to `\(path)` are answered with 404" + (others == 0 ? "" : " (\(others) more paths)"),
          help: "add `OPTIONS \(path)`, or replace such routes by CORS settings of the API")
      }
    })
}
