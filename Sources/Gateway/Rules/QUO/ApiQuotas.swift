import SpecReading
import YAMLTree

extension Rule {
  /// The quota of routes.
  static let tooManyRoutes = Rule(
    id: "QUO001",
    severity: .warning,
    summary: "more routes on one API than the default quota",
    why: """
      An API has room for 300 routes. AWS raises that on request; otherwise the deployment fails at the 301st route, and all
      others are rolled back.
      """,
    source: "API Gateway's quotas of HTTP and of WebSocket APIs",
    example: routes(1...200) + "⟪\n\(routes(201...300))      ⟦GET /last⟧: https://books.example.com\n→⟫\n",
    check: { model, report in
      for api in model.apis.all where api.routes.count > Model.Api.routeQuota {
        report.report(
          at: api.routes[Model.Api.routeQuota].mark,
          "the API `\(api.name)` has \(api.routes.count) routes; the default quota is \(Model.Api.routeQuota)",
          help: "ask AWS to raise the quota, or let one route serve several: "
            + (api.isWebSocket == true ? "`$default`" : "`ANY /books/{proxy+}`"))
      }
    })

  private static func routes(_ numbers: ClosedRange<Int>) -> String {
    (numbers.lowerBound == 1 ? "apis:\n  store:\n    routes:\n" : "")
      + numbers.map { "      GET /books\($0): https://books.example.com\n" }.joined()
  }

  /// The quota of stages.
  static let tooManyStages = Rule(
    id: "QUO003",
    severity: .warning,
    summary: "more stages of one API than the default quota",
    why: """
      An API has room for ten stages. AWS raises that on request; otherwise the deployment fails at the eleventh.
      """,
    source: "API Gateway's quotas of HTTP and of WebSocket APIs",
    example: """
      apis:
        store:
          routes:
            GET /books: https://books.example.com
          stages: {$default: , a: , b: , c: , d: , e: , f: ⟪, g: , h: , i: , ⟦j⟧:  →⟫}
      """,
    check: { model, report in
      for api in model.apis.all where api.stages.count > Model.Api.stageQuota {
        let stage = api.stages[Model.Api.stageQuota]
        report.report(
          at: stage.resource.isRaw ? stage.resource.mark : stage["StageName"]?.mark ?? stage.resource.mark,
          "the API `\(api.name)` has \(api.stages.count) stages; the default quota is \(Model.Api.stageQuota)",
          help: "ask AWS to raise the quota, or write the API once for each environment")
      }
    })

  /// The quota of authorizers.
  static let tooManyAuthorizers = Rule(
    id: "QUO004",
    severity: .warning,
    summary: "more authorizers of one API than the default quota",
    why: """
      An API has room for ten authorizers. AWS raises that on request; otherwise the deployment fails at the eleventh.
      """,
    source: "API Gateway's quotas of HTTP and of WebSocket APIs",
    example: authorizers,
    check: { model, report in
      for api in model.apis.all where api.authorizers.count > Model.Api.authorizerQuota {
        report.report(
          at: api.authorizers[Model.Api.authorizerQuota].mark,
          "the API `\(api.name)` has \(api.authorizers.count) authorizers; the default quota is \(Model.Api.authorizerQuota)",
          help: "ask AWS to raise the quota, or let one function authorize several kinds of callers")
      }
    })

  private static var authorizers: String {
    let (few, more) = ((1...7).map { "a\($0)" }, (8...10).map { "a\($0)" })
    func authorizer(_ name: String) -> String { "      \(name): {lambda: check}\n" }
    func route(_ name: String) -> String { "      GET /\(name): {http: https://books.example.com, auth: \(name)}\n" }
    var text = "functions:\n  check: {runtime: nodejs24.x, handler: index.handler, code: src/check}\n"
    text += "apis:\n  store:\n    authorizers:\n"
    text += few.map(authorizer).joined()
    text += "⟪\n" + more.map(authorizer).joined() + "      ⟦last⟧: {lambda: check}\n→⟫\n"
    text += "    routes:\n"
    text += few.map(route).joined() + "⟪\n" + (more + ["last"]).map(route).joined() + "→⟫\n"
    return text
  }

  /// The quota of stage variables.
  static let tooManyVariables = Rule(
    of: .tooManyVariablesOrTags,
    source: "API Gateway's quotas of HTTP APIs",
    example: variables(100) + "⟪\n      ⟦last⟧: x\n→⟫\n",
    check: { model, report in
      for stage in model.resources("Stage") {
        guard let variables = stage["StageVariables"]?.members, variables.count > 100 else { continue }
        report.report(
          at: variables[100].key, "\(variables.count) variables of one stage; AWS allows 100",
          help: "remove some, or let the backend read them from elsewhere")
      }
    })

  private static func variables(_ count: Int) -> String {
    "apis:\n  store:\n    routes:\n      GET /books: https://books.example.com\n    variables:\n"
      + (1...count).map { "      v\($0): x\n" }.joined()
  }
}
