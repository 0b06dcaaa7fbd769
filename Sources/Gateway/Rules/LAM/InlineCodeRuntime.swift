import Diagnostics

extension Rule {
  /// Only scripts can stand in a template.
  static let inlineCodeRuntime = Rule(
    id: "LAM007",
    severity: .error,
    summary: "code in the spec for a runtime other than Node.js and Python",
    why: """
      CloudFormation makes a file of code that stands in the template, and does no more: it can only be a script, and
      only of Node.js and Python.
      """,
    source: "CloudFormation's page of AWS::Lambda::Function: ZipFile is for Node.js and Python",
    example: """
      functions:
        books:
          runtime: ⟦ruby4.0 → nodejs24.x⟧
          handler: index.handler
          code: {inline: "⟪def handler(event:, context:) = {statusCode: 200} → exports.handler = async () => ({ statusCode: 200 });⟫"}
      apis:
        store:
          routes:
            GET /books: books
      """,
    check: { spec, report in
      for own in spec.createdFunctions {
        guard case .inline(let code) = own.function.code.source, let given = own.function.runtime,
          let name = given.literal, LambdaRuntimes.lives[name] != nil || LambdaRuntimes.undated.contains(name),
          !LambdaRuntimes.runsInline(name)
        else { continue }
        report.report(
          at: given.mark, "code that stands in the spec runs in Node.js and Python only, not in \(name)",
          related: [Related(message: "the code", mark: code.inline.mark)],
          help: "put it in a folder or a zip (`code: src/\(own.element.name)`)")
      }
    })
}

extension LambdaRuntimes {
  /// Whether code that stands in a template can run in it.
  static func runsInline(_ name: String?) -> Bool {
    name.map { $0.hasPrefix("nodejs") || $0.hasPrefix("python") } ?? false
  }
}
