/// Finds which bytes of a file belong to a scalar's text; libyaml does not report comments.
extension Tree {
  /// Whether an offset is inside a quoted or block scalar, where `#` does not start a comment.
  public func isQuoted(_ offset: Int, in source: Int) -> Bool {
    guard let record = lastRecord(startingBy: offset, in: source) else { return false }
    return record.kind == .scalar && !record.flags.contains(.plain) && offset < Int(record.end)
      && offset >= textStart(of: record, in: sources[source].bytes)
  }

  /// The last node of a source that starts at or before an offset.
  private func lastRecord(startingBy offset: Int, in source: Int) -> Record? {
    let first = firstNodes[source]
    var (low, high) = (first, source + 1 < firstNodes.count ? firstNodes[source + 1] : UInt32(nodeCount))
    while low < high {
      let middle = low + (high - low) / 2
      if Int(arena.pointee.records[middle].start) <= offset { low = middle + 1 } else { high = middle }
    }
    return low == first ? nil : arena.pointee.records[low - 1]
  }

  /// The start of the text: for a block scalar, the line after its `|` or `>`, which a comment may follow.
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
