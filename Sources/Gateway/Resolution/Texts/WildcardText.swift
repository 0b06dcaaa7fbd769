import TextSearch

/// Texts of which parts may be anything.
enum WildcardText {
  /// In a call's ARN: a part that has no slash in it and may be any, such as its stage.
  static let part: Character = "\u{1}"

  /// A part that may be any text, with slashes.
  static let rest: Character = "\u{2}"

  /// Whether the ARN of a call may be one that a permission allows, in which `*` is any text and `?` any one
  /// character.
  static func overlap(call: String, allowed: String) -> Bool {
    if allowed == "*" { return true }
    let (part, rest, slash) = (part.asciiValue, rest.asciiValue, UInt8(ascii: "/"))
    let (many, any) = (UInt8(ascii: "*"), UInt8(ascii: "?"))
    // Most that do not overlap end differently.
    for (one, other) in zip(call.utf8.reversed(), allowed.utf8.reversed()) {
      if one == part || one == rest || other == many { break }
      if one != other && other != any { return false }
    }
    let (a, b) = (Array(call.utf8), Array(allowed.utf8))
    // `fits[j]`: whether the rest of the call fits what is allowed from `j` on.
    var fits = [Bool](repeating: false, count: b.count + 1)
    for i in stride(from: a.count, through: 0, by: -1) {
      var next = fits
      for j in stride(from: b.count, through: 0, by: -1) {
        if j < b.count, b[j] == many {
          next[j] = next[j + 1] || (i < a.count && fits[j])
        } else if i == a.count {
          next[j] = j == b.count
        } else if a[i] == rest {
          next[j] = fits[j] || (j < b.count && next[j + 1])
        } else if a[i] == part {
          next[j] = fits[j] || (j < b.count && b[j] != slash && next[j + 1])
        } else {
          next[j] = j < b.count && (a[i] == b[j] || b[j] == any) && fits[j + 1]
        }
      }
      fits = next
    }
    return fits[0]
  }

  /// Whether a text matches a pattern, in which `*` is any text.
  static func matches(_ pattern: String, _ text: String) -> Bool {
    let parts = pattern.split(separator: "*", omittingEmptySubsequences: false)
    guard let first = parts.first, let last = parts.last, parts.count > 1 else { return pattern == text }
    guard text.hasPrefix(first), text.hasSuffix(last), text.count >= first.count + last.count else { return false }
    var rest = text.dropFirst(first.count).dropLast(last.count)
    for part in parts.dropFirst().dropLast() where !part.isEmpty {
      guard let range = rest.firstRange(of: part) else { return false }
      rest = rest[range.upperBound...]
    }
    return true
  }
}
