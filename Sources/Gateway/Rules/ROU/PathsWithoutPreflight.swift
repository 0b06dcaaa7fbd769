import SpecReading

extension Rule {
  /// A path that was forgotten, perhaps.
  static let pathWithoutPreflight = Rule(
    id: "ROU022",
    severity: .note,
    summary: "a path without an `OPTIONS` route, where other paths of the API have one and there is no `cors`",
    why: """
      `OPTIONS` routes answer browsers that ask whether a page of another origin may call. A path that has none, on an API
      without `cors`, answers 404, and the page's request is never sent.
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
    check: { spec, report in
      for (api, routes) in zip(spec.names.spec.apis, spec.routes) where !api.value.isWebSocket {
        guard case .created = api.value.form, api.value.cors == nil, spec.isWhole(api.mark),
          !routes.contains(where: { $0.key == .fallback })
        else { continue }
        let keys = routes.map(\.key)
        guard keys.contains(where: { $0.method == "OPTIONS" }) else { continue }
        // Most answer the preflights of their own path; those with a variable may answer for others, too.
        let answering = keys.filter { $0.isAny || $0.method == "OPTIONS" }
        let paths = Set(answering.compactMap(\.path))
        let wide = answering.filter { !$0.variables.isEmpty }
        let left = routes.filter { route in
          // Browsers send the others without a preflight, unless they have a header that needs one.
          guard ["PUT", "PATCH", "DELETE"].contains(route.key.method), let path = route.key.path else { return false }
          return !paths.contains(path) && !wide.contains { $0.answersPreflight(of: route.key) }
        }
        guard let first = left.first, let path = first.key.path else { continue }
        let others = Set(left.compactMap(\.key.path)).count - 1
        report.report(
          at: first.route.mark,
          "a browser's preflight to `\(path)` is answered with 404" + (others == 0 ? "" : " (\(others) more paths)"),
          help: "add `OPTIONS \(path)`, or write `cors` on the API in place of such routes")
      }
    })
}
