import SpecReading

extension Rule {
  /// A runtime that Lambda rejects.
  static let runtimeIsBlocked = Rule(
    id: "LAM005",
    severity: .error,
    summary: "runtime does not exist, or is blocked for new functions",
    why: """
      Some time after a runtime is deprecated, Lambda rejects new functions with it. The program's table of runtimes has a
      date; a runtime that is not in it is taken for a mistake.
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
    check: { model, report in
      for function in model.functionsAndLoops {
        guard let given = function["Runtime"] else { continue }
        for name in given.texts where !LambdaRuntimes.undated.contains(name) {
          if let life = LambdaRuntimes.lives[name] {
            guard let blocked = life.blocked, blocked <= LambdaRuntimes.date else { continue }
            report.report(
              at: given, "\(name) is blocked for new functions since \(blocked)",
              help: life.successor.map { "write `\($0)`" })
          } else if let successor = LambdaRuntimes.gone[name] {
            report.report(at: given, "\(name) is blocked for new functions", help: "write `\(successor)`")
          } else {
            // `lambda.Runtime.NODEJS_24_X` of the CDK.
            let word = String(name.parts(separatedBy: "Runtime.").last ?? name[...])
            report.report(
              at: given, "\(Reader.quoted(name)) is not a runtime of Lambda (as of \(LambdaRuntimes.date))",
              help: Suggestion.help(for: word, among: ofFamily(word)))
          }
        }
      }
    })

  /// The runtimes that begin with the same letters, such as those of `python`; all if none does.
  private static func ofFamily(_ name: String) -> [String] {
    let family = name.lowercased().prefix { $0.isLetter }
    let all = Array(LambdaRuntimes.current)
    let fitting = family.utf8.count < 4 ? [] : all.filter { $0.hasPrefix(family) }
    return fitting.isEmpty ? all : fitting
  }
}
