import Diagnostics
import SpecReading

extension Rule {
  static let stageVariableName = Rule(
    id: "STG020",
    severity: .error,
    summary: "invalid stage variable name",
    why: """
      A stage variable is read as `${stageVariables.NAME}`. API Gateway rejects names that are not made of at most 64
      letters, digits and `_`.
      """,
    source: "API Gateway's page on stage variables and its quotas",
    example: """
      apis:
        store:
          routes:
            $default: https://books.example.com
          variables: {⟦back-end → backEnd⟧: books.example.com}
      """,
    check: { model, report in
      for variable in model.apis.stages.flatMap(\.variables) {
        if variable.name.isMade(ofLettersDigitsAnd: "_"), variable.name.utf8.count <= 64 { continue }
        report.report(
          at: variable.key, "\(Reader.quoted(variable.name)) is not a valid stage variable name",
          help: helpForInvisible(in: variable.name) ?? "use at most 64 letters, digits and `_`")
      }
    })

  static let stageVariableValue = Rule(
    id: "STG021",
    severity: .error,
    summary: "invalid stage variable value",
    why: """
      Stage variables are used in URLs and ARNs. API Gateway rejects values that are not made of at most 512 letters,
      digits and `-._~:/?#&=,`.
      """,
    source: "API Gateway's page on stage variables and its quotas",
    example: """
      apis:
        store:
          routes:
            $default: https://books.example.com
          variables: {greeting: ⟦Hello world → Hello-world⟧}
      """,
    check: { model, report in
      for variable in model.apis.stages.flatMap(\.variables) {
        for text in variable.texts + [variable.openName(ofLettersDigitsAnd: variableCharacters)].compactMap(\.self) {
          if text.utf8.count > 512 {
            report.report(
              at: variable, "the value of a stage variable has \(text.utf8.count) characters; at most 512 are allowed")
          } else if !text.isStageVariable {
            report.report(
              at: variable,
              "\(text.isEmpty ? "an empty string" : Reader.quoted(text)) is not a valid value of a stage variable",
              help: "use letters, digits and `-._~:/?#&=,`")
          }
        }
      }
    })

  static let secretInVariable = Rule(
    id: "STG022",
    severity: .warning,
    summary: "secret in a stage variable",
    why: """
      Stage variables are readable in the template, in the console and in logs, and are sent to backends as they are. They
      are not made for passwords, keys and tokens.
      """,
    source: "API Gateway's page on stages of HTTP APIs",
    example: """
      apis:
        store:
          variables: {⟪⟦databasePassword⟧: hunter2 → databaseHost: db.example.com⟫}
          routes:
            GET /books: https://books.example.com
      """,
    check: { model, report in
      for variable in model.apis.stages.flatMap(\.variables) {
        let name = variable.name.lowercased().filter { $0.isLetter }
        let isKey = variable.text.map { $0.hasPrefix("AKIA") && $0.utf8.count == 20 } ?? false
        guard isKey || secretWords.contains(where: name.contains) || name.hasSuffix("token") else { continue }
        report.report(
          at: variable.key, "the stage variable `\(variable.name)` looks like a secret; its value is readable in AWS",
          help: "store it in Secrets Manager, and read it in the function", secret: variable.mark)
      }
    })

  private static let secretWords = [
    "password", "passwd", "secret", "apikey", "accesskey", "privatekey", "credential",
  ]
}

/// The characters of a value of a stage variable that are neither letters nor digits.
private let variableCharacters = "-._~:/?#&=,"

extension String {
  /// Whether it is made of what API Gateway accepts in a stage variable.
  var isStageVariable: Bool { isMade(ofLettersDigitsAnd: variableCharacters) }
}
