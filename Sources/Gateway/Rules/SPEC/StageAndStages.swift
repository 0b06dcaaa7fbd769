import Diagnostics

extension Rule {
  /// `stage` beside `stages`.
  static let stageAndStages = Rule(
    of: .conflict,
    source: "the language: `stage` is short for `stages`",
    example: """
      apis:
        store:
          routes:
            $default: https://books.example.com
          ⟪
          stage: ⟦dev⟧
          →⟫
          stages:
            ⟪→
            dev: {}
            ⟫
            $default: {description: For customers}
      """,
    check: { model, report in
      for api in model.names.spec.apis {
        guard let stage = api.value.stage, let stages = api.value.stages else { continue }
        let other = [Related].one("a stage of `stages`", at: stages.first?.mark)
        report.report(
          at: stage.mark, "`stage` and `stages` exclude each other: `stage` is short for a single stage",
          related: other,
          help: "remove `stage`, and add it to `stages`")
      }
    })
}
