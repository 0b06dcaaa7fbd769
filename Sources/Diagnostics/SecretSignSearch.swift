/// Finds the few places of a text that a secret may be near, without looking at its lines.
enum SecretSignSearch {
  /// Parts of keys of secrets, and the beginnings of tokens.
  private static let signs: [[UInt8]] =
    [
      "pass", "secret", "token", "apikey", "accesskey", "api_key", "access_key", "api-key", "privatekey", "private_key",
      "pwd", "credential", "connectionstring", "@",
    ].map { Array($0.utf8) } + SecretSign.forms.map { Array($0.utf8.prefix(5)) }

  /// Whether a sign begins with a pair of bytes. Most pairs of letters begin none.
  private static let isBeginning: [Bool] = {
    var pairs = [Bool](repeating: false, count: 1 << 16)
    for sign in signs {
      for second in sign.count > 1 ? sign[1]...sign[1] : 0...UInt8.max { pairs[number(sign[0], second)] = true }
    }
    return pairs
  }()

  /// The start of the first sign at or after `start`.
  static func first(in bytes: [UInt8], from start: Int) -> Int? {
    let isBeginning = isBeginning
    return bytes.withUnsafeBufferPointer { bytes in
      isBeginning.withUnsafeBufferPointer { isBeginning in
        for index in start..<bytes.count {
          let pair = number(bytes[index], index + 1 < bytes.count ? bytes[index + 1] : 0)
          if isBeginning[pair], signs.contains(where: { begins($0, bytes[index...]) }) { return index }
        }
        return nil
      }
    }
  }

  private static func begins(_ sign: [UInt8], _ text: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    text.count >= sign.count && zip(text, sign).allSatisfy { $0 | 0x20 == $1 | 0x20 }
  }

  /// A pair of bytes, letters in lowercase.
  private static func number(_ first: UInt8, _ second: UInt8) -> Int { Int(first | 0x20) << 8 | Int(second | 0x20) }
}
