import Diagnostics
import SpecReading
import YAMLTree

extension Rule {
  /// The stage name in the path of a backend.
  static let stageInBackendPath = Rule(
    id: "VPC019",
    severity: .warning,
    summary: "private target gets the stage name in its path",
    why: """
      A private target gets the whole path of a request, which on any stage but `$default` begins with the stage name: `GET /books`
      on the stage `dev` arrives as `GET /dev/books`. Most servers answer that with 404.
      """,
    source: "API Gateway's page on private integrations of HTTP APIs",
    example: """
      vpcs:
        main:
      loadBalancers:
        web:
          type: application
          vpc: main
          listeners:
            http: {port: 80, forward: {type: ip, port: 8080}}
      apis:
        store:
          routes:
            GET /books: {alb: ⟦web → web, stripStage: true⟧}
          stage: dev
      """,
    check: { model, report in
      for api in model.apis.all where api.isWebSocket == false {
        let stages = api.stages.filter { $0["StageName"]?.text.map { $0 != "$default" } ?? false }
        guard let stage = stages.first, let name = stage["StageName"]?.text else { continue }
        let targets = api.integrations.filter(\.getsStageInPath)
        guard let first = targets.first else { continue }
        let path = first.keys.first.flatMap(\.path) ?? "/…"
        let others = targets.count == 1 ? "" : ", and so do \(targets.count - 1) more of the API"
        report.report(
          at: first.mark, "this target gets the stage name in its path (`/\(name)\(path)`)\(others)",
          related: [Related(message: "the stage", mark: stage.mark)],
          help: first.resource.isRaw
            ? "set `RequestParameters: {\"overwrite:path\": $request.path}`"
            : (targets.count == 1 ? "set `stripStage: true`" : "set `defaults: {stripStage: true}` on the API")
              + ", or `false` if this is intended")
      }
    })
}

extension Model.Integration {
  /// Whether it is private and nothing changes or keeps the path.
  fileprivate var getsStageInPath: Bool {
    guard isPrivate == true, !routes.isEmpty, resource.source != .document, resource.isWhole,
      target?.integration.asPrivate?.network.stripStage == nil
    else { return false }
    return self["RequestParameters"]?.lacks("overwrite:path") ?? true
  }
}
