import SpecReading

extension Rule {
  /// The name of the stack.
  static let stackNameForm = Rule(
    id: "SPEC012",
    severity: .error,
    summary: "invalid stack name",
    why: """
      CloudFormation rejects a stack name that does not begin with a letter, or has other characters than letters, digits and `-`.
      """,
    source: "CloudFormation's CreateStack: StackName",
    example: """
      stack: ⟦book_store → book-store⟧
      apis:
        store:
          routes:
            $default: https://books.example.com
      """,
    check: { model, report in
      guard let given = model.names.spec.stack, let name = given.literal else { return }
      if name.isMade(ofLettersDigitsAnd: "-"), name.first?.isLetter ?? false { return }
      report.report(
        at: given.mark, "\(Reader.quoted(name)) is not a valid stack name",
        help: withVariables(name, model.names.spec).map { "write `\($0)`" }
          ?? name.substitutions.first { KeyGrammar.isName($0) }.map { "write `$(\($0))`, and define it in `variables`" }
          ?? "begin with a letter, and use letters, digits and `-`")
    })

  /// The name with a variable as the language writes it: `store-$(stage)` for `store-${stage}` and `store-{{stage}}`.
  private static func withVariables(_ name: String, _ spec: Spec) -> String? {
    for variable in spec.variables.sorted() {
      for word in ["${\(variable)}", "{{\(variable)}}", "$\(variable)"] where name.firstRange(of: word) != nil {
        return name.replacing(word, with: "$(\(variable))")
      }
    }
    return nil
  }
}
