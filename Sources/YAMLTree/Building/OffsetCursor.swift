/// Converts libyaml's offsets, which count characters, to byte offsets.
///
/// In ASCII text they are equal. Otherwise the cursor continues from its last offset: offsets ascend, except for a few
/// that lie just before the last one.
struct OffsetCursor {
  private let isASCII: Bool
  private let base: Int
  private var character = 0
  private var offset: Int

  /// For a text whose first character is at `base`, after a byte order mark if there is one.
  init(_ text: [UInt8], base: Int) {
    isASCII = text[base...].isASCII
    self.base = base
    offset = base
  }

  /// The offset of the character with this number, counted from 0.
  @inline(__always)
  mutating func offset(ofCharacter wanted: Int, in text: UnsafeBufferPointer<UInt8>) -> Int {
    isASCII ? min(base + wanted, text.count) : walk(to: wanted, in: text)
  }

  private mutating func walk(to wanted: Int, in text: UnsafeBufferPointer<UInt8>) -> Int {
    let bytes = UnsafeRawBufferPointer(text)
    // Eight bytes at a time while they are ASCII.
    while character + 8 <= wanted, offset + 8 <= text.count,
      bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
    {
      offset += 8
      character += 8
    }
    while character < wanted, offset < text.count {
      offset += 1
      while offset < text.count, isContinuation(text[offset]) { offset += 1 }
      character += 1
    }
    while character > wanted, offset > base {
      offset -= 1
      while offset > base, isContinuation(text[offset]) { offset -= 1 }
      character -= 1
    }
    return offset
  }
}

/// Whether a byte continues a UTF-8 character.
@inline(__always)
func isContinuation(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }
