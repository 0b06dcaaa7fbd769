import Diagnostics
import SpecReading
import YAMLTree

extension Rule {
  /// A fallback that nothing falls back to.
  static let defaultBesideGreedy = Rule(
    id: "ROU012",
    severity: .note,
    summary: "`$default` beside `ANY /{proxy+}`, which takes all but `/` from it",
    why: """
      `$default` gets what no other route takes. `ANY /{proxy+}` takes every method on every path but `/` itself, so that
      `$default` gets requests to `/` alone.
      """,
    source: "API Gateway's page on routes of HTTP APIs, the order in which routes are looked for",
    example: """
      apis:
        store:
          routes:
            ANY /{proxy+}: https://books.example.com/{proxy}
            ⟦$default → ANY /⟧: https://www.example.com
      """,
    check: { spec, report in
      for (api, routes) in zip(spec.names.spec.apis, spec.routes) where !api.value.isWebSocket {
        guard let fallback = routes.first(where: { $0.key == .fallback }),
          let greedy = routes.first(where: { $0.key.erased == "ANY /{+}" })
        else { continue }
        let hasRoot = routes.contains { $0.key.erased == "ANY /" }
        report.report(
          at: fallback.route.mark, "`$default` gets \(hasRoot ? "no request" : "requests to `/` alone")",
          related: [Related(message: "this route takes all others", mark: greedy.route.mark)],
          help: hasRoot
            ? "leave out `$default`" : "leave out `\(greedy.key.text)`, or write `ANY /` for what is meant")
      }
    })

  /// Nothing is left for it.
  static let anyBesideAllMethods = Rule(
    id: "ROU013",
    severity: .warning,
    summary: "an `ANY` route on a path that has a route for each method",
    why: "`ANY` stands for the methods that have no route of their own. Where all seven have one it gets nothing.",
    source: "API Gateway's page on routes of HTTP APIs",
    example: """
      apis:
        store:
          routes:
            ⟦ANY /books⟧: https://www.example.com/books
            GET, HEAD⟪, OPTIONS →⟫ /books: https://books.example.com
            POST, PUT, PATCH, DELETE /books: https://stock.example.com
      """,
    check: { spec, report in
      for (api, routes) in zip(spec.names.spec.apis, spec.routes) where !api.value.isWebSocket {
        guard routes.count(where: \.key.isAny) > 0, routes.count >= HttpMethod.allCases.count else { continue }
        var count: [String: Int] = [:]
        for route in routes where !route.key.isAny { count[route.key.erasedPath, default: 0] += 1 }
        for route in routes where route.key.isAny && count[route.key.erasedPath] == HttpMethod.allCases.count - 1 {
          report.report(
            at: route.route.mark, "`\(route.key.text)` gets no request: every method of this path has its own route",
            help: "leave it out")
        }
      }
    })

  /// The one path that is not below.
  static let rootOfGreedy = Rule(
    id: "ROU016",
    severity: .note,
    summary: "`/{proxy+}` alone, which does not take `/` itself",
    why: """
      `{proxy+}` stands for at least one segment of a path. Requests to `/` itself match no route then, and are answered
      with 404.
      """,
    source: "observed; API Gateway's page on routes of HTTP APIs says it of no path but by its examples",
    example: """
      apis:
        store:
          routes:
            ⟦ANY /{proxy+}⟧: https://books.example.com/{proxy}
            ⟪→
            ANY /: https://books.example.com
            ⟫
      """,
    check: { spec, report in
      for (api, routes) in zip(spec.names.spec.apis, spec.routes) where !api.value.isWebSocket {
        guard case .created = api.value.form, spec.isWhole(api.mark),
          let greedy = routes.first(where: { ["ANY /{+}", "GET /{+}"].contains($0.key.erased) }),
          !routes.contains(where: { $0.key == .fallback || $0.key.path == "/" })
        else { continue }
        report.report(
          at: greedy.route.mark, "`\(greedy.key.text)` does not take `/` itself, which is answered with 404",
          help: "add `\(greedy.key.isAny ? "ANY" : "GET") /`, or write `$default` in place of it")
      }
    })

  /// A stage in the way of a path.
  static let stageHidesPath = Rule(
    id: "ROU020",
    severity: .warning,
    summary: "a route whose path begins with the name of a stage",
    why: """
      At the API's own endpoint the first segment of a path is compared with the stages' names before it is with any
      route. With a stage `v1` a request to `/v1/books` goes to that stage, as `/books`, and never to the route `/v1/books`
      of `$default`.
      """,
    source: "API Gateway's page on routes of HTTP APIs: an explicit match of a stage wins",
    example: """
      apis:
        store:
          routes:
            ⟦GET /v1/books → GET /books⟧: https://books.example.com
          stages:
            $default: {}
            v1: {}
      """,
    check: { spec, report in
      for (api, routes) in zip(spec.names.spec.apis, spec.routes) where !api.value.isWebSocket {
        let stages = api.value.resolvedStages
        guard stages.count > 1, api.value.answersAtEndpoint != false,
          stages.contains(where: { $0.awsName == "$default" })
        else { continue }
        let marks = Dictionary(stages.map { ($0.awsName ?? "", $0.mark) }) { first, _ in first }
        var last: Mark?
        for route in routes where route.route.mark != last {
          guard case .http(_, let segments) = route.key.form, let first = segments.first, let mark = marks[first] else {
            continue
          }
          last = route.route.mark
          report.report(
            at: route.route.mark, "requests to `/\(first)/…` go to the stage `\(first)`, not to this route",
            related: mark.map { [Related(message: "the stage", mark: $0)] } ?? [],
            help: "give the stage another name, or leave `/\(first)` out of the route, which the stage serves as well")
        }
      }
    })
}

extension RouteKey {
  /// The method of an HTTP key with a path.
  var method: String? { if case .http(let method, _) = form { method } else { nil } }

  /// Whether it takes every method that has no route of its own.
  var isAny: Bool { method == "ANY" }

  /// The path with the names of its variables erased; nothing for `$default`.
  fileprivate var erasedPath: String { String(erased.drop { $0 != "/" }) }
}
