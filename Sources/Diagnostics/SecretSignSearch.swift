/// Finds the few places of a text that a secret may be near, without looking at its lines.
enum SecretSignSearch {
  /// Parts of keys of secrets, and the beginnings of tokens, in lowercase.
  private static let signs: [[UInt8]] =
    [
      "pass", "secret", "token", "apikey", "accesskey", "api_key", "access_key", "api-key", "privatekey", "private_key",
      "pwd", "credential", "connectionstring", "@",
    ].map { Array($0.utf8) } + SecretSign.forms.map { Array($0.utf8.prefix(5)) }

  /// The numbers of the signs that begin with two letters, in either case; most pairs of letters begin none.
  private static let signsByPair: (pairs: [Bool], signs: [Int: [[UInt8]]]) = {
    var pairs = [Bool](repeating: false, count: 1 << 16)
    var byPair: [Int: [[UInt8]]] = [:]
    for sign in signs {
      for second in sign.count > 1 ? sign[1]...sign[1] : 0...UInt8.max {
        let pair = number(sign[0], second)
        pairs[pair] = true
        if byPair[pair]?.last != sign { byPair[pair, default: []].append(sign) }
      }
    }
    return (pairs, byPair)
  }()

  /// The start of the first sign at or after `start`.
  static func first(in bytes: [UInt8], from start: Int) -> Int? {
    let (pairs, signs) = signsByPair
    return bytes.withUnsafeBufferPointer { bytes in
      pairs.withUnsafeBufferPointer { pairs in
        for index in start..<bytes.count {
          let pair = number(bytes[index], index + 1 < bytes.count ? bytes[index + 1] : 0)
          if pairs[pair], signs[pair, default: []].contains(where: { begins($0, bytes[index...]) }) { return index }
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
