import Diagnostics

extension Rule {
  /// Runtimes of inline code.
  static let inlineCodeRuntime = Rule(
    id: "LAM007",
    severity: .error,
    summary: "inline code for a runtime other than Node.js and Python",
    why: """
      CloudFormation writes inline code into a file and builds nothing: it must be a script, and CloudFormation accepts only
      Node.js and Python.
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
    check: { model, report in
      for function in model.functionsAndLoops {
        guard let code = function["Code"]?["ZipFile"], let given = function["Runtime"], let name = given.text,
          LambdaRuntimes.lives[name] != nil || LambdaRuntimes.undated.contains(name), !LambdaRuntimes.runsInline(name)
        else { continue }
        report.report(
          at: given, "inline code runs in Node.js and Python only, not in \(name)",
          related: [Related(message: "the code", mark: code.mark)],
          help: function.isRaw ? "put it in a zip file" : "put it in a folder or a zip (`code: src/\(function.name)`)")
      }
    })
}

extension LambdaRuntimes {
  /// Whether inline code can run in it.
  static func runsInline(_ name: String?) -> Bool {
    name.map { $0.hasPrefix("nodejs") || $0.hasPrefix("python") } ?? false
  }
}
