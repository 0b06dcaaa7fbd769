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
    Expression.parts(of: text).map { content, range in
      let place = textMark.map {
        Mark(source: $0.source, start: $0.start + UInt32(range.lowerBound), end: $0.start + UInt32(range.upperBound))
      }
      return (content, place ?? mark)
    }
  }

  /// The text between each `${` and `}`, with the range of the whole `${…}` in bytes.
  public static func parts(of text: String) -> [(content: String, range: Range<Int>)] {
    var parts: [(String, Range<Int>)] = []
    let bytes = Array(text.utf8)
    var index = 0
    while index + 1 < bytes.count {
      guard bytes[index] == UInt8(ascii: "$"), bytes[index + 1] == UInt8(ascii: "{"),
        let end = bytes[index...].firstIndex(of: UInt8(ascii: "}"))
      else {
        index += 1
        continue
      }
      parts.append((String(decoding: bytes[(index + 2)..<end], as: UTF8.self), index..<(end + 1)))
      index = end + 1
    }
    return parts
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
