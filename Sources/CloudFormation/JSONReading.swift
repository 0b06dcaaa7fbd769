/// Reads JSON as values, without marks: a template that this program wrote, which is three times as large as its spec, or
/// the body of a request.
///
/// It accepts only what JSON allows, and returns nil for anything else; then the text is read as YAML, which explains
/// mistakes.
public struct JSONReading {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var place = 0
  /// More levels than CloudFormation accepts, and fewer than would exceed the stack.
  private static let maximumDepth = 200

  /// The value of a text; nil if it is not JSON.
  public static func value(of bytes: [UInt8]) -> Value? {
    bytes.withUnsafeBufferPointer { buffer in
      var reading = JSONReading(bytes: buffer)
      guard let value = reading.value(depth: 0) else { return nil }
      reading.skipBlanks()
      return reading.place == buffer.count ? value : nil
    }
  }

  private init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  private var next: UInt8? { place < bytes.count ? bytes[place] : nil }

  private mutating func skipBlanks() {
    while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { place += 1 }
  }

  private mutating func take(_ byte: Unicode.Scalar) -> Bool {
    skipBlanks()
    guard next == UInt8(ascii: byte) else { return false }
    place += 1
    return true
  }

  private mutating func value(depth: Int) -> Value? {
    skipBlanks()
    guard depth < JSONReading.maximumDepth, let first = next else { return nil }
    switch first {
    case UInt8(ascii: "{"): return object(depth: depth + 1)
    case UInt8(ascii: "["): return list(depth: depth + 1)
    case UInt8(ascii: "\""): return string().map { .string($0) }
    case UInt8(ascii: "t"): return word("true", true)
    case UInt8(ascii: "f"): return word("false", false)
    case UInt8(ascii: "n"): return word("null", .null)
    default: return number()
    }
  }

  private mutating func object(depth: Int) -> Value? {
    place += 1
    var members: [Object.Member] = []
    if take("}") { return .object(Object()) }
    repeat {
      skipBlanks()
      guard next == UInt8(ascii: "\""), let key = string(), take(":"), let value = value(depth: depth) else {
        return nil
      }
      members.append(Object.Member(key: key, value: value))
    } while take(",")
    guard take("}") else { return nil }
    if members.count == 1, let function = Value.function(members[0].key, members[0].value) { return function }
    return .object(Object(members))
  }

  private mutating func list(depth: Int) -> Value? {
    place += 1
    var items: [Value] = []
    if take("]") { return .list([]) }
    repeat {
      guard let value = value(depth: depth) else { return nil }
      items.append(value)
    } while take(",")
    return take("]") ? .list(items) : nil
  }

  private mutating func word(_ text: StaticString, _ value: Value) -> Value? {
    guard place + text.utf8CodeUnitCount <= bytes.count else { return nil }
    for index in 0..<text.utf8CodeUnitCount where bytes[place + index] != text.utf8Start[index] { return nil }
    place += text.utf8CodeUnitCount
    return value
  }

  private mutating func number() -> Value? {
    let start = place
    while let byte = next, (0x30...0x39).contains(byte) || [0x2B, 0x2D, 0x2E, 0x45, 0x65].contains(byte) { place += 1 }
    if start == place { return nil }
    return .number(String(decoding: bytes[start..<place], as: UTF8.self))
  }

  /// A string from its opening quote.
  private mutating func string() -> String? {
    place += 1
    let start = place
    while let byte = next, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\"), byte >= 0x20 { place += 1 }
    if next == UInt8(ascii: "\"") {
      defer { place += 1 }
      return String(decoding: bytes[start..<place], as: UTF8.self)
    }
    var text = Array(bytes[start..<place])
    while let byte = next, byte >= 0x20 {
      place += 1
      if byte == UInt8(ascii: "\"") { return String(decoding: text, as: UTF8.self) }
      if byte == UInt8(ascii: "\\") {
        guard let scalar = escaped() else { return nil }
        text += Array(String(Character(scalar)).utf8)
      } else {
        text.append(byte)
      }
    }
    return nil
  }

  /// The character of an escape sequence, from after its backslash.
  private mutating func escaped() -> Unicode.Scalar? {
    guard let byte = next else { return nil }
    place += 1
    switch byte {
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
    case UInt8(ascii: "u"):
      guard let unit = codeUnit() else { return nil }
      if let scalar = Unicode.Scalar(unit) { return scalar }
      // The second half of a pair.
      guard unit < 0xDC00, next == UInt8(ascii: "\\") else { return nil }
      place += 1
      guard next == UInt8(ascii: "u") else { return nil }
      place += 1
      guard let low = codeUnit(), (0xDC00...0xDFFF).contains(low) else { return nil }
      return Unicode.Scalar(0x10000 + (UInt32(unit) - 0xD800) << 10 + (UInt32(low) - 0xDC00))
    default: return nil
    }
  }

  /// Four hexadecimal digits.
  private mutating func codeUnit() -> UInt16? {
    guard place + 4 <= bytes.count else { return nil }
    defer { place += 4 }
    return UInt16(String(decoding: bytes[place..<place + 4], as: UTF8.self), radix: 16)
  }
}

extension Value {
  /// `Ref` and `Fn::GetAtt` as values of their own; nil for any other key.
  public static func function(_ name: String, _ argument: Value) -> Value? {
    switch (name, argument) {
    case ("Ref", .string(let id)): return .ref(id)
    case ("Fn::GetAtt", .list(let parts)):
      guard parts.count == 2, let id = parts[0].text, let attribute = parts[1].text else { return nil }
      return .getAtt(id, attribute)
    case ("Fn::GetAtt", .string(let text)):
      guard let dot = text.firstIndex(of: ".") else { return nil }
      return .getAtt(String(text[..<dot]), String(text[text.index(after: dot)...]))
    default: return nil
    }
  }
}
