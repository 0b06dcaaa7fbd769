/// The offsets at which the lines of a text start.
struct LineTable: Sendable {
  private let starts: [UInt32]
  /// The number of characters before each block of bytes, since a spec may be one long line of JSON; empty in ASCII text,
  /// where each byte is one.
  private let counts: [UInt32]
  private static let block = 512

  init(_ bytes: [UInt8]) {
    var starts = [UInt32(byteOrderMarkLength(bytes))]
    let isASCII = bytes.withUnsafeBufferPointer { LineTable.addStarts(in: $0, to: &starts) }
    counts = isASCII ? [] : LineTable.counts(in: bytes)
    // The final line end does not start another line.
    if let last = starts.last, Int(last) == bytes.count, starts.count > 1 { starts.removeLast() }
    self.starts = starts
  }

  /// Adds the offsets behind line ends, and returns whether the text is ASCII. Eight bytes are looked at together: most
  /// have no line end among them.
  private static func addStarts(in bytes: UnsafeBufferPointer<UInt8>, to starts: inout [UInt32]) -> Bool {
    let raw = UnsafeRawBufferPointer(bytes)
    let whole = bytes.count & ~7
    var seen: UInt64 = 0
    func add(_ index: Int) {
      let next = index + 1
      if bytes[index] == lineFeed || next == bytes.count || bytes[next] != lineFeed { starts.append(UInt32(next)) }
    }
    for first in stride(from: 0, to: whole, by: 8) {
      let eight = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: first, as: UInt64.self))
      seen |= eight
      var ends = places(of: lineFeed, in: eight) | places(of: carriageReturn, in: eight)
      while ends != 0 {
        add(first + ends.trailingZeroBitCount / 8)
        ends &= ends - 1
      }
    }
    for index in whole..<bytes.count {
      seen |= UInt64(bytes[index])
      if bytes[index] == lineFeed || bytes[index] == carriageReturn { add(index) }
    }
    return seen & highBits == 0
  }

  private static func counts(in bytes: [UInt8]) -> [UInt32] {
    var counts: [UInt32] = []
    var count: UInt32 = 0
    for (index, byte) in bytes.enumerated() {
      if index % block == 0 { counts.append(count) }
      if byte & 0xC0 != 0x80 { count += 1 }
    }
    return counts
  }

  /// The number of characters that start before an offset.
  private func characters(before offset: Int, in bytes: [UInt8]) -> Int {
    guard !counts.isEmpty else { return offset }
    let index = min(offset / LineTable.block, counts.count - 1)
    return Int(counts[index]) + bytes[index * LineTable.block..<offset].count { $0 & 0xC0 != 0x80 }
  }

  private static let highBits: UInt64 = 0x8080_8080_8080_8080

  /// The high bit of each of eight bytes that is `byte`: adding 127 sets it for all others.
  private static func places(of byte: UInt8, in eight: UInt64) -> UInt64 {
    let others = eight ^ (UInt64(byte) &* 0x0101_0101_0101_0101)
    return ~((others & ~highBits &+ ~highBits) | others) & highBits
  }

  func position(at offset: Int, in bytes: [UInt8]) -> Position {
    let line = lineIndex(at: offset)
    let start = Int(starts[line])
    // An offset after the final line end belongs to the last line.
    let end = min(max(offset, start), contentEnd(ofLineAt: line, in: bytes))
    let column = characters(before: end, in: bytes) - characters(before: start, in: bytes) + 1
    return Position(line: line + 1, column: column)
  }

  func range(ofLine number: Int, in bytes: [UInt8]) -> Range<Int>? {
    guard starts.indices.contains(number - 1) else { return nil }
    return Int(starts[number - 1])..<contentEnd(ofLineAt: number - 1, in: bytes)
  }

  /// The last line that starts at or before the offset.
  private func lineIndex(at offset: Int) -> Int {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(starts[middle]) <= offset { low = middle } else { high = middle }
    }
    return low
  }

  private func contentEnd(ofLineAt index: Int, in bytes: [UInt8]) -> Int {
    let start = Int(starts[index])
    var end = index + 1 < starts.count ? Int(starts[index + 1]) : bytes.count
    if end > start, bytes[end - 1] == lineFeed { end -= 1 }
    if end > start, bytes[end - 1] == carriageReturn { end -= 1 }
    return end
  }
}

let lineFeed = UInt8(ascii: "\n")
let carriageReturn = UInt8(ascii: "\r")

/// The length of a UTF-8 byte order mark at the start of a text: 3 or 0.
func byteOrderMarkLength(_ bytes: [UInt8]) -> Int {
  bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
}
