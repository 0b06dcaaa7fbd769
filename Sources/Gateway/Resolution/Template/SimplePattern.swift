/// A regular expression without groups and look-around: characters and classes of characters, each with its number of
/// repetitions, and alternatives of such.
struct SimplePattern {
  /// A set of characters that is repeated.
  private struct Piece {
    var contains: (Character) -> Bool
    var least = 1
    /// Whether it may come any number of times more.
    var isOpen = false
    var most = 1
  }

  private let alternatives: [[Piece]]

  /// Nil for any other pattern.
  init?(_ pattern: String) {
    var text = pattern[...]
    if text.hasPrefix("^") { text = text.dropFirst() }
    if text.hasSuffix("$"), !text.hasSuffix("\\$") { text = text.dropLast() }
    if text.hasPrefix("("), text.hasSuffix(")"), !text.hasSuffix("\\)") { text = text.dropFirst().dropLast() }
    var alternatives: [[Piece]] = [[]]
    var rest = text
    while let first = rest.first {
      if first == "|" {
        rest = rest.dropFirst()
        alternatives.append([])
      } else {
        guard var piece = SimplePattern.piece(&rest), SimplePattern.repeats(&piece, &rest) else { return nil }
        alternatives[alternatives.count - 1].append(piece)
      }
    }
    self.alternatives = alternatives
  }

  /// Whether it matches a whole text.
  func matches(_ text: String) -> Bool {
    let letters = Array(text)
    return alternatives.contains { pieces in
      var places: Set<Int> = [0]
      for piece in pieces { places = SimplePattern.places(after: piece, from: places, in: letters) }
      return places.contains(letters.count)
    }
  }

  /// Where a match may be after a piece.
  private static func places(after piece: Piece, from starts: Set<Int>, in letters: [Character]) -> Set<Int> {
    var ends: Set<Int> = []
    for start in starts {
      var (place, count) = (start, 0)
      while true {
        if count >= piece.least { ends.insert(place) }
        guard piece.isOpen || count < piece.most, place < letters.count, piece.contains(letters[place]) else { break }
        (place, count) = (place + 1, count + 1)
      }
    }
    return ends
  }
}

// MARK: - Reading

extension SimplePattern {
  private static func piece(_ rest: inout Substring) -> Piece? {
    guard let first = rest.popFirst() else { return nil }
    switch first {
    case "[": return set(&rest).map { Piece(contains: $0) }
    case "\\": return rest.popFirst().flatMap(escaped).map { Piece(contains: $0) }
    case ".": return Piece { !$0.isNewline }
    case "(", ")", "*", "+", "?", "{", "}", "^", "$", "]": return nil
    default: return Piece { $0 == first }
    }
  }

  /// The characters of `\d`, `\w` and `\.`; nil for other letters.
  private static func escaped(_ letter: Character) -> ((Character) -> Bool)? {
    switch letter {
    case "d": { $0.isASCII && $0.isNumber }
    case "w": { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }
    case _ where letter.isASCII && !letter.isLetter && !letter.isNumber: { $0 == letter }
    default: nil
    }
  }

  /// The rest of `[a-z_]` after its bracket.
  private static func set(_ rest: inout Substring) -> ((Character) -> Bool)? {
    var members: [(Character) -> Bool] = []
    let isNegated = rest.first == "^"
    if isNegated { rest = rest.dropFirst() }
    while let letter = rest.popFirst() {
      switch letter {
      case "]": return members.isEmpty ? nil : { letter in members.contains { $0(letter) } != isNegated }
      case "[", "&": return nil
      case "\\":
        guard let member = rest.popFirst().flatMap(escaped), rest.first != "-" || rest.dropFirst().first == "]" else {
          return nil
        }
        members.append(member)
      default:
        guard rest.first == "-", let last = rest.dropFirst().first, last != "]" else {
          members.append { $0 == letter }
          continue
        }
        guard last != "\\", last != "[", letter <= last else { return nil }
        rest = rest.dropFirst(2)
        members.append { letter <= $0 && $0 <= last && $0.isASCII }
      }
    }
    return nil
  }

  /// Reads `*`, `+`, `?` or `{2,5}`; false for other forms, such as `+?`.
  private static func repeats(_ piece: inout Piece, _ rest: inout Substring) -> Bool {
    switch rest.first {
    case "*": (piece.least, piece.isOpen) = (0, true)
    case "+": piece.isOpen = true
    case "?": piece.least = 0
    case "{":
      let inner = rest.dropFirst().prefix { $0 != "}" }
      let numbers = inner.split(separator: ",", omittingEmptySubsequences: false)
      guard inner.endIndex < rest.endIndex, let least = Int(numbers[0]), numbers.count <= 2 else { return false }
      piece.least = least
      if numbers.count == 1 {
        piece.most = least
      } else if numbers[1].isEmpty {
        piece.isOpen = true
      } else if let most = Int(numbers[1]) {
        piece.most = most
      } else {
        return false
      }
      rest = rest[inner.endIndex...]
    default: return true
    }
    rest = rest.dropFirst()
    return !["*", "+", "?", "{"].contains(rest.first)
  }
}
