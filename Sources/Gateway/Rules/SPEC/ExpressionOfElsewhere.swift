import SpecReading

extension Rule {
  /// An expression of another tool.
  static let expressionOfElsewhere = Rule(
    id: "SPEC030",
    severity: .error,
    summary: "expression of the Serverless Framework, Terraform or the CDK",
    why: """
      These expressions are not evaluated, so AWS would get the text as it is written. Use a variable of the spec, `$(stage)`, for
      what is known before the deployment, and a function, `!Ref` or `!Sub`, for what the deployment knows.
      """,
    source: "the language: variables",
    example: """
      ⟪→
      variables: {stage: dev}
      ⟫
      apis:
        store:
          name: store-⟦${opt:stage} → $(stage)⟧
          routes:
            GET /books: https://books.example.com
      """,
    check: { model, report in
      for expression in model.expressions {
        for (content, mark) in expression.parts {
          guard let origin = ExpressionOrigin(content) else { continue }
          report.report(
            at: mark, "\(Reader.quoted("${\(content)}")) is an expression of \(origin.owner), which is not evaluated",
            help: origin.help(for: content))
        }
      }
    })
}
