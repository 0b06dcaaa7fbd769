import SpecReading

extension Rule {
  /// A value that is not one of the words of its property, or outside of its range.
  static let propertyLimit = Rule(
    id: "CFN028",
    severity: .error,
    summary: "value that a property does not allow",
    why: """
      CloudFormation's resource schemas list the words and ranges of many properties. CloudFormation rejects another value
      before it creates the resource: "is not a valid enum value", "is greater than the maximum value".
      """,
    source: "CloudFormation's resource schemas",
    example: """
      resources:
        Books:
          Type: AWS::Lambda::Function
          Properties:
            Role: arn:aws:iam::111122223333:role/books
            Runtime: nodejs24.x
            Handler: index.handler
            Code: {ZipFile: "exports.handler = async () => ({})"}
            MemorySize: ⟦64 → 128⟧
      """,
    check: { model, report in
      for (flaw, _) in model.flaws {
        guard case .limit(let property, let message, let help) = flaw else { continue }
        report.report(at: property, message, help: help)
      }
      if let path = model.names.spec.roles.path, let text = path.literal, !TextPattern.path.allows(text) {
        report.report(at: path.mark, "\(Reader.quoted(text)) is not a valid `path`", help: TextPattern.path.help)
      }
    })
}
