import Diagnostics
import SpecReading
import YAMLTree

extension Rule {
  /// A fallback without requests.
  static let defaultBesideGreedy = Rule(
    id: "ROU012",
    severity: .note,
    summary: "`$default` beside `ANY /{proxy+}`, which matches nearly everything",
    why: """
      `$default` receives the requests that no other route matches. `ANY /{proxy+}` matches every method on every path, so at most
      requests to `/` itself remain for `$default`. Whether `{proxy+}` matches an empty rest is not documented.
      """,
    source: "API Gateway's page on routes of HTTP APIs, the order in which routes are looked for",
    example: """
      apis:
        store:
          routes:
            ANY /{proxy+}: https://books.example.com/{proxy}
            ⟦$default → ANY /⟧: https://www.example.com
      """,
    check: { model, report in
      for api in model.apis.all where api.isWebSocket == false {
        guard let fallback = api.routes.first(where: { $0.key == .fallback }),
          let greedy = api.routes.first(where: { $0.key.map { $0.isAny && $0.isOnlyGreedy } ?? false })
        else { continue }
        let hasRoot = api.routes.contains { $0.key.map { $0.isAny && $0.path == "/" } ?? false }
        report.report(
          at: fallback.mark, "`$default` receives \(hasRoot ? "no requests" : "at most requests to `/`")",
          related: [Related(message: "this route matches all others", mark: greedy.mark)],
          help: hasRoot
            ? "remove `$default`" : "remove `\(greedy.name)`, or write `ANY /` for requests to the root")
      }
    })

  /// A route without requests.
  static let anyBesideAllMethods = Rule(
    id: "ROU013",
    severity: .warning,
    summary: "`ANY` route on a path that has a route for each method",
    why: """
      `ANY` matches the methods without a route of their own. Where all seven have one, it receives no requests.
      """,
    source: "API Gateway's page on routes of HTTP APIs",
    example: """
      apis:
        store:
          routes:
            ⟦ANY /books⟧: https://www.example.com/books
            GET, HEAD⟪, OPTIONS →⟫ /books: https://books.example.com
            POST, PUT, PATCH, DELETE /books: https://stock.example.com
      """,
    check: { model, report in
      for api in model.apis.all where api.isWebSocket == false && api.routes.count >= HttpMethod.allCases.count {
        guard api.routes.contains(where: { $0.key?.isAny ?? false }) else { continue }
        var count: [String: Int] = [:]
        for key in api.routes.compactMap(\.key) where !key.isAny { count[key.erasedPath, default: 0] += 1 }
        for route in api.routes {
          guard let key = route.key, key.isAny, count[key.erasedPath] == HttpMethod.allCases.count - 1 else { continue }
          report.report(
            at: route.mark, "`\(key.text)` receives no requests: every method of this path has its own route",
            help: "remove it")
        }
      }
    })

  /// The root beside a greedy path.
  static let rootOfGreedy = Rule(
    id: "ROU016",
    severity: .note,
    premise: .element,
    summary: "`/{proxy+}` without a route for `/`",
    why: """
      Whether `{proxy+}` matches an empty rest is not documented: AWS's Lambda test tool matches it, and observations differ. If
      it does not, requests to `/` itself match no route and are answered with 404.
      """,
    source: "observed; API Gateway's page on routes of HTTP APIs only gives examples, and AWS's local tools differ",
    example: """
      apis:
        store:
          routes:
            ⟦ANY /{proxy+}⟧: https://books.example.com/{proxy}
            ⟪→
            ANY /: https://books.example.com
            ⟫
      """,
    check: { model, report in
      for api in model.apis.all where api.isWebSocket == false && api.isComplete && model.spec.isWhole(api.mark) {
        let greedy = api.routes.first { route in
          route.key.map { $0.isOnlyGreedy && ($0.isAny || $0.method == "GET") } ?? false
        }
        guard let greedy,
          !api.routes.contains(where: { $0.key == .fallback || $0.key?.path == "/" })
        else { continue }
        report.report(
          at: greedy.mark, "`\(greedy.name)` may not match `/` itself, which would be answered with 404",
          help: "add `\(greedy.key?.isAny ?? false ? "ANY" : "GET") /`, or replace it by `$default`")
      }
    })

  /// A stage that hides a path.
  static let stageHidesPath = Rule(
    id: "ROU020",
    severity: .warning,
    summary: "route path that begins with the name of a stage",
    why: """
      At the default endpoint, the first segment of a path is compared with the names of stages before routes are. With a
      stage `v1`, a request to `/v1/books` goes to that stage, as `/books`, and never to the route `/v1/books` of `$default`.
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
    check: { model, report in
      for api in model.apis.all where api.isWebSocket == false && api.stages.count > 1 {
        if api.answersAtEndpoint == false { continue }
        let stages = Dictionary(api.stages.compactMap { stage in stage["StageName"]?.text.map { ($0, stage) } }) { $1 }
        guard stages["$default"] != nil else { continue }
        var last: Mark?
        for route in api.routes where route.mark != last {
          guard case .http(_, let segments)? = route.key?.form, let first = segments.first, let stage = stages[first]
          else { continue }
          last = route.mark
          report.report(
            at: route.mark, "requests to `/\(first)/…` go to the stage `\(first)`, not to this route",
            related: [Related(message: "the stage", mark: stage["StageName"]?.mark ?? stage.mark)],
            help: "rename the stage, or remove `/\(first)` from the route, which that stage serves as well")
        }
      }
    })
}

extension RouteKey {
  /// The method of an HTTP key with a path.
  var method: String? { if case .http(let method, _) = form { method } else { nil } }

  /// Whether it matches every method without a route of its own.
  var isAny: Bool { method == "ANY" }

  /// The path with the names of its variables erased; nothing for `$default`.
  fileprivate var erasedPath: String { String(erased.drop { $0 != "/" }) }

  /// Whether its path is a greedy variable and nothing else.
  fileprivate var isOnlyGreedy: Bool {
    guard case .http(_, let segments) = form, segments.count == 1 else { return false }
    return segments[0].hasSuffix("+}")
  }

  /// The name of its greedy variable, `proxy` of `{proxy+}`.
  var greedyVariable: String? {
    guard case .http(_, let segments) = form, segments.last?.hasSuffix("+}") ?? false else { return nil }
    return variables.last
  }
}
