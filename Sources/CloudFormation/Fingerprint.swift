/// A short FNV-1a hash of some content, the same on every machine and in every run.
public struct Fingerprint: Sendable {
  private var state: UInt64 = 0xcbf2_9ce4_8422_2325

  /// A fingerprint of nothing.
  public init() {}

  /// A fingerprint of a text.
  public init(of text: String) { add(text) }

  /// The fingerprint as a number.
  var value: UInt32 { UInt32(truncatingIfNeeded: state ^ (state >> 32)) }

  /// Eight hexadecimal digits.
  public var text: String { Fingerprint.digits(8, of: UInt64(value)) }

  /// Sixteen hexadecimal digits, for contents that must not be confused with any other in an account.
  public var longText: String { Fingerprint.digits(16, of: state) }

  private static func digits(_ count: Int, of number: UInt64) -> String {
    String(unsafeUninitializedCapacity: count) { digits in
      for place in 0..<count {
        let digit = UInt8(truncatingIfNeeded: number >> (4 * (count - 1 - place))) & 0xF
        digits.initializeElement(at: place, to: digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "A") - 10 + digit)
      }
      return count
    }
  }

  /// Adds a text.
  public mutating func add(_ text: String) {
    var text = text
    text.withUTF8 { for byte in $0 { take(byte) } }
  }

  /// Adds bytes.
  public mutating func add(bytes: [UInt8]) { bytes.withUnsafeBufferPointer { for byte in $0 { take(byte) } } }

  /// Adds a value. Each kind has its own prefix, so that different values have different input.
  public mutating func add(_ value: Value) {
    switch value {
    case .string(let text): add("s", text)
    case .number(let text): add("n", text)
    case .bool(let flag): add(flag ? "t" : "f", "")
    case .null: add("0", "")
    case .ref(let id): add("r", id)
    case .getAtt(let id, let attribute):
      add("g", id)
      add("a", attribute)
    case .list(let items):
      for item in items { add(item) }
      add("]", "")
    case .object(let object):
      for member in object.members {
        add("k", member.key)
        add(member.value)
      }
      add("}", "")
    }
  }

  private mutating func add(_ kind: Unicode.Scalar, _ text: String) {
    take(UInt8(ascii: kind))
    add(text)
    take(0)
  }

  private mutating func take(_ byte: UInt8) { state = (state ^ UInt64(byte)) &* 0x100_0000_01b3 }
}

extension Value {
  /// The fingerprint of this value.
  public var fingerprint: String {
    var fingerprint = Fingerprint()
    fingerprint.add(self)
    return fingerprint.text
  }
}
