import SpecReading

extension Rule {
  /// What a stage variable may be called.
  static let stageVariableName = Rule(
    id: "STG020",
    severity: .error,
    summary: "a stage variable's name with characters that it cannot have",
    why: """
      A stage variable is read as `${stageVariables.NAME}`, and its name is made of at most 64 letters, digits and `_`.
      """,
    source: "API Gateway's page on stage variables and its quotas",
    example: """
      apis:
        store:
          routes:
            $default: https://books.example.com
          variables: {⟦back-end → backEnd⟧: books.example.com}
      """,
    check: { spec, report in
      spec.forEachStageVariable { variable in
        if variable.name.isMade(ofLettersDigitsAnd: "_"), variable.name.utf8.count <= 64 { return }
        report.report(
          at: variable.mark, "\(Reader.quoted(variable.name)) is not a stage variable's name",
          help: "it is made of at most 64 letters, digits and `_`")
      }
    })
}

extension ResolvedSpec {
  /// The stage variables of all APIs and stages.
  func forEachStageVariable(_ body: (Named<Given<String>>) -> Void) {
    for api in names.spec.apis {
      for variable in api.value.stageOptions.variables ?? [] { body(variable) }
      for stage in api.value.stages ?? [] {
        for variable in stage.value.stageOptions.variables ?? [] { body(variable) }
      }
    }
    for variable in rawGateway("Stage").flatMap({ $0["StageVariables"]?.members ?? [] }) {
      if let given = variable.given { body(Named(name: variable.name, mark: variable.key, value: given)) }
    }
  }
}
