import SpecReading

extension Rule {
  /// Everybody with a look at the API sees it.
  static let secretInVariable = Rule(
    id: "STG022",
    severity: .warning,
    summary: "a stage variable that looks like a secret",
    why: """
      Stage variables stand in the template, in the console and in logs, and are sent to backends as they are. They are
      not made for passwords, keys and tokens.
      """,
    source: "API Gateway's page on stages of HTTP APIs",
    example: """
      apis:
        store:
          variables: {⟪⟦databasePassword⟧: hunter2 → databaseHost: db.example.com⟫}
          routes:
            GET /books: https://books.example.com
      """,
    check: { spec, report in
      spec.forEachStageVariable { variable in
        let name = variable.name.lowercased().filter { $0.isLetter }
        let words = ["password", "passwd", "secret", "apikey", "accesskey", "privatekey", "credential"]
        let isKey = variable.value.literal.map { $0.hasPrefix("AKIA") && $0.utf8.count == 20 } ?? false
        guard isKey || words.contains(where: name.contains) || name.hasSuffix("token") else { return }
        report.report(
          at: variable.mark, "`\(variable.name)` looks like a secret, and everybody who sees the stage sees it",
          help: "keep it in Secrets Manager, and let the function read it there", secret: variable.value.mark)
      }
    })
}
