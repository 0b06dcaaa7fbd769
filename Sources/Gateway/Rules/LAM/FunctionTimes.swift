import Diagnostics
import SpecReading
import YAMLTree

extension Rule {
  /// A function that is switched off.
  static let noConcurrency = Rule(
    id: "LAM016",
    severity: .warning,
    summary: "a function that `reservedConcurrency: 0` keeps from running",
    why: "No execution at all is let through: every call is throttled, and the client gets an error.",
    source: "Lambda's page on reserved concurrency",
    example: """
      functions:
        books: {runtime: nodejs24.x, handler: index.handler, code: src/books, reservedConcurrency: ⟦0 → 10⟧}
      apis:
        store:
          routes:
            GET /books: books
      """,
    check: { spec, report in
      for own in spec.createdFunctions {
        guard let given = own.function.reservedConcurrency, given.literal == 0 else { continue }
        report.report(
          at: given.mark, "this function never runs",
          help: "leave it out, or let some executions in")
      }
    })

  /// As many as Lambda stacks.
  static let tooManyLayers = Rule(
    id: "LAM011",
    severity: .error,
    summary: "a function with more than five layers, or with a layer, a name or an alias that Lambda does not take",
    why: """
      Lambda puts at most five layers under a function, each of them in one version, and refuses more. Its names and those
      of its aliases are made of letters, digits, `-` and `_`.
      """,
    source: "Lambda's quotas; found by deployments (cdk-preflight)",
    example: """
      functions:
        books:
          runtime: nodejs24.x
          handler: index.handler
          code: src/books
          layers:
      \((1...5).map { "      - arn:aws:lambda:eu-west-1:111122223333:layer:part-\($0):1" }.joined(separator: "\n"))
            ⟪
            - ⟦arn:aws:lambda:eu-west-1:111122223333:layer:part-6:1⟧
            →⟫
      apis:
        store:
          routes:
            GET /books: books
      """,
    check: { spec, report in
      for own in spec.createdFunctions {
        if let given = own.function.name, let text = given.literal, !text.isMade(ofLettersDigitsAnd: "-_"),
          !text.isEmpty
        {
          report.report(
            at: given.mark, "\(Reader.quoted(text)) is not a function's name",
            help: "it is made of letters, digits, `-` and `_`")
        }
        if let given = own.function.alias, let text = given.literal, !text.isEmpty,
          !text.isMade(ofLettersDigitsAnd: "-_") || text.allSatisfy(\.isNumber)
        {
          report.report(
            at: given.mark, "\(Reader.quoted(text)) is not the name of an alias",
            help: "it is made of letters, digits, `-` and `_`, and is no number: those are versions")
        }
        var names: Set<Substring> = []
        for layer in own.function.layers?.items ?? [] {
          guard let text = layer.literal, text.hasPrefix("arn:"), !text.mentions("${") else { continue }
          let parts = text.split(separator: ":", omittingEmptySubsequences: false)
          if parts.count == 7 {
            report.report(at: layer.mark, "this layer has no version", help: "write `\(text):1`, or another number")
          } else if parts.count == 8, !names.insert(text[..<parts[6].endIndex]).inserted {
            report.report(
              at: layer.mark, "another version of the layer \(Reader.quoted(String(parts[6]))) is there already",
              help: "leave out one of the two")
          }
        }
        guard let layers = own.function.layers, layers.items.count > 5 else { continue }
        report.report(
          at: layers.items[5].mark, "\(layers.items.count) layers; Lambda takes five",
          help: "put several into one, or use an image")
      }
    })
}
