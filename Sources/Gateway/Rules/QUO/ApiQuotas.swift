import SpecReading
import YAMLTree

extension Rule {
  /// More routes than an API has room for unless AWS makes more.
  static let tooManyRoutes = Rule(
    id: "QUO001",
    severity: .warning,
    summary: "more routes on one API than AWS allows without being asked",
    why: """
      An API has room for 300 routes. AWS raises that on request; without it the deployment fails at the 301st, with all
      the others made and taken back.
      """,
    source: "API Gateway's quotas of HTTP and of WebSocket APIs",
    example: routes(300) + "⟪\n      ⟦GET /last⟧: https://books.example.com\n→⟫\n",
    check: { spec, report in
      for (api, routes) in zip(spec.names.spec.apis, spec.routes) where routes.count > 300 {
        report.report(
          at: routes[300].route.mark,
          "the API `\(api.name)` has \(routes.count) routes; AWS allows 300 unless it is asked for more",
          help: "ask AWS to raise the quota, or let one route serve several: "
            + (api.value.isWebSocket ? "`$default`" : "`ANY /books/{proxy+}`"))
      }
    })

  private static func routes(_ count: Int) -> String {
    "apis:\n  store:\n    routes:\n"
      + (1...count).map { "      GET /books\($0): https://books.example.com\n" }.joined()
  }

  /// More stages than an API has room for unless AWS makes more.
  static let tooManyStages = Rule(
    id: "QUO003",
    severity: .warning,
    summary: "more stages of one API than AWS allows without being asked",
    why: "An API has room for ten stages. AWS raises that on request; without it the deployment fails at the eleventh.",
    source: "API Gateway's quotas of HTTP and of WebSocket APIs",
    example: """
      apis:
        store:
          routes:
            GET /books: https://books.example.com
          stages: {$default: , a: , b: , c: , d: , e: , f: , g: , h: , i: ⟪, ⟦j⟧:  →⟫}
      """,
    check: { spec, report in
      for api in spec.names.spec.apis {
        let stages = api.value.resolvedStages
        guard stages.count > 10, let mark = stages[10].mark else { continue }
        report.report(
          at: mark, "the API `\(api.name)` has \(stages.count) stages; AWS allows 10 unless it is asked for more",
          help: "ask AWS to raise the quota, or write the API once for each environment")
      }
    })

  /// More authorizers than an API has room for unless AWS makes more.
  static let tooManyAuthorizers = Rule(
    id: "QUO004",
    severity: .warning,
    summary: "more authorizers of one API than AWS allows without being asked",
    why: """
      An API has room for ten authorizers. AWS raises that on request; without it the deployment fails at the eleventh.
      """,
    source: "API Gateway's quotas of HTTP and of WebSocket APIs",
    example: authorizers(10),
    check: { spec, report in
      guard spec.names.spec.apis.contains(where: { $0.value.authorizers.count > 10 }) else { return }
      var used: [String: [Mark]] = [:]
      spec.forEachAuthorizer { authorizer in
        // One that no route uses is not written.
        if !authorizer.routes.isEmpty { used[authorizer.api.name, default: []].append(authorizer.element.mark) }
      }
      for api in spec.names.spec.apis {
        guard let marks = used[api.name], marks.count > 10 else { continue }
        report.report(
          at: marks[10],
          "the API `\(api.name)` has \(marks.count) authorizers; AWS allows 10 unless it is asked for more",
          help: "ask AWS to raise the quota, or let one function tell who may call what")
      }
    })

  /// As many authorizers, and one more.
  private static func authorizers(_ count: Int) -> String {
    let names = (1...count).map { "a\($0)" }
    func route(_ name: String) -> String { "      GET /\(name): {http: https://books.example.com, auth: \(name)}\n" }
    var text = "functions:\n  check: {runtime: nodejs24.x, handler: index.handler, code: src/check}\n"
    text += "apis:\n  store:\n    authorizers:\n"
    text += names.map { "      \($0): {lambda: check}\n" }.joined() + "⟪\n      ⟦last⟧: {lambda: check}\n→⟫\n"
    text += "    routes:\n"
    return text + names.map(route).joined() + "⟪\n\(route("last"))→⟫\n"
  }

  /// More variables than a stage has room for.
  static let tooManyVariables = Rule(
    id: "QUO007",
    severity: .error,
    summary: "more variables of a stage, or tags of a resource, than AWS allows",
    why: """
      A stage has room for a hundred variables, those that stand on the API counted in, and a resource for fifty tags,
      those of the spec counted in. AWS raises neither.
      """,
    source: "API Gateway's quotas of HTTP APIs",
    example: variables(100) + "⟪\n      ⟦last⟧: x\n→⟫\n",
    check: { spec, report in
      for api in spec.names.spec.apis {
        let shared = api.value.stageOptions.variables ?? []
        for stage in api.value.resolvedStages {
          let all = shared + (stage.value?.stageOptions.variables ?? [])
          guard all.count > 100 else { continue }
          var seen: Set<String> = []
          let distinct = all.filter { seen.insert($0.name).inserted }
          guard distinct.count > 100 else { continue }
          report.report(
            at: distinct[100].mark, "\(distinct.count) variables of one stage; AWS allows 100",
            help: "leave some out, or let what reads them look elsewhere")
        }
      }
    })

  private static func variables(_ count: Int) -> String {
    "apis:\n  store:\n    routes:\n      GET /books: https://books.example.com\n    variables:\n"
      + (1...count).map { "      v\($0): x\n" }.joined()
  }
}
