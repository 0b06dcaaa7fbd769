import SpecReading
import TextSearch

extension PropertyLimit {
  /// The message and the help for an invalid value; nil if it is valid or unknown.
  func flaw(of text: String, in property: Model.Property) -> Flaw? {
    if text.hasDynamicReference { return nil }
    switch self {
    case .anyCase(let words) where words.contains(text.uppercased()): return nil
    // In a document, all words may be in lower case.
    case .words(let words) where property.resource.source == .document && words.contains(text.uppercased()): return nil
    case .words(let words), .anyCase(let words):
      if words.contains(text) { return nil }
      return (
        "\(Reader.quoted(text)) is not a valid `\(property.word)`",
        Suggestion.several(in: text, among: words).map(Suggestion.asList)
          ?? PropertyLimit.wordsOfRestApis[text].flatMap { word in
            words.contains(word) ? "write `\(property.resource.source == .document ? word.lowercased() : word)`" : nil
          }
          ?? Suggestion.help(for: text, among: words)
      )
    case .pattern(let pattern, let limits):
      if pattern.allows(text) { return PropertyLimit.length(limits).flaw(of: text, in: property) }
      return pattern.flaw(of: text, property)
    case .length(let limits):
      let count = text.unicodeScalars.count
      if limits.contains(count) { return nil }
      let allowed =
        limits.lowerBound == 0
        ? "at most \(limits.upperBound)"
        : limits.count == 1 ? "exactly \(limits.upperBound)" : "\(limits.lowerBound) to \(limits.upperBound)"
      return ("`\(property.word)` has \(count) characters; \(allowed) are allowed", nil)
    case .quoted:
      guard property.value.text == nil, !property.isFunction else { return nil }
      return ("`\(property.word)` expects a string, found `\(text)`", "write `\"\(text)\"` if that is the string")
    case .unquoted:
      // Other texts are of another kind.
      guard property.value.text != nil, Int(text) != nil || ["true", "false"].contains(text) else { return nil }
      return ("`\(property.word)` is a string because of its quotes", "write `\(text)` without quotes")
    case .range(let limits):
      guard let number = Int(text), !limits.contains(number) else { return nil }
      let end = limits.upperBound == .max ? "or more" : "to \(limits.upperBound)"
      return ("`\(property.word)` must be \(limits.lowerBound) \(end), found `\(number)`", nil)
    }
  }
}

extension TextPattern {
  fileprivate func flaw(of text: String, _ property: Model.Property) -> Flaw {
    ("\(Reader.quoted(text)) is not a valid `\(property.word)`", help)
  }
}

extension PropertyLimit {
  /// The same for a text that functions put together, as far as it is known.
  func flaw(ofOpenTextIn property: Model.Property) -> Flaw? {
    guard case .pattern(let pattern, _) = self else { return nil }
    // What a dynamic reference gives is not known.
    return property.openText { open in
      !open.known.contains(where: \.hasDynamicReference) && open.known.contains(where: pattern.excludes)
    }.map { pattern.flaw(of: $0, property) }
  }

  /// Kinds of authorizers of REST APIs, with those of HTTP and WebSocket APIs.
  fileprivate static let wordsOfRestApis = ["COGNITO_USER_POOLS": "JWT", "TOKEN": "REQUEST"]
}
