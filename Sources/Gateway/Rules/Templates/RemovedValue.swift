import SpecReading

extension Rule {
  /// CloudFormation takes away what has to be there.
  static let removedValue = Rule(
    id: "CFN014",
    severity: .warning,
    summary: "`AWS::NoValue` where a value has to be",
    why: """
      `!Ref AWS::NoValue` takes its property away, as if it were not written. A property that has to be there is missed
      then: the deployment fails, or in one of the two cases of an `!If`.
      """,
    source: "CloudFormation's page on pseudo parameters",
    bad: """
      parameters:
        Backend: {Type: String, Default: ""}
      conditions:
        HasBackend: !Not [!Equals [!Ref Backend, ""]]
      apis:
        store:
          routes:
            GET /books:
              http: ⟦!If [HasBackend, !Ref Backend, !Ref AWS::NoValue]⟧
      """,
    good: """
      parameters:
        Backend: {Type: String, Default: ""}
      conditions:
        HasBackend: !Not [!Equals [!Ref Backend, ""]]
      apis:
        store:
          routes:
            GET /books:
              http: !If [HasBackend, !Ref Backend, "https://books.example.com"]
      """,
    check: { spec, report in
      // Log groups without a retention keep their lines for ever.
      for removal in spec.removals where removal.key != "retention" {
        report.report(
          at: removal.mark, "`AWS::NoValue` takes `\(removal.key)` away, which has to be there",
          help: "give a value; or, with `condition`, let all of it be written only where there is one")
      }
    })
}
