extension Rule {
  /// A deprecated runtime.
  static let runtimeIsDeprecated = Rule(
    id: "LAM006",
    severity: .warning,
    summary: "deprecated runtime",
    why: """
      A deprecated runtime gets no security patches, and after a set date Lambda rejects new functions with it. Dates are
      compared with that of the program's table, not with today.
      """,
    source: "Lambda's page on runtimes, as cfn-lint keeps it",
    example: """
      functions:
        books: {runtime: ⟦nodejs20.x → nodejs24.x⟧, handler: index.handler, code: src/books}
      apis:
        store:
          routes:
            GET /books: books
      """,
    check: { model, report in
      for function in model.functionsAndLoops {
        guard let given = function["Runtime"] else { continue }
        for name in given.texts {
          guard let life = LambdaRuntimes.lives[name], life.deprecated <= LambdaRuntimes.date else { continue }
          // LAM005 covers one that is blocked.
          if let blocked = life.blocked, blocked <= LambdaRuntimes.date { continue }
          let end = life.blocked.map { "; from \($0) Lambda rejects new functions with it" } ?? ""
          report.report(
            at: given, "\(name) is deprecated since \(life.deprecated)\(end)",
            help: life.successor.map { "write `\($0)`" })
        }
      }
    })
}
