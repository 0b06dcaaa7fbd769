/// Whether a log line's format is JSON, whatever the values of its variables.
///
/// A variable outside quotes may be a number, so it counts as one.
struct JSONCheck {
  private let bytes: [UInt8]
  private var index = 0
  /// The variables outside of quotes.
  private(set) var variables: [String] = []

  init(_ text: String) { bytes = Array(text.utf8) }

  /// Where it stops being JSON; nil where all of it is.
  var firstFlaw: Int? {
    mutating get {
      index = 0
      guard value(depth: 0) else { return index }
      skipSpace()
      return index == bytes.count ? nil : index
    }
  }

  private mutating func value(depth: Int) -> Bool {
    skipSpace()
    guard index < bytes.count, depth < 100 else { return false }
    switch bytes[index] {
    case UInt8(ascii: "{"): return members(depth: depth)
    case UInt8(ascii: "["): return items(depth: depth)
    case UInt8(ascii: "\""): return text()
    default: return word()
    }
  }

  private mutating func members(depth: Int) -> Bool {
    index += 1
    skipSpace()
    if take("}") { return true }
    repeat {
      skipSpace()
      guard index < bytes.count, bytes[index] == UInt8(ascii: "\""), text() else { return false }
      skipSpace()
      guard take(":"), value(depth: depth + 1) else { return false }
      skipSpace()
    } while take(",")
    return take("}")
  }

  private mutating func items(depth: Int) -> Bool {
    index += 1
    skipSpace()
    if take("]") { return true }
    repeat {
      guard value(depth: depth + 1) else { return false }
      skipSpace()
    } while take(",")
    return take("]")
  }

  private mutating func text() -> Bool {
    index += 1
    while index < bytes.count, bytes[index] != UInt8(ascii: "\"") {
      index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
    }
    return take("\"")
  }

  /// A number, `true`, `false`, `null`, or a variable.
  private mutating func word() -> Bool {
    let start = index
    while index < bytes.count, !",]} \t\"".utf8.contains(bytes[index]) { index += 1 }
    let word = String(decoding: bytes[start..<index], as: UTF8.self)
    if ["true", "false", "null"].contains(word) || Double(word) != nil { return true }
    if word.hasPrefix("$") { variables.append(word) }
    return word.hasPrefix("$")
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard index < bytes.count, bytes[index] == UInt8(ascii: character) else { return false }
    index += 1
    return true
  }

  private mutating func skipSpace() {
    while index < bytes.count, " \t\r\n".utf8.contains(bytes[index]) { index += 1 }
  }
}

extension Model.OpenText {
  /// Whether it is certainly not JSON, whatever its unknown parts are: those outside of quotes must be whole values.
  var isBrokenJSON: Bool {
    var isQuoted = false
    var before: UInt8 = 0
    for (index, part) in parts.enumerated() {
      guard let part else {
        let after = index + 1 < parts.count ? parts[index + 1]?.utf8.first { !" \t\r\n".utf8.contains($0) } : nil
        if !isQuoted, !":[".utf8.contains(before) || !(after.map(",]}".utf8.contains) ?? false) { return false }
        continue
      }
      var isEscaped = false
      for byte in part.utf8 {
        if byte == UInt8(ascii: "\""), !isEscaped { isQuoted.toggle() }
        isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
        if !" \t\r\n".utf8.contains(byte) { before = byte }
      }
    }
    var json = JSONCheck(parts.map { $0 ?? "$" }.joined())
    return json.firstFlaw != nil
  }

  /// A text in which `${NAME}` is not known.
  init(substituting text: String) {
    let pieces = text.parts(separatedBy: "${")
    var parts: [String?] = pieces.first.map { [String($0)] } ?? []
    for piece in pieces.dropFirst() {
      let end = piece.firstIndex(of: "}")
      parts += [nil, end.map { String(piece[$0...].dropFirst()) } ?? ""]
    }
    self.init(parts: parts)
  }
}
