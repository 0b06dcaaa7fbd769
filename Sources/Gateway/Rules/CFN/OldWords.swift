extension Rule {
  /// A text that CloudFormation's own YAML reads as a boolean or a number.
  static let oldWord = Rule(
    id: "CFN030",
    severity: .warning,
    summary: "`yes`, `0x1E` and the like without quotes",
    why: """
      CloudFormation reads YAML 1.1, in which `yes`, `no`, `on` and `off` are booleans, and `0x1E` and `1_000` are numbers. Here
      they are texts, as in YAML 1.2, and the template has them as texts, which many services reject.
      """,
    source: "CloudFormation's page on template formats; aws-cli#5245",
    example: """
      resources:
        Books:
          Type: AWS::Glue::Job
          Properties:
            Role: arn:aws:iam::111122223333:role/books
            Command: {Name: glueetl, ScriptLocation: s3://books/load.py}
            Timeout: ⟦0x3C → 60⟧
            JobRunQueuingEnabled: ⟦no → false⟧
      """,
    check: { model, report in
      for (difference, _) in model.differences {
        guard case .yaml11(let property, let meaning) = difference, let text = property.text else { continue }
        report.report(
          at: property, "`\(text)` is a text here, not `\(meaning)`",
          help: "write `\(meaning)`; or, for the text, `\"\(text)\"`")
      }
    })
}
