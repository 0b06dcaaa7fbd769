extension Rule {
  /// What a stage variable may hold.
  static let stageVariableValue = Rule(
    id: "STG021",
    severity: .error,
    summary: "a stage variable's value with characters that it cannot have",
    why: """
      Stage variables end up in URLs and ARNs. API Gateway takes at most 512 letters, digits and `-._~:/?#&=,`, and
      nothing else.
      """,
    source: "API Gateway's page on stage variables and its quotas",
    example: """
      apis:
        store:
          routes:
            $default: https://books.example.com
          variables: {greeting: ⟦Hello world → Hello-world⟧}
      """,
    check: { spec, report in
      spec.forEachStageVariable { variable in
        guard let text = variable.value.literal else { return }
        if text.utf8.count > 512 {
          report.report(at: variable.value.mark, "a stage variable holds at most 512 characters")
        } else if !text.isMade(ofLettersDigitsAnd: "-._~:/?#&=,") {
          report.report(
            at: variable.value.mark, "a stage variable cannot hold this value",
            help: "it is made of letters, digits and `-._~:/?#&=,`")
        }
      }
    })
}
