import Diagnostics
import SpecReading

extension Rule {
  /// What the file is called that CloudFormation makes of code.
  static let inlineCodeHandler = Rule(
    id: "LAM009",
    severity: .error,
    summary: "code in the spec whose handler is not in `index`, or not in the code",
    why: """
      CloudFormation puts code that stands in the template into a file called `index`. A handler in any other file is
      not found, and every call fails.
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
    check: { spec, report in
      for own in spec.createdFunctions {
        guard case .inline(let code) = own.function.code.source, let given = own.function.handler,
          let handler = given.literal
        else { continue }
        let name = handler.split(separator: ".").last ?? "handler"
        if handler.hasPrefix("index."), handler.count > "index.".count {
          // What another name stands for, or a function that loads the code, nobody can know.
          if let text = code.inline.literal, !text.contains(name),
            LambdaRuntimes.runsInline(own.function.runtime?.literal)
          {
            report.report(
              at: given.mark, "the code has nothing called \(Reader.quoted(String(name)))",
              related: [Related(message: "the code", mark: code.inline.mark)],
              help: "write `index.NAME`, the name of the function that the code exports")
          }
          continue
        }
        report.report(
          at: given.mark,
          "code that stands in the spec becomes the file `index`, and \(Reader.quoted(handler)) is not in it",
          help: "write `index.\(name == "index" ? "handler" : name)`")
      }
    })
}
