import Diagnostics
import SpecReading
import YAMLTree

extension Rule {
  /// The stage name in the path of a backend.
  static let stageInBackendPath = Rule(
    id: "VPC019",
    severity: .warning,
    premise: .spec,
    summary: "private target gets the stage name or a base path in its path",
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
        guard let (name, mark, noun) = model.prefix(ofPathsIn: api) else { continue }
        // In CloudFormation's terms, a target that serves a base path cannot be distinguished.
        let targets = api.integrations.filter {
          $0.getsStageInPath && (noun == "stage name" || $0.resource.source != .resources)
        }
        guard let first = targets.first else { continue }
        let path = first.keys.first.flatMap(\.path) ?? "/…"
        let count = targets.reduce(0) { $0 + $1.lines.count }
        let others = count == 1 ? "" : ", and so do \(count - 1) more of the API"
        report.report(
          only: first.mark, "this target gets the \(noun) in its path (`/\(name)\(path)`)\(others)",
          related: [Related(message: "the \(noun)", mark: mark)],
          help: first.resource.isRaw
            ? "set `\(first.parametersWord): {\"overwrite:path\": $request.path}`"
              + (noun == "stage name" ? "" : ", or ignore this finding if this is intended")
            : (count == 1 ? "set `stripStage: true`" : "set `defaults: {stripStage: true}` on the API")
              + ", or `false` if this is intended")
      }
    })
}

extension Model {
  /// The text before the paths of requests to an API: the name of a stage at the default endpoint, or the base path of a
  /// domain. A domain without a base path adds nothing.
  fileprivate func prefix(ofPathsIn api: Api) -> (name: String, mark: Mark, noun: String)? {
    let mappings = domains.mappings(of: api)
    if api.answersAtEndpoint != false || mappings.isEmpty {
      for stage in api.stages {
        let names = stage["StageName"]?.texts ?? []
        if let name = names.first, !names.contains("$default") { return (name, stage.mark, "stage name") }
      }
    }
    for mapping in mappings {
      if let path = pathTexts(of: mapping).first(where: { !$0.isEmpty }) {
        return (path, mapping.pathMark, "base path")
      }
    }
    return nil
  }
}

extension Model.Integration {
  /// Whether it is private and nothing changes or keeps the path.
  fileprivate var getsStageInPath: Bool {
    guard isPrivate == true, !routes.isEmpty, resource.isWhole,
      target?.integration.asPrivate?.network.stripStage == nil
    else { return false }
    return self["RequestParameters"]?.lacks("overwrite:path") ?? true
  }
}
