import YAMLTree

/// A text with `${…}` that no function reads: it reaches AWS as it is written.
public struct Expression: Sendable {
  /// The whole text.
  public let text: String
  /// Where it stands.
  public let mark: Mark
  /// Where its characters stand, if they stand in the file as they read.
  public let textMark: Mark?
  /// The key that it stands under; nothing in a list.
  public let key: String
  /// Whether it names something that stands elsewhere.
  public let isName: Bool
  /// Whether a function could stand in its place.
  public internal(set) var takesFunction = true

  /// What stands between `${` and `}`, in order, and where each of these is, sign and braces included.
  public var parts: [(content: String, mark: Mark)] {
    Expression.parts(of: text).map { content, range in
      let place = textMark.map {
        Mark(source: $0.source, start: $0.start + UInt32(range.lowerBound), end: $0.start + UInt32(range.upperBound))
      }
      return (content, place ?? mark)
    }
  }

  /// What stands between `${` and `}` in a text, and the bytes of each.
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
  /// Notes a text that has `${`; the few rules that look at such texts find them here.
  func note(_ text: String, _ node: Node, key: Mark, isName: Bool = false) {
    guard tree.withText(node, { $0.contains(UInt8(ascii: "$")) }), text.mentions("${") else { return }
    let mark = tree.mark(node)
    let name = key == mark ? "" : sourceText(key)
    let textMark = tree.textMark(node).flatMap { sourceText($0) == text ? $0 : nil }
    expressions.append(Expression(text: text, mark: mark, textMark: textMark, key: name, isName: isName))
  }

  /// What stands in a file at a place; nothing nowhere.
  public func sourceText(_ mark: Mark) -> String {
    if mark.isNowhere { return "" }
    return String(decoding: tree.sources[Int(mark.source)].bytes[Int(mark.start)..<Int(mark.end)], as: UTF8.self)
  }
}
