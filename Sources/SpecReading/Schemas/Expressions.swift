import TextSearch
import YAMLTree

/// A string with `${…}` outside of `Fn::Sub`: it reaches AWS unchanged.
public struct Expression: Sendable {
  /// The whole string.
  public let text: String
  /// Where it is.
  public let mark: Mark
  /// The mark of its text, if the text equals its source.
  public let textMark: Mark?
  /// Its key; empty for a list item.
  public let key: String
  /// Whether it refers to an element by name.
  public let isName: Bool
  /// Whether the field accepts a function.
  public internal(set) var takesFunction = true

  /// A string with `${`, and where it is.
  public init(text: String, mark: Mark, textMark: Mark?, key: String, isName: Bool) {
    self.text = text
    self.mark = mark
    self.textMark = textMark
    self.key = key
    self.isName = isName
  }

  /// The text between each `${` and `}`, in order, with the mark of the whole `${…}`.
  public var parts: [(content: String, mark: Mark)] {
    text.withBytes { bytes in
      var parts: [(String, Mark)] = []
      bytes.forEachSubstitution { place in
        let whole = textMark.map {
          Mark(
            source: $0.source, start: $0.start + UInt32(place.lowerBound - 2),
            end: $0.start + UInt32(place.upperBound + 1))
        }
        parts.append((String(decoding: bytes[place], as: UTF8.self), whole ?? mark))
      }
      return parts
    }
  }
}

extension Reader {
  /// Records a string with `${`, for the rules about such strings.
  func note(_ text: String, _ node: Node, key: Mark, isName: Bool = false) {
    guard tree.withText(node, { $0.contains(UInt8(ascii: "$")) }), text.mentions("${") else { return }
    let mark = tree.mark(node)
    let name = key == mark ? "" : sourceText(key)
    let textMark = tree.textMark(node).flatMap { sourceText($0) == text ? $0 : nil }
    expressions.append(Expression(text: text, mark: mark, textMark: textMark, key: name, isName: isName))
  }

  /// The source text of a mark; empty without a location.
  public func sourceText(_ mark: Mark) -> String {
    if mark.isNowhere { return "" }
    return String(decoding: tree.sources[Int(mark.source)].bytes[Int(mark.start)..<Int(mark.end)], as: UTF8.self)
  }
}
