/// The start and end of nodes in the text, where libyaml's own marks are unusable.
extension TreeBuilder {
  /// The reported end of a block: the end of its first key or item, within its first line.
  func endOfFirstChild(of index: UInt32, in text: UnsafeBufferPointer<UInt8>) -> Int {
    let start = Int(arena.records[index].start)
    guard Int(index) + 1 < arena.records.count else { return start }
    let child = arena.records[index + 1]
    let line = start..<max(start, Int(child.end))
    guard let lineEnd = text[line].firstIndex(where: isLineEnd) else { return line.upperBound }
    // The first key is on a later line: the first line has only an anchor, a tag or a dash.
    return Int(child.start) > lineEnd ? text[start..<lineEnd].firstIndex(where: isBlank) ?? lineEnd : lineEnd
  }

  /// The end of a block scalar, without trailing line ends and spaces.
  func trimEnd(from start: Int, to end: Int, in text: UnsafeBufferPointer<UInt8>) -> Int {
    var end = end
    while end > start, isBlank(text[end - 1]) || isLineEnd(text[end - 1]) { end -= 1 }
    return end
  }

  /// The start of a value after its anchor, if both are on the same line.
  func skipAnchor(from start: Int, to end: Int, in text: UnsafeBufferPointer<UInt8>) -> Int {
    guard start < end, text[start] == UInt8(ascii: "&") else { return start }
    var next = start
    while next < end, !isBlank(text[next]), !isLineEnd(text[next]) { next += 1 }
    while next < end, isBlank(text[next]) { next += 1 }
    return next < end && !isLineEnd(text[next]) && text[next] != UInt8(ascii: "#") ? next : start
  }
}

@inline(__always)
func isLineEnd(_ byte: UInt8) -> Bool { byte == lineFeed || byte == carriageReturn }

@inline(__always)
func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
