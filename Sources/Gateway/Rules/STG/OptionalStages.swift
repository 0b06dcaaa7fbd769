import Diagnostics
import SpecReading
import YAMLTree

extension Rule {
  /// Nobody can tell who called.
  static let stageWithoutLogs = Rule(
    id: "STG026",
    severity: .note,
    summary: "a stage that writes no access logs",
    why: "Without access logs nobody can tell afterwards who called a stage, what was answered, and why.",
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
    check: { spec, report in
      for api in spec.names.spec.apis where api.value.stageOptions.accessLogs == nil {
        for stage in api.value.resolvedStages where !stage.exists && stage.value?.stageOptions.accessLogs == nil {
          report.report(
            at: stage.mark ?? api.mark, "the stage `\(stage.name)` of the API `\(api.name)` writes no access logs",
            help: "write `accessLogs: true`, or `false` to say that you mean it")
        }
      }
    })

  /// What is tried out is live everywhere.
  static let stagesDeployTogether = Rule(
    id: "STG027",
    severity: .note,
    summary: "several stages of an API that deploy by themselves",
    why: """
      `autoDeploy`, which is the default, puts every change of an API on the stage at once. Where several stages do so
      they always serve the same routes: nothing can be tried on one of them before it is on the others. A stack for each
      of them keeps them apart.
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
    check: { spec, report in
      for api in spec.names.spec.apis {
        let deploying = api.value.resolvedStages.filter { stage in
          let own = stage.value?.stageOptions.autoDeploy ?? api.value.stageOptions.autoDeploy
          return !stage.exists && own?.literal ?? true
        }
        guard deploying.count > 1, let first = deploying[0].mark, let second = deploying[1].mark else { continue }
        let others = deploying.count == 2 ? "" : " (and \(deploying.count - 2) more)"
        report.report(
          at: second, "every change is live on `\(deploying[1].name)` and on `\(deploying[0].name)`\(others) at once",
          related: [Related(message: "the other one", mark: first)],
          help: "write one stage, `stage: $(stage)`, and make a stack for each of its `environments`")
      }
    })
}
