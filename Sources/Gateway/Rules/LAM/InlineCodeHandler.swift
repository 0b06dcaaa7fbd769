import Diagnostics
import SpecReading

extension Rule {
  /// The handler of inline code.
  static let inlineCodeHandler = Rule(
    id: "LAM009",
    severity: .error,
    premise: .element,
    summary: "handler of inline code is not in `index`, or not in the code",
    why: """
      CloudFormation writes inline code into a file named `index`. A handler in any other file is not found, and every call
      fails.
      """,
    source: "CloudFormation's page of AWS::Lambda::Function; found by deployments (cdk-preflight)",
    example: """
      functions:
        books:
          runtime: nodejs24.x
          handler: ⟦books.handler → index.handler⟧
          code: {inline: "exports.handler = async () => ({ statusCode: 200 });"}
      apis:
        store:
          routes:
            GET /books: books
      """,
    check: { model, report in
      for function in model.functions {
        guard let code = function["Code"]?["ZipFile"], let given = function["Handler"], let handler = given.text,
          function["Runtime"]?.text.map({ LambdaRuntimes.runsInline($0) }) ?? true
        else { continue }
        let name = handler.split(separator: ".").last ?? "handler"
        if handler.hasPrefix("index."), handler.count > "index.".count {
          // What loads the code is not known without the runtime.
          if let text = code.text, !text.contains(name), LambdaRuntimes.runsInline(function["Runtime"]?.text) {
            report.report(
              at: given, "the code does not contain \(Reader.quoted(String(name)))",
              related: [Related(message: "the code", mark: code.mark)],
              help: "write `index.NAME`, the name of the function that the code exports")
          }
          continue
        }
        report.report(
          at: given, "inline code becomes the file `index`, and \(Reader.quoted(handler)) is not in it",
          help: "write `index.\(name == "index" ? "handler" : name)`")
      }
    })
}
