import CLibYAML

extension StringProtocol {
  /// Whether the text contains a part, compared by bytes. The standard library's search compares characters and takes a
  /// hundred times as long.
  public func mentions(_ part: StaticString) -> Bool {
    mentions(UnsafeBufferPointer(start: part.utf8Start, count: part.utf8CodeUnitCount))
  }

  /// The same for a part that is only known at run time.
  public func mentions(text part: String) -> Bool {
    part.utf8.withContiguousStorageIfAvailable { mentions($0) } ?? contains(part)
  }

  private func mentions(_ wanted: UnsafeBufferPointer<UInt8>) -> Bool {
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

extension [UInt8] {
  /// The first place of a text at or after a place.
  public func firstPlace(of text: StaticString, from start: Int = 0) -> Int? {
    let (first, length) = (Int32(text.utf8Start.pointee), text.utf8CodeUnitCount)
    return withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress else { return nil }
      var place = start
      while place + length <= bytes.count, let found = memchr(base + place, first, bytes.count - length + 1 - place) {
        if memcmp(found, text.utf8Start, length) == 0 { return UnsafeRawPointer(found) - base }
        place = UnsafeRawPointer(found) - base + 1
      }
      return nil
    }
  }

  /// Where a text begins, every time.
  public func places(of text: StaticString) -> [Int] {
    var places: [Int] = []
    while let place = firstPlace(of: text, from: places.last.map { $0 + 1 } ?? 0) { places.append(place) }
    return places
  }
}
