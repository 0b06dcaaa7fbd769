import CLibYAML

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

extension ArraySlice<UInt8> {
  /// Whether all bytes are ASCII. It never ends early, so that the compiler compares many bytes at once.
  public var isASCII: Bool { withUnsafeBufferPointer { $0.reduce(0) { $0 | $1 } < 0x80 } }
}
