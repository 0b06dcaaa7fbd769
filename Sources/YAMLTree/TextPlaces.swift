/// Which bytes of a file belong to a value's text: what libyaml, which passes over comments, does not say.
extension Tree {
  /// Whether a place belongs to the text of a scalar in quotes or of a block scalar, where a `#` begins no comment.
  ///
  /// Looks at every node: for the few places where somebody has to know.
  public func isQuoted(_ offset: Int, in source: Int) -> Bool {
    let bytes = sources[source].bytes
    for index in 0..<UInt32(nodeCount) {
      let record = arena.pointee.records[index]
      guard record.kind == .scalar, !record.flags.contains(.plain), Int(record.source) == source,
        Int(record.start) <= offset, offset < Int(record.end)
      else { continue }
      return offset >= textStart(of: record, in: bytes)
    }
    return false
  }

  /// Where the text starts: that of a block scalar on the line after its `|` or `>`, where a comment may stand yet.
  private func textStart(of record: Record, in bytes: [UInt8]) -> Int {
    var start = Int(record.start)
    while start < Int(record.end), bytes[start] == UInt8(ascii: "!") || bytes[start] == UInt8(ascii: "&") {
      while start < Int(record.end), !isBlank(bytes[start]), !isLineEnd(bytes[start]) { start += 1 }
      while start < Int(record.end), isBlank(bytes[start]) || isLineEnd(bytes[start]) { start += 1 }
    }
    guard start < Int(record.end), bytes[start] == UInt8(ascii: "|") || bytes[start] == UInt8(ascii: ">") else {
      return start
    }
    return bytes[start..<Int(record.end)].firstIndex(where: isLineEnd) ?? Int(record.end)
  }
}
