import Diagnostics
import SpecReading
import YAMLTree

extension Rule {
  /// Backends behind a VPC link see the stage.
  static let stageInBackendPath = Rule(
    id: "VPC019",
    severity: .warning,
    summary: "a private target that gets the name of the stage in its path",
    why: """
      A private target gets the whole path of a request, and on any stage but `$default` that begins with the stage's
      name: `GET /books` on the stage `dev` arrives as `GET /dev/books`. Most servers have no such path.
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
    check: { spec, report in
      for api in spec.names.spec.apis {
        guard let stage = api.value.resolvedStages.first(where: { $0.awsName.map { $0 != "$default" } ?? false }) else {
          continue
        }
        var targets: [AnsweringTarget] = []
        spec.forEachPrivateTarget { answering, target in
          guard answering.api.mark == api.mark, target.network.stripStage == nil,
            spec.names.find(target.nameKind, target.name) != nil
          else { return }
          let parameters = target.options.requestParameters?.parameters ?? []
          if !parameters.contains(where: { $0.name == "overwrite:path" }) { targets.append(answering) }
        }
        guard let first = targets.first, let name = stage.awsName else { continue }
        let path = first.keys.first.flatMap(\.path) ?? "/…"
        let others = targets.count == 1 ? "" : ", and so do \(targets.count - 1) more of the API"
        report.report(
          at: first.mark, "this target gets the stage in its path (`/\(name)\(path)`)\(others)",
          related: stage.mark.map { [Related(message: "the stage", mark: $0)] } ?? [],
          help: (targets.count == 1 ? "`stripStage: true`" : "`defaults: {stripStage: true}` on the API")
            + " takes it off; `false` says that it is meant")
      }
    })
}

extension Api.ResolvedStage {
  /// What AWS calls it; nil where only CloudFormation will know.
  var awsName: String? { value?.name.map(\.literal) ?? name }
}
