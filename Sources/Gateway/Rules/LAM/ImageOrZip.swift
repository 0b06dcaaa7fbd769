import SpecReading
import TextSearch
import YAMLTree

extension Rule {
  /// Settings that an image contains, and a zip does not.
  static let imageOrZip = Rule(
    id: "LAM008",
    severity: .error,
    premise: .element,
    summary: "function without runtime or handler, or an image with them",
    why: """
      A container image contains its runtime and entry point. Any other code needs a runtime and a handler. Lambda rejects
      both mistakes.
      """,
    source: "CloudFormation's page of AWS::Lambda::Function",
    example: """
      functions:
        ⟦books⟧: {⟪→ runtime: nodejs24.x, ⟫handler: index.handler, code: src/books}
      apis:
        store:
          routes:
            GET /books: books
      """,
    check: { model, report in
      for function in model.functionsAndLoops {
        let code = function["Code"]
        if let image = code?["ImageUri"] {
          if let text = image.text, !text.mentions(".dkr.ecr."), !text.contains("$") {
            report.report(
              at: image, "Lambda accepts images of Amazon ECR only",
              help: "write `ACCOUNT.dkr.ecr.REGION.amazonaws.com/NAME:TAG`")
          }
          for name in ["Runtime", "Handler", "Layers"] {
            guard let property = function[name] else { continue }
            report.report(
              at: name == "Layers" ? property.listMark : property.mark,
              "an image contains its own \(name.lowercased())", help: "remove `\(property.word)`")
          }
          continue
        }
        if function["PackageType"]?.text == "Image" { continue }
        let missing = ["Runtime", "Handler"].filter { function.record.properties[$0] == nil && function.lacks($0) }
        guard code != nil, let first = missing.first else { continue }
        let words = missing.map { "`\(function.words($0))`" }.joined(separator: " and no ")
        report.report(
          at: function.mark, "the function `\(function.name)` has no \(words)",
          help: first == "Runtime"
            ? "write, for example, `\(function.words("Runtime")): nodejs24.x` and `\(function.words("Handler")): index.handler`"
            : "write `\(function.words("Handler")): FILE.FUNCTION`, such as `index.handler`")
      }
    })
}
