import TextSearch
import YAMLTree

/// The documentation of a field, separated from the default in its last clause: "Log retention; 30d by default."
struct DefaultClause {
  /// The documentation without the default.
  let meaning: String
  /// The default as documented, such as "30d" or "the key"; empty if the documentation has none.
  let words: String

  init(_ documentation: String) {
    // The sentence with the default may be followed by others.
    let end = DefaultClause.sentenceEnd(in: documentation)
    let sentence = String(documentation[..<end])
    guard let start = DefaultClause.clauseStart(in: sentence),
      String(sentence[start...]).mentions("by default")
    else {
      meaning = documentation
      words = ""
      return
    }
    let clause = sentence[start...].drop { $0 == ";" || $0 == " " }
    words = DefaultClause.withoutPhrase(String(clause))
    meaning = String(sentence[..<start]) + String(documentation[end...])
  }

  /// The literal that the default begins with: the text in backquotes, a number or a duration; nil if there is none.
  var literal: String? {
    if words.first == "`" {
      let inner = words.dropFirst().prefix { $0 != "`" }
      return inner.isEmpty ? nil : String(inner)
    }
    let first = words.prefix { $0 != " " && $0 != "," }
    let digits = first.prefix { $0.isNumber }
    let unit = first.dropFirst(digits.count)
    return digits.isEmpty || !unit.allSatisfy(\.isLetter) ? nil : String(first)
  }

  /// The first full stop that ends a sentence.
  private static func sentenceEnd(in text: String) -> String.Index {
    var index = text.startIndex
    while index < text.endIndex {
      let next = text.index(after: index)
      if text[index] == ".", next == text.endIndex || text[next] == " " { return index }
      index = next
    }
    return text.endIndex
  }

  /// The last semicolon outside of backquotes.
  private static func clauseStart(in sentence: String) -> String.Index? {
    var isCode = false
    var found: String.Index?
    for index in sentence.indices {
      if sentence[index] == "`" { isCode.toggle() }
      if sentence[index] == ";", !isCode { found = index }
    }
    return found
  }

  /// A text without "by default".
  private static func withoutPhrase(_ text: String) -> String {
    let phrase = "by default"
    if text.hasPrefix(phrase) { return String(text.dropFirst(phrase.count + 1)) }
    return text.replacing(", \(phrase)", with: "").replacing(" \(phrase)", with: "")
  }
}

extension FieldDescription {
  /// The documentation and the default.
  var clause: DefaultClause { DefaultClause(documentation) }

  /// The first example in the documentation: "such as `api.example.com`".
  var example: String? {
    guard let start = documentation.firstRange(of: "such as `") else { return nil }
    let text = documentation[start.upperBound...].prefix { $0 != "`" }
    return text.isEmpty ? nil : String(text)
  }
}
