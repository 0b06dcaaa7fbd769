import SpecReading

extension Rule {
  /// What a stack may be called.
  static let stackNameForm = Rule(
    id: "SPEC012",
    severity: .error,
    summary: "a stack's name with characters that it cannot have",
    why: """
      CloudFormation's stack names begin with a letter and are made of letters, digits and `-`. The template's file is
      called so, too.
      """,
    source: "CloudFormation's CreateStack: StackName",
    example: """
      stack: ⟦book_store → book-store⟧
      apis:
        store:
          routes:
            $default: https://books.example.com
      """,
    check: { spec, report in
      guard let given = spec.names.spec.stack, let name = given.literal else { return }
      if name.isMade(ofLettersDigitsAnd: "-"), name.first?.isLetter ?? false { return }
      report.report(
        at: given.mark, "\(Reader.quoted(name)) is not a stack's name",
        help: "it begins with a letter and is made of letters, digits and `-`")
    })
}
