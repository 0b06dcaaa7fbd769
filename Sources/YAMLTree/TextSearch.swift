extension StringProtocol {
  /// Whether the text contains a part, compared by bytes. The standard library's search compares characters and takes a
  /// hundred times as long.
  public func mentions(_ part: StaticString) -> Bool {
    let wanted = UnsafeBufferPointer(start: part.utf8Start, count: part.utf8CodeUnitCount)
    guard let first = wanted.first else { return true }
    return utf8.withContiguousStorageIfAvailable { bytes in
      var start = 0
      while start + wanted.count <= bytes.count {
        if bytes[start] == first, bytes[start..<(start + wanted.count)].elementsEqual(wanted) { return true }
        start += 1
      }
      return false
    } ?? utf8.indices.contains { utf8[$0...].starts(with: wanted) }
  }
}
