extension ByteBuffer {
  /// Appends a text as a JSON string: in quotes, with `"`, `\` and control characters escaped, all else as it is.
  public mutating func append(jsonString text: String) {
    var text = text
    append(byte: UInt8(ascii: "\""))
    text.withUTF8 { appendEscaped($0) }
    append(byte: UInt8(ascii: "\""))
  }

  /// Copies the runs between the bytes that need an escape; most texts are one run.
  private mutating func appendEscaped(_ text: UnsafeBufferPointer<UInt8>) {
    var runStart = 0
    for index in text.indices where needsEscape(text[index]) {
      append(UnsafeBufferPointer(rebasing: text[runStart..<index]))
      appendEscape(text[index])
      runStart = index + 1
    }
    append(UnsafeBufferPointer(rebasing: text[runStart...]))
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

@inline(__always)
private func needsEscape(_ byte: UInt8) -> Bool {
  byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
}

private func hexadecimalDigit(_ value: UInt8) -> UInt8 {
  value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + (value - 10)
}
