import SpecReading

extension Rule {
  /// Variables of `!Sub` that its text does not contain.
  static let unusedSubstitution = Rule(
    id: "REF015",
    severity: .warning,
    summary: "unused variable of `!Sub`",
    why: """
      `!Sub` with a mapping replaces the names of the mapping in its text. A name that the text does not contain is most likely
      misspelled, or a leftover; CloudFormation ignores it.
      """,
    source: "CloudFormation's page on Fn::Sub; cfn-lint's W1019",
    example: """
      functions:
        books:
          runtime: nodejs24.x
          handler: index.handler
          code: src/books
          environment:
            TABLE: !Sub ["${Stage}-books", {Stage: !Ref AWS::StackName⟪, ⟦Table⟧: books →⟫}]
      apis:
        store:
          routes:
            GET /books: books
      """,
    check: { model, report in
      for (mark, name) in model.spec.values.unusedVariables.sorted(by: { $0.key.start < $1.key.start }) {
        report.report(
          at: mark, "the text of `!Sub` does not contain `${\(name)}`",
          help: "remove `\(name)`, or write `${\(name)}` where its value belongs")
      }
    })
}
