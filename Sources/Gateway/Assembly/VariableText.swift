import SpecReading

/// A text split at its variables.
struct VariableText {
  /// A part of a text.
  enum Part: Equatable {
    /// Literal text.
    case literal(Substring)
    /// `$(name)`.
    case variable(String)
    /// A `$(` without a valid variable name, and the text that follows.
    case malformed(String)
  }

  /// The parts in order. For a variable or a malformed part, `pair` is the number of `$(` before it.
  private(set) var parts: [(part: Part, pair: Int)] = []

  /// Splits a text. `$$(` is an escaped `$(`.
  init(_ text: String) {
    let bytes = text.utf8
    var start = bytes.startIndex
    var place = start
    var pair = 0
    while let dollar = bytes[place...].firstIndex(of: UInt8(ascii: "$")) {
      place = bytes.index(after: dollar)
      let second = place < bytes.endIndex ? bytes[place] : 0
      let third = place < bytes.endIndex ? bytes[bytes.index(after: place)...].first : nil
      if second == UInt8(ascii: "$"), third == UInt8(ascii: "(") {
        // The second `$` starts a literal that continues after the parenthesis.
        parts.append((.literal(text[start..<dollar]), pair))
        start = place
        place = bytes.index(place, offsetBy: 2)
        pair += 1
      } else if second == UInt8(ascii: "(") {
        parts.append((.literal(text[start..<dollar]), pair))
        let name = bytes[bytes.index(after: place)...].prefix(while: KeyGrammar.isPartOfName)
        if !name.isEmpty, name.endIndex < bytes.endIndex, bytes[name.endIndex] == UInt8(ascii: ")") {
          parts.append((.variable(String(text[name.startIndex..<name.endIndex])), pair))
          place = bytes.index(after: name.endIndex)
        } else {
          let rest = text[dollar...].prefix { !$0.isNewline }
          let end = rest.firstIndex(of: ")").map { rest.index(after: $0) } ?? rest.endIndex
          parts.append((.malformed(String(rest[..<end])), pair))
          place = bytes.index(after: place)
        }
        pair += 1
        start = place
      }
    }
    parts.append((.literal(text[start...]), pair))
  }

  /// The names of its variables.
  var names: [String] {
    parts.compactMap { if case .variable(let name) = $0.part { name } else { nil } }
  }
}
