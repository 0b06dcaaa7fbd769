/// Which bytes of a file belong to a value's text: what libyaml, which passes over comments, does not say.
extension Tree {
  /// Whether a place belongs to the text of a scalar in quotes or of a block scalar, where a `#` begins no comment.
  public func isQuoted(_ offset: Int, in source: Int) -> Bool {
    guard let record = lastRecord(startingBy: offset, in: nodeRanges[source]) else { return false }
    return record.kind == .scalar && !record.flags.contains(.plain) && offset < Int(record.end)
      && offset >= textStart(of: record, in: sources[source].bytes)
  }

  /// The last of some nodes, in the order of their text, that starts at or before a place.
  private func lastRecord(startingBy offset: Int, in range: Range<UInt32>) -> Record? {
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high {
      let middle = low + (high - low) / 2
      if Int(arena.pointee.records[middle].start) <= offset { low = middle + 1 } else { high = middle }
    }
    return low == range.lowerBound ? nil : arena.pointee.records[low - 1]
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
