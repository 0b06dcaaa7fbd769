import Diagnostics
import SpecReading
import YAMLTree

extension Rule {
  /// `${X}` where an ARN, a URL or a name stands, without `!Sub`.
  static let unreadSubstitution = Rule(
    id: "SPEC031",
    severity: .error,
    summary: "`${…}` in an ARN, a URL or a name that no `!Sub` reads",
    why: """
      CloudFormation puts values into a text only where `!Sub` stands before it. Without, AWS gets the sign and the
      braces: it refuses the ARN, or calls a host that does not exist. API Gateway's own `${stageVariables.…}`,
      `${request.…}` and `${context.…}` need none.
      """,
    source: "CloudFormation User Guide: Fn::Sub",
    example: """
      apis:
        store:
          routes:
            GET /books: {http: ⟪→ !Sub ⟫"https://⟦${AWS::Region}⟧.books.example.com"}
      """,
    check: { spec, report in
      for expression in spec.expressions where expression.isAddress {
        let parts = expression.parts.filter {
          ExpressionOrigin($0.content) == nil && $0.content.isUnread
        }
        guard let first = parts.first else { continue }
        let isPseudo = parts.count == expression.parts.count && parts.allSatisfy { $0.content.hasPrefix("AWS::") }
        report.report(
          at: first.mark, "nothing reads \(Reader.quoted("${\(first.content)}")) here",
          help: expression.takesFunction
            ? "write `!Sub` before the text; a variable of the spec is written `$(name)`"
            : "what stands here has to be known now: a variable of the spec is written `$(name)`",
          fix: isPseudo && expression.takesFunction ? expression.substituted : nil)
      }
    })
}

extension Expression {
  /// Whether a name has a `${…}` of which the rules say that nothing reads it.
  static func isTold(in name: String) -> Bool {
    name.mentions("${")
      && parts(of: name).contains { ExpressionOrigin($0.content) != nil || $0.content.isUnread }
  }

  /// Whether an ARN, a URL or a name stands there; code, descriptions and values of the author's may hold anything.
  fileprivate var isAddress: Bool {
    if ["inline", "description", "messageBody"].contains(key) { return false }
    return isName || text.hasPrefix("arn:") || text.mentions("://")
      || ["arn", "id", "name", "role", "key", "bucket"].contains(key)
  }

  /// `!Sub` before the text.
  fileprivate var substituted: Fix? {
    guard textMark != nil else { return nil }
    let start = Mark(source: mark.source, start: mark.start, end: mark.start)
    return Fix("write `!Sub` before the text", at: start, replacement: "!Sub ")
  }
}

extension String {
  /// Whether neither API Gateway reads it between `${` and `}` nor `!Sub` would.
  fileprivate var isUnread: Bool {
    let roots = ["stageVariables", "request", "response", "context", "route", "integration", "method"]
    return !hasPrefix("!") && !roots.contains(String(prefix { $0 != "." && $0 != "[" }))
  }
}
