/// A short text that tells contents apart: FNV-1a, the same on every machine and in every run.
public struct Fingerprint: Sendable {
  private var state: UInt64 = 0xcbf2_9ce4_8422_2325

  /// Of nothing yet.
  public init() {}

  /// Of a text.
  public init(of text: String) { add(text) }

  /// Four bytes.
  var value: UInt32 { UInt32(truncatingIfNeeded: state ^ (state >> 32)) }

  /// Eight hexadecimal digits.
  public var text: String {
    String(unsafeUninitializedCapacity: 8) { digits in
      for place in 0..<8 {
        let digit = UInt8(truncatingIfNeeded: value >> (28 - 4 * place)) & 0xF
        digits.initializeElement(at: place, to: digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "A") - 10 + digit)
      }
      return 8
    }
  }

  /// Takes in some text.
  public mutating func add(_ text: String) {
    var text = text
    text.withUTF8 { for byte in $0 { take(byte) } }
  }

  /// Takes in a value. Each kind has a mark of its own, so that different values do not run into each other.
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
  /// What tells this value from others.
  public var fingerprint: String {
    var fingerprint = Fingerprint()
    fingerprint.add(self)
    return fingerprint.text
  }
}
