import Foundation

/// Finds phrases that the style sheet in CONTRIBUTING.md replaces by others.
enum Wording {
  /// A phrase that is not used, as a regular expression, and what to write instead.
  static let phrases: [(pattern: String, instead: String)] = [
    (#"\brefus(?:e[sd]?|ing|al)\b"#, "reject"),
    (#"\b(?:nobody|somebody|anybody|everybody)\b"#, "the thing as the subject; everyone"),
    (#"\bstand(?:s|ing)?\b(?!-?alone)"#, "is, is written, is defined"),
    (#"\btell(?:s|ing)?\b|\btold\b"#, "report, specify, show"),
    (#"\b(?:say|says|said)\b"#, "specify, set, report"),
    (#"\bmend(?:s|ed|ing)?\b"#, "fix"),
    (#"(?<!stand-)\balone\b"#, "only"),
    (#"\bin vain\b|\bin (?:its|their) stead\b"#, "without effect; instead"),
    (#"\b(?:maybe|perhaps)\b"#, "or; possibly"),
    (#", too\b"#, "also"),
    (#"(?<!\b[Tt]here )\b(?:is|are) no (?!longer\b|more\b|other\b)"#, "is not a valid X"),
    (#"(?<!\bThere )\b(?:is|are|be) there\b(?! (?:is|are)\b)"#, "exist"),
    (#"\bto be had\b"#, "available"),
    (#"\bmet with\b"#, "report with"),
    (#"\bbrings? in\b"#, "import, add"),
    (#"\bleads? nowhere\b"#, "does not exist"),
    (#"\bbehind the (?:colon|bracket|slash|name|key)\b"#, "after"),
    (#"\b(?:what|that) (?:is|was) meant\b"#, "intended"),
    (#"\bnot be (?:made out|found out)\b"#, "is unknown"),
    (#"\bmisspelt\b"#, "misspelled"),
  ]

  /// A phrase at the start of a comment or a message, where the subject belongs.
  static let openings = #"^(?:/// )?(?:What|Who|Whom|Something|Anything) (?!(?:if|to|it|is at)\b)[^?]*$"#

  private static let expression = compiled(phrases.map(\.pattern).joined(separator: "|"))
  private static let opening = compiled(openings)
  private static let literal = compiled(#""((?:\\.|[^"\\])*)""#)
  private static let interpolation = compiled(##"\\#*\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)"##)

  /// The phrases in a text, in order.
  static func found(in text: String) -> [String] { matches(of: expression, in: text) }

  /// The phrases in the comments and string literals of a Swift file, with their line numbers.
  static func found(inSwift text: String) -> [(line: Int, phrase: String)] {
    var isInString = false
    return text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().flatMap { index, line in
      let parts = readable(String(line), &isInString)
      return parts.flatMap { found(in: $0) + matches(of: opening, in: $0) }.map { (index + 1, $0) }
    }
  }

  /// The comment or the string literals of a line, without interpolations.
  private static func readable(_ line: String, _ isInString: inout Bool) -> [String] {
    let wasInString = isInString
    if line.components(separatedBy: "\"\"\"").count == 2 { isInString.toggle() }
    let text = line.trimmingCharacters(in: .whitespaces)
    if wasInString || text.hasPrefix("//") { return [replaced(interpolation, in: text)] }
    let code = replaced(interpolation, in: text)
    let literals = matches(of: literal, in: code).map { String($0.dropFirst().dropLast()) }
    guard let comment = code.range(of: " // ") else { return literals }
    return literals + [String(code[comment.upperBound...])]
  }

  private static func compiled(_ pattern: String) -> NSRegularExpression? {
    try? NSRegularExpression(pattern: pattern, options: [])
  }

  private static func matches(of expression: NSRegularExpression?, in text: String) -> [String] {
    let all = expression?.matches(in: text, range: NSRange(text.startIndex..., in: text)) ?? []
    return all.compactMap { Range($0.range, in: text).map { String(text[$0]) } }
  }

  private static func replaced(_ expression: NSRegularExpression?, in text: String) -> String {
    let range = NSRange(text.startIndex..., in: text)
    return expression?.stringByReplacingMatches(in: text, range: range, withTemplate: "…") ?? text
  }
}
