import SpecReading

extension Rule {
  /// A runtime that Lambda does not take.
  static let runtimeIsBlocked = Rule(
    id: "LAM005",
    severity: .error,
    summary: "a runtime that does not exist, or that no function can be created with any more",
    why: """
      Some time after a runtime is deprecated, Lambda refuses to create functions with it. The program's table of
      runtimes has a date; what it does not know it takes for a mistake.
      """,
    source: "Lambda's page on runtimes, as cfn-lint keeps it",
    example: """
      functions:
        books: {runtime: ⟦nodejs14.x → nodejs24.x⟧, handler: index.handler, code: src/books}
      apis:
        store:
          routes:
            GET /books: books
      """,
    check: { spec, report in
      for own in spec.createdFunctions {
        guard let given = own.function.runtime, let name = given.literal, !LambdaRuntimes.undated.contains(name) else {
          continue
        }
        if let life = LambdaRuntimes.lives[name] {
          guard let blocked = life.blocked, blocked <= LambdaRuntimes.date else { continue }
          report.report(
            at: given.mark, "no function can be created with \(name) since \(blocked)",
            help: life.successor.map { "write `\($0)`" })
        } else if let successor = LambdaRuntimes.gone[name] {
          report.report(
            at: given.mark, "no function can be created with \(name) any more", help: "write `\(successor)`")
        } else {
          report.report(
            at: given.mark, "\(Reader.quoted(name)) is not a runtime of Lambda's (as of \(LambdaRuntimes.date))",
            help: Suggestion.help(for: name, among: LambdaRuntimes.current))
        }
      }
    })
}
