extension ByteBuffer {
  /// Appends a JSON string: quoted, with `"`, `\` and control characters escaped.
  public mutating func append(jsonString text: String) {
    var text = text
    text.withUTF8 { text in
      let end = endOfRun(from: 0, in: text)
      if end == text.count {
        append(text, between: UInt8(ascii: "\""))
      } else {
        append(byte: UInt8(ascii: "\""))
        appendEscaped(text, from: end)
        append(byte: UInt8(ascii: "\""))
      }
    }
  }

  /// Copies the runs between the bytes that need an escape.
  @inline(never)
  private mutating func appendEscaped(_ text: UnsafeBufferPointer<UInt8>, from first: Int) {
    var start = 0
    var end = first
    while end < text.count {
      append(UnsafeBufferPointer(rebasing: text[start..<end]))
      appendEscape(text[end])
      start = end + 1
      end = endOfRun(from: start, in: text)
    }
    append(UnsafeBufferPointer(rebasing: text[start...]))
  }

  private mutating func appendEscape(_ byte: UInt8) {
    append(byte: UInt8(ascii: "\\"))
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): append(byte: byte)
    case 0x08: append(byte: UInt8(ascii: "b"))
    case 0x09: append(byte: UInt8(ascii: "t"))
    case 0x0A: append(byte: UInt8(ascii: "n"))
    case 0x0C: append(byte: UInt8(ascii: "f"))
    case 0x0D: append(byte: UInt8(ascii: "r"))
    default:
      append("u00" as StaticString)
      append(byte: hexadecimalDigit(byte >> 4))
      append(byte: hexadecimalDigit(byte & 0xF))
    }
  }
}

/// The length of a byte's escape.
func escapeLength(_ byte: UInt8) -> Int {
  switch byte {
  case UInt8(ascii: "\""), UInt8(ascii: "\\"), 0x08, 0x09, 0x0A, 0x0C, 0x0D: 2
  default: 6
  }
}

/// The index of the next byte that needs an escape, or the end. Eight bytes are checked at once.
@inline(__always)
func endOfRun(from start: Int, in text: UnsafeBufferPointer<UInt8>) -> Int {
  let bytes = UnsafeRawBufferPointer(text)
  func needsEscape(eightFrom place: Int) -> Bool {
    JSONWriting.needsEscape(eight: bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self))
  }
  var place = start
  while place + 8 <= text.count, !needsEscape(eightFrom: place) { place += 8 }
  // Fewer than eight bytes are left: they are checked together with some before them.
  if place + 8 > text.count, text.count >= 8, !needsEscape(eightFrom: text.count - 8) { return text.count }
  if start == 0, text.count >= 4, text.count < 8 {
    let (first, last) = (
      bytes.loadUnaligned(as: UInt32.self), bytes.loadUnaligned(fromByteOffset: text.count - 4, as: UInt32.self)
    )
    if !JSONWriting.needsEscape(eight: UInt64(first) << 32 | UInt64(last)) { return text.count }
  }
  while place < text.count, !JSONWriting.needsEscape(text[place]) { place += 1 }
  return place
}

@inline(__always)
private func needsEscape(_ byte: UInt8) -> Bool {
  byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
}

/// Whether one of eight bytes needs an escape.
@inline(__always)
private func needsEscape(eight bytes: UInt64) -> Bool {
  let ones: UInt64 = 0x0101_0101_0101_0101
  // The highest bit of a byte is set if the byte is less than the limit; equal bytes become zero.
  func isLess(_ bytes: UInt64, _ limit: UInt64) -> UInt64 { (bytes &- limit * ones) & ~bytes }
  let quote = bytes ^ (UInt64(UInt8(ascii: "\"")) * ones)
  let backslash = bytes ^ (UInt64(UInt8(ascii: "\\")) * ones)
  return (isLess(bytes, 0x20) | isLess(quote, 1) | isLess(backslash, 1)) & (0x80 * ones) != 0
}

private func hexadecimalDigit(_ value: UInt8) -> UInt8 {
  value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + (value - 10)
}
