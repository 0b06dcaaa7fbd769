/// An example of a mistake and its fix, in one text.
///
/// `⟦` and `⟧` enclose a reported location, and `⟪` and `⟫` text that only the fix changes. Inside either, `→` separates
/// the mistake from the fix; without `→` the text is the same in both versions. One space on each side of `→` is not part
/// of the text, and neither is a line that has only `⟪`, `→` and `⟫`. The marks may be nested.
public struct Example: Sendable {
  /// The version with the mistake; the reported locations are between `⟦` and `⟧`.
  public let bad: String
  /// The fixed version.
  public let good: String

  /// The version with the mistake, without the signs around places.
  public var unmarked: String {
    String(String.UnicodeScalarView(bad.unicodeScalars.filter { $0 != "⟦" && $0 != "⟧" }))
  }

  /// Both versions of a text.
  public init(_ text: String) {
    var parser = Parser()
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) { parser.read(line) }
    // The parser begins each line with a line break, and so the first one.
    bad = String(parser.part.bad.dropFirst())
    good = String(parser.part.good.dropFirst())
  }

  /// The text between two marks, as far as it has been read.
  private struct Part {
    var bad = ""
    var good = ""
    /// The text before the arrow; nil until the arrow is read.
    var mistake: String?
  }

  private struct Parser {
    var part = Part()
    /// The enclosing parts, outermost first.
    var enclosing: [Part] = []
    /// Whether a space at this position belongs to an arrow.
    var isAfterArrow = false

    mutating func read(_ line: Substring) {
      // The marks are not ASCII.
      if line.utf8.allSatisfy({ $0 < 0x80 }) {
        append("\n" + line)
        return
      }
      let isSigns = line.contains("⟪") || line.contains("→") || line.contains("⟫")
      if isSigns, line.unicodeScalars.allSatisfy({ "⟪→⟫ ".unicodeScalars.contains($0) }) {
        for scalar in line.unicodeScalars where scalar != " " { _ = apply(scalar, isLine: true) }
        return
      }
      append("\n")
      isAfterArrow = false
      for scalar in line.unicodeScalars {
        let isArrowsSpace = isAfterArrow && scalar == " "
        isAfterArrow = false
        if !isArrowsSpace && !apply(scalar, isLine: false) { append(String(scalar)) }
      }
    }

    private mutating func append(_ text: String) {
      part.bad += text
      part.good += text
    }

    /// Processes a mark; false for text.
    private mutating func apply(_ scalar: Unicode.Scalar, isLine: Bool) -> Bool {
      switch scalar {
      case "⟦", "⟪":
        enclosing.append(part)
        part = Part()
      case "→" where !enclosing.isEmpty && part.mistake == nil:
        if !isLine, part.bad.last == " " { part.bad.removeLast() }
        part = Part(mistake: part.bad)
        isAfterArrow = !isLine
      case "⟧", "⟫":
        guard var outer = enclosing.popLast() else { return false }
        let mistake = part.mistake ?? part.bad
        outer.bad += scalar == "⟧" ? "⟦\(mistake)⟧" : mistake
        outer.good += part.good
        part = outer
      default: return false
      }
      return true
    }
  }
}
