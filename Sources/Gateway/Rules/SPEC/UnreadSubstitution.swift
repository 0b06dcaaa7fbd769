import CloudFormation
import Diagnostics
import SpecReading
import TextSearch
import YAMLTree

extension Rule {
  /// `${X}` in an ARN, a URL or a name without `!Sub`.
  static let unreadSubstitution = Rule(
    id: "SPEC031",
    severity: .error,
    summary: "`${…}` in an ARN, a URL or a name without `!Sub`",
    why: """
      CloudFormation replaces `${…}` only in a text with `!Sub`. Without it, AWS gets the braces: it rejects the ARN, or calls a
      host that does not exist. API Gateway's `${stageVariables.…}`, `${request.…}` and `${context.…}` need no `!Sub`.
      """,
    source: "CloudFormation User Guide: Fn::Sub",
    example: """
      apis:
        store:
          routes:
            GET /books: {http: ⟪→ !Sub ⟫"https://⟦${AWS::Region}⟧.books.example.com"}
      """,
    check: { model, report in
      for expression in model.expressions where expression.isAddress {
        let parts = expression.parts.filter {
          ExpressionOrigin($0.content) == nil && $0.content.isUnread
        }
        guard let first = parts.first else { continue }
        let isPseudo = parts.count == expression.parts.count && parts.allSatisfy { $0.content.hasPrefix("AWS::") }
        report.report(
          at: first.mark, "\(Reader.quoted("${\(first.content)}")) is not replaced here",
          help: model.names.spec.variables.contains(first.content)
            ? "write `$(\(first.content))`"
            : expression.isPathVariable(first.content, in: model)
              ? "write `{\(first.content)}` for a variable of the path, `$(\(first.content))` for one of the spec"
              : expression.takesFunction
                ? "write `!Sub` before the text; a variable of the spec is written `$(name)`"
                : "use a variable of the spec, `$(name)`: functions are not allowed here",
          fix: isPseudo && expression.takesFunction ? expression.substituted : nil)
      }
    })
}

extension Rule {
  /// The name of something of the template in a text that no function reads.
  static let unreadName = Rule(
    id: "SPEC032",
    severity: .warning,
    summary: "`${…}` with the name of a parameter or resource outside of `Fn::Sub`",
    why: """
      Only `Fn::Sub` replaces `${NAME}`. In another text the function, the tag or the header gets the characters as they are.
      """,
    source: "CloudFormation User Guide: Fn::Sub",
    example: """
      parameters: {Table: {Type: String}}
      functions:
        books: {runtime: nodejs24.x, handler: index.handler, code: src/books, environment: {TABLE: ⟪→!Sub ⟫"⟦${Table}⟧-v1"}}
      apis:
        store:
          description: !Sub "books of ${Table}"
          routes:
            GET /books: books
      """,
    check: { model, report in
      // An address among the others is an error of its own.
      let addressless = model.expressions.filter { !$0.isAddress }
      for expression in addressless + model.openValues where !expression.isCode {
        guard let part = expression.parts.first(where: { model.isName($0.content) }) else { continue }
        report.report(
          at: part.mark, "\(Reader.quoted("${\(part.content)}")) is not replaced here",
          help: expression.takesFunction
            ? "write `!Sub` before the text" : "use a variable of the spec, `$(name)`: functions are not allowed here")
      }
    })
}

extension Model {
  /// Whether `Fn::Sub` would replace an expression by something of this template.
  func isName(_ content: String) -> Bool {
    let name = String(content.prefix { $0 != "." })
    return names.parameters.contains(name) || names.resourceTypes[name] != nil
      || Value.pseudoParameters.contains(content) || spec.values.isPlace(content)
  }
}

extension Expression {
  /// Whether it is code or a body, in which `${…}` may have another meaning.
  fileprivate var isCode: Bool { ["inline", "messageBody"].contains(key) || text.contains("\n") }

  /// Whether it is an ARN, a URL or a name; code, descriptions and values of the author's own may be any text.
  fileprivate var isAddress: Bool {
    if ["inline", "description", "messageBody"].contains(key) { return false }
    return isName || text.hasPrefix("arn:") || text.hasPrefix("integrations/") || text.mentions("://")
      || ["arn", "id", "name", "role", "key", "bucket"].contains(key)
  }

  /// Whether a name in a URL is probably one of the path: it is not one of the template.
  fileprivate func isPathVariable(_ name: String, in model: Model) -> Bool {
    text.hasPrefix("http") && text.dropFirst(8).firstRange(of: "/${\(name)}") != nil && !model.isName(name)
      && name.isMade(ofLettersDigitsAnd: "_-")
  }

  /// `!Sub` before the text.
  fileprivate var substituted: Fix? {
    guard textMark != nil else { return nil }
    let start = Mark(source: mark.source, start: mark.start, end: mark.start)
    return Fix("write `!Sub` before the text", at: start, replacement: "!Sub ")
  }
}
