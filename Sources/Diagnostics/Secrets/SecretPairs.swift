/// The keys with values on a line: `key: value`, `"key": "value"`, `key=value`.
struct SecretPairs {
  /// A key with its value.
  struct Pair {
    let key: Range<Int>
    /// The value without quotes; empty if it is on the next lines.
    let value: Range<Int>
    /// The value if it is a mapping on the same line.
    let body: Range<Int>?
  }

  private(set) var all: [Pair] = []
  private let bytes: [UInt8]
  private let line: Range<Int>
  /// Where each mapping on the line ends, by where it begins.
  private let ends: [Int: Int]
  /// Whether a bracket was opened before what is being looked at.
  private var isInside = false

  init(_ bytes: [UInt8], in line: Range<Int>) {
    (self.bytes, self.line) = (bytes, line)
    ends = SecretPairs.ends(ofMappingsIn: bytes, line)
    for index in line {
      switch bytes[index] {
      case UInt8(ascii: ":") where isSeparator(index): add(index, isQuery: false)
      case UInt8(ascii: "="): add(index, isQuery: true)
      case UInt8(ascii: "{"), UInt8(ascii: "["): isInside = true
      default: break
      }
    }
  }

  private static func ends(ofMappingsIn bytes: [UInt8], _ line: Range<Int>) -> [Int: Int] {
    var open: [Int] = []
    var ends: [Int: Int] = [:]
    for index in line {
      if bytes[index] == UInt8(ascii: "{") { open.append(index) }
      if bytes[index] == UInt8(ascii: "}"), let start = open.popLast() { ends[start] = index + 1 }
    }
    return ends
  }

  /// Whether a colon ends a key: before a blank, the end of the line, or after a quote.
  private func isSeparator(_ colon: Int) -> Bool {
    if colon + 1 == line.upperBound || colon > line.lowerBound && isQuote(bytes[colon - 1]) { return true }
    return bytes[colon + 1] <= UInt8(ascii: " ")
  }

  private mutating func add(_ separator: Int, isQuery: Bool) {
    let key = key(before: separator)
    guard !key.isEmpty else { return }
    var start = separator + 1
    while start < line.upperBound, bytes[start] == UInt8(ascii: " ") { start += 1 }
    guard start < line.upperBound, bytes[start] != UInt8(ascii: "\r") else {
      return all.append(Pair(key: key, value: start..<start, body: nil))
    }
    if bytes[start] == UInt8(ascii: "{") {
      return all.append(Pair(key: key, value: start..<start + 1, body: start..<(ends[start] ?? line.upperBound)))
    }
    if isQuote(bytes[start]) {
      let end = endOfQuote(start) ?? line.upperBound
      return all.append(Pair(key: key, value: start + 1..<end, body: nil))
    }
    var end = start
    while end < line.upperBound, !isEnd(end, isQuery: isQuery) { end += 1 }
    while end > start, bytes[end - 1] <= UInt8(ascii: " ") { end -= 1 }
    all.append(Pair(key: key, value: start..<end, body: nil))
  }

  private func key(before separator: Int) -> Range<Int> {
    var end = separator
    while end > line.lowerBound, bytes[end - 1] == UInt8(ascii: " ") { end -= 1 }
    if end > line.lowerBound, isQuote(bytes[end - 1]) {
      var start = end - 1
      while start > line.lowerBound, bytes[start - 1] != bytes[end - 1] { start -= 1 }
      return start..<max(start, end - 1)
    }
    var start = end
    while start > line.lowerBound, !" {,[?&\t\"'".utf8.contains(bytes[start - 1]) { start -= 1 }
    return start..<end
  }

  private func isEnd(_ index: Int, isQuery: Bool) -> Bool {
    switch bytes[index] {
    case UInt8(ascii: "&"), UInt8(ascii: " "), UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"): isQuery
    case UInt8(ascii: ","), UInt8(ascii: "}"), UInt8(ascii: "]"): isInside
    case UInt8(ascii: "#"): index > line.lowerBound && bytes[index - 1] == UInt8(ascii: " ")
    case UInt8(ascii: "\r"): true
    default: false
    }
  }

  /// The quote that ends a text; one after a backslash is a part of it.
  private func endOfQuote(_ start: Int) -> Int? {
    var isEscaped = false
    for index in start + 1..<line.upperBound {
      if bytes[index] == bytes[start], !isEscaped { return index }
      isEscaped = !isEscaped && bytes[index] == UInt8(ascii: "\\") && bytes[start] == UInt8(ascii: "\"")
    }
    return nil
  }

  private func isQuote(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") }

  /// The passwords in URLs: `https://USER:PASSWORD@HOST`.
  static func credentials(_ bytes: [UInt8], in line: Range<Int>) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var index = line.lowerBound
    while index + 2 < line.upperBound {
      defer { index += 1 }
      guard bytes[index] == UInt8(ascii: ":"), bytes[index + 1] == UInt8(ascii: "/"),
        bytes[index + 2] == UInt8(ascii: "/")
      else { continue }
      let host = bytes[(index + 3)..<line.upperBound].prefix { !"/ \"'?#".utf8.contains($0) }
      guard let at = host.lastIndex(of: UInt8(ascii: "@")), let colon = host.firstIndex(of: UInt8(ascii: ":")),
        colon + 1 < at, bytes[colon + 1] != UInt8(ascii: "$")
      else { continue }
      found.append(colon + 1..<at)
    }
    return found
  }
}
