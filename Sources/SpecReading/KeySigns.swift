/// A filter for the keys of a mapping: a bit for each combination of length and first letter.
struct KeySigns {
  private var bits: UInt64 = 0

  mutating func insert(_ key: UnsafeBufferPointer<UInt8>) {
    if let first = key.first { bits |= KeySigns.bit(first, key.count) }
  }

  /// False if the key is absent; true if it is present, and for few absent ones.
  func mayContain(_ key: StaticString) -> Bool {
    bits & KeySigns.bit(key.utf8Start.pointee, key.utf8CodeUnitCount) != 0
  }

  private static func bit(_ first: UInt8, _ count: Int) -> UInt64 { 1 << UInt64((Int(first) + 7 * count) & 63) }
}

extension StaticString {
  static func == (a: StaticString, b: StaticString) -> Bool {
    // Equal texts are mostly one text in the program.
    a.utf8CodeUnitCount == b.utf8CodeUnitCount && a.utf8Start.pointee == b.utf8Start.pointee
      && (a.utf8Start == b.utf8Start || a.withUTF8Buffer { a in b.withUTF8Buffer { b in a.elementsEqual(b) } })
  }
}
