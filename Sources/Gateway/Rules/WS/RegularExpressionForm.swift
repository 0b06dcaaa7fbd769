/// The form of a regular expression: brackets that close, and repetitions of something. It is not run.
struct RegularExpressionForm {
  private var rest: Substring.UTF8View
  private var openGroups = 0
  /// Whether there is something that a repetition may repeat.
  private var hasAtom = false

  static func isValid(_ text: String) -> Bool {
    var form = RegularExpressionForm(rest: text[...].utf8)
    while let byte = form.rest.popFirst() {
      guard form.read(byte) else { return false }
    }
    return form.openGroups == 0
  }

  private init(rest: Substring.UTF8View) { self.rest = rest }

  private mutating func read(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "\\"):
      hasAtom = true
      return rest.popFirst() != nil
    case UInt8(ascii: "["):
      hasAtom = true
      return skipClass()
    case UInt8(ascii: "("):
      openGroups += 1
      hasAtom = false
      // `(?:`, `(?=` and other kinds of groups.
      if rest.first == UInt8(ascii: "?") { rest.removeFirst() }
    case UInt8(ascii: ")"):
      openGroups -= 1
      hasAtom = true
      return openGroups >= 0
    case UInt8(ascii: "|"): hasAtom = false
    case UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "?"): return skipRepetition()
    case UInt8(ascii: "{"): return skipCount() && skipRepetition()
    default: hasAtom = true
    }
    return true
  }

  /// `a*?` and `a*+` are repetitions of their own kind.
  private mutating func skipRepetition() -> Bool {
    defer { hasAtom = false }
    if rest.first == UInt8(ascii: "?") || rest.first == UInt8(ascii: "+") { rest.removeFirst() }
    return hasAtom
  }

  /// `{2}`, `{2,}` or `{2,4}`.
  private mutating func skipCount() -> Bool {
    guard let end = rest.firstIndex(of: UInt8(ascii: "}")) else { return false }
    let bounds = rest[..<end].split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
    rest = rest[rest.index(after: end)...]
    let isNumber = bounds.map { !$0.isEmpty && $0.allSatisfy { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 } }
    return isNumber[0] && bounds.count <= 2 && (bounds.count == 1 || isNumber[1] || bounds[1].isEmpty)
  }

  /// A bracket that comes first in a class is one of its characters.
  private mutating func skipClass() -> Bool {
    if rest.first == UInt8(ascii: "^") { rest.removeFirst() }
    if rest.first == UInt8(ascii: "]") { rest.removeFirst() }
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "]") { return true }
      if byte == UInt8(ascii: "\\"), rest.popFirst() == nil { return false }
    }
    return false
  }
}
