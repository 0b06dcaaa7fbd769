import SpecReading
import YAMLTree

extension Rule {
  /// What an image brings itself, and a zip does not.
  static let imageOrZip = Rule(
    id: "LAM008",
    severity: .error,
    summary: "a function without runtime or handler, or an image with them",
    why: """
      A container image brings its runtime and says itself what is called. Any other code needs a `runtime` to run in
      and a `handler` to call. Lambda refuses both mistakes.
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
    check: { spec, report in
      for own in spec.createdFunctions {
        let function = own.function
        guard let source = function.code.source else { continue }
        if case .image(let code) = source {
          if let text = code.image.literal, !text.mentions(".dkr.ecr."), !text.contains("$") {
            report.report(
              at: code.image.mark, "Lambda takes images of Amazon ECR alone",
              help: "write `ACCOUNT.dkr.ecr.REGION.amazonaws.com/NAME:TAG`")
          }
          let given: [(key: String, mark: Mark?)] = [
            ("runtime", function.runtime?.mark), ("handler", function.handler?.mark), ("layers", function.layers?.mark),
          ]
          for (key, mark) in given {
            if let mark { report.report(at: mark, "an image brings its own \(key)", help: "leave out `\(key)`") }
          }
          continue
        }
        let missing = [
          function.runtime == nil ? "`runtime`" : nil, function.handler == nil ? "`handler`" : nil,
        ].compactMap { $0 }
        if missing.isEmpty || !spec.isWhole(own.element.mark) { continue }
        report.report(
          at: own.element.mark,
          "the function `\(own.element.name)` has no \(missing.joined(separator: " and no "))",
          help: function.runtime == nil
            ? "write, for one, `runtime: nodejs24.x` and `handler: index.handler`"
            : "write `handler: FILE.FUNCTION`, such as `index.handler`")
      }
    })
}
