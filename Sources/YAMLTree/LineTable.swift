/// The offsets at which the lines of a text start.
struct LineTable: Sendable {
  private let starts: [Int]
  /// In ASCII text, columns need no counting (a spec may be one long line of JSON).
  private let isASCII: Bool

  init(_ bytes: [UInt8]) {
    var starts = [byteOrderMarkLength(bytes)]
    var seen: UInt8 = 0
    bytes.withUnsafeBufferPointer { bytes in
      for index in bytes.indices {
        let byte = bytes[index]
        seen |= byte
        let next = index + 1
        if byte == lineFeed || (byte == carriageReturn && (next == bytes.count || bytes[next] != lineFeed)) {
          starts.append(next)
        }
      }
    }
    // The final line end does not start another line.
    if let last = starts.last, last == bytes.count, starts.count > 1 { starts.removeLast() }
    self.starts = starts
    isASCII = seen < 0x80
  }

  func position(at offset: Int, in bytes: [UInt8]) -> Position {
    let line = lineIndex(at: offset)
    let start = starts[line]
    // An offset after the final line end belongs to the last line.
    let end = min(max(offset, start), contentEnd(ofLineAt: line, in: bytes))
    let scalars = isASCII ? end - start : bytes[start..<end].count { $0 & 0xC0 != 0x80 }
    return Position(line: line + 1, column: scalars + 1)
  }

  func range(ofLine number: Int, in bytes: [UInt8]) -> Range<Int>? {
    guard starts.indices.contains(number - 1) else { return nil }
    return starts[number - 1]..<contentEnd(ofLineAt: number - 1, in: bytes)
  }

  /// The last line that starts at or before the offset.
  private func lineIndex(at offset: Int) -> Int {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }

  private func contentEnd(ofLineAt index: Int, in bytes: [UInt8]) -> Int {
    var end = index + 1 < starts.count ? starts[index + 1] : bytes.count
    if end > starts[index], bytes[end - 1] == lineFeed { end -= 1 }
    if end > starts[index], bytes[end - 1] == carriageReturn { end -= 1 }
    return end
  }
}

let lineFeed = UInt8(ascii: "\n")
let carriageReturn = UInt8(ascii: "\r")

/// The length of a UTF-8 byte order mark at the start of a text: 3 or 0.
func byteOrderMarkLength(_ bytes: [UInt8]) -> Int {
  bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
}
