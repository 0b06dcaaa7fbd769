import Diagnostics
import SpecReading
import YAMLTree

extension Rule {
  static let stageWithoutLogs = Rule(
    id: "STG026",
    severity: .note,
    summary: "stage without access logs",
    why: "Without access logs it is not possible to find out afterwards who called a stage and what was answered.",
    source: "a rule of good design",
    example: """
      lint: {severity: {STG026: note}}
      apis:
        ⟦store⟧:
          ⟪→
          accessLogs: true
          ⟫
          routes:
            GET /books: https://books.example.com
      """,
    isOptional: true,
    check: { model, report in
      for stage in model.apis.stages where stage.resource.lacks("AccessLogSettings") {
        // `accessLogs: false` is intended.
        if let api = stage.api?.element, let element = stage.element, api.value.accessLogs(of: element) != nil {
          continue
        }
        report.report(
          at: stage.mark,
          "the stage `\(stage.name)`\(stage.api.map { " of the API `\($0.name)`" } ?? "") does not write access logs",
          help: stage.resource.isRaw
            ? "set `AccessLogSettings`" : "set `accessLogs: true`, or `accessLogs: false` if this is intended")
      }
    })

  static let stagesDeployTogether = Rule(
    id: "STG027",
    severity: .note,
    summary: "several stages of an API with automatic deployment",
    why: """
      With `autoDeploy`, which is the default, every change of an API is deployed to the stage at once. Several such stages
      always serve the same routes, so a change cannot be tried on one before it is live on the others. A separate stack
      for each environment keeps them apart.
      """,
    source: "API Gateway's page on stages of HTTP APIs",
    example: """
      lint: {severity: {STG027: note}}
      apis:
        store:
          routes:
            GET /books: https://books.example.com
          ⟪
          stages:
            $default: {}
            ⟦beta⟧: {}
          →
          stage: beta
          ⟫
      """,
    isOptional: true,
    check: { model, report in
      for api in model.apis.all {
        let stages = api.stages.filter { $0.deploysItself == true }
        guard stages.count > 1 else { continue }
        let others = stages.count == 2 ? "" : " and \(stages.count - 2) more"
        report.report(
          at: stages[1].mark,
          "every change is deployed to the stages `\(stages[0].name)` and `\(stages[1].name)`\(others) at once",
          related: [Related(message: "the other stage", mark: stages[0].mark)],
          help: stages[1].resource.isRaw
            ? "keep one stage, and create a stack for each environment"
            : "use one stage, `stage: $(stage)`, and a stack for each of its `environments`")
      }
    })
}
