extension Rule {
  /// A runtime on its way out.
  static let runtimeIsDeprecated = Rule(
    id: "LAM006",
    severity: .warning,
    summary: "a runtime that is deprecated",
    why: """
      A deprecated runtime gets no security patches, and a day is set from which no function can be created with it. It
      is measured against the date of the program's table, not against today.
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
    check: { spec, report in
      for own in spec.createdFunctions {
        guard let given = own.function.runtime, let name = given.literal, let life = LambdaRuntimes.lives[name],
          life.deprecated <= LambdaRuntimes.date
        else { continue }
        // One that is blocked has its own finding.
        if let blocked = life.blocked, blocked <= LambdaRuntimes.date { continue }
        let end = life.blocked.map { "; from \($0) no function can be created with it" } ?? ""
        report.report(
          at: given.mark, "\(name) is deprecated since \(life.deprecated)\(end)",
          help: life.successor.map { "write `\($0)`" })
      }
    })
}
