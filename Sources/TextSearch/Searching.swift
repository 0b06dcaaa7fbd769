extension StringProtocol {
  /// Whether the text contains a part, compared by bytes. The standard library's search, which is a part of its machinery
  /// for regular expressions, compares characters and takes a hundred times as long.
  public func contains(_ part: some StringProtocol) -> Bool { firstOffset(of: part) != nil }

  /// The same for a part that is known when the program is built.
  public func mentions(_ part: StaticString) -> Bool {
    let part = UnsafeBufferPointer(start: part.utf8Start, count: part.utf8CodeUnitCount)
    return withBytes { $0.firstOffset(of: part, from: 0) } != nil
  }

  /// The first place of a part.
  public func firstRange(of part: some StringProtocol) -> Range<String.Index>? {
    guard let offset = firstOffset(of: part) else { return nil }
    return range(at: offset, part.utf8.count)
  }

  /// All places of a part, which do not overlap.
  public func ranges(of part: some StringProtocol) -> [Range<String.Index>] {
    offsets(of: part).map { range(at: $0, part.utf8.count) }
  }

  /// The text between separators, of which there are one fewer than parts.
  public func parts(separatedBy separator: some StringProtocol) -> [SubSequence] {
    let separators = ranges(of: separator)
    if separators.isEmpty { return [self[...]] }
    var parts: [SubSequence] = []
    parts.reserveCapacity(separators.count + 1)
    var start = startIndex
    for range in separators {
      parts.append(self[start..<range.lowerBound])
      start = range.upperBound
    }
    parts.append(self[start...])
    return parts
  }

  /// The text with another one in place of a part.
  /// - Parameter maxReplacements: how many, from the start of the text
  public func replacing(_ part: some StringProtocol, with other: String, maxReplacements: Int = .max) -> String {
    var text = ""
    var start = startIndex
    // Not by `+=` with a part of the text, which is looked up at run time.
    for range in ranges(of: part).prefix(maxReplacements) {
      text += String(decoding: utf8[start..<range.lowerBound], as: UTF8.self)
      text += other
      start = range.upperBound
    }
    return start == startIndex ? String(self) : text + String(decoding: utf8[start...], as: UTF8.self)
  }

  private func range(at offset: Int, _ length: Int) -> Range<String.Index> {
    let start = utf8.index(startIndex, offsetBy: offset)
    return start..<utf8.index(start, offsetBy: length)
  }

  private func firstOffset(of part: some StringProtocol) -> Int? {
    withBytes { text in part.withBytes { text.firstOffset(of: $0, from: 0) } }
  }

  private func offsets(of part: some StringProtocol) -> [Int] {
    withBytes { text in
      part.withBytes { part in
        var offsets: [Int] = []
        var start = 0
        while !part.isEmpty, let offset = text.firstOffset(of: part, from: start) {
          offsets.append(offset)
          start = offset + part.count
        }
        return offsets
      }
    }
  }

  /// Native texts give their bytes; others are copied.
  public func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    if let result = utf8.withContiguousStorageIfAvailable(body) { return result }
    return Array(utf8).withUnsafeBufferPointer(body)
  }
}

extension UnsafeBufferPointer<UInt8> {
  fileprivate func firstOffset(of part: UnsafeBufferPointer, from start: Int) -> Int? {
    guard let first = part.first else { return start }
    var offset = place(of: first, from: start)
    while offset + part.count <= count {
      var length = 1
      while length < part.count, self[offset + length] == part[length] { length += 1 }
      if length == part.count { return offset }
      offset = place(of: first, from: offset + 1)
    }
    return nil
  }

  /// The next place of a byte, or the end. Eight bytes are compared at once: a byte of their difference is zero.
  public func place(of byte: UInt8, from start: Int) -> Int {
    let (ones, highBits) = (0x0101_0101_0101_0101 as UInt64, 0x8080_8080_8080_8080 as UInt64)
    let bytes = UnsafeRawBufferPointer(self)
    var place = start
    while place + 8 <= count {
      let eight = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self))
      let difference = eight ^ (ones &* UInt64(byte))
      let zeros = (difference &- ones) & ~difference & highBits
      if zeros != 0 { return place + zeros.trailingZeroBitCount / 8 }
      place += 8
    }
    while place < count, self[place] != byte { place += 1 }
    return place
  }
}
