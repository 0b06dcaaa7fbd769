/// Finds the few places of a text that a secret may be near, without looking at its lines.
struct SecretSignSearch: Sendable {
  /// Parts of keys of secrets, and the beginnings of tokens.
  static let all = SecretSignSearch(
    for: [
      "pass", "secret", "token", "apikey", "accesskey", "api_key", "access_key", "api-key", "privatekey", "private_key",
      "pwd", "credential", "connectionstring", "@",
    ] + SecretSign.forms)

  /// The signs in groups by their first two bytes; none in the first group.
  private var groups: [[[UInt8]]] = [[]]
  /// The group of each pair of bytes: most pairs of letters begin no sign.
  private var numbers = [UInt8](repeating: 0, count: 1 << 16)

  private init(for signs: [String]) {
    for sign in signs.map({ Array($0.utf8.prefix(16)) }) {
      var own: UInt8?
      for second in sign.count > 1 ? sign[1]...sign[1] : 0...UInt8.max {
        let pair = SecretSignSearch.number(sign[0], second)
        // Letters of both cases are one pair.
        if numbers[pair] == own { continue }
        if numbers[pair] > 0 {
          groups[Int(numbers[pair])].append(sign)
        } else {
          if own == nil { groups.append([sign]) }
          own = own ?? UInt8(groups.count - 1)
          numbers[pair] = own ?? 0
        }
      }
    }
  }

  /// The start of the first sign at or after `start`. Case does not matter.
  func first(in bytes: UnsafeBufferPointer<UInt8>, from start: Int = 0) -> Int? {
    var start = start
    while let (place, group) = nextPair(in: bytes, from: start) {
      if groups[group].contains(where: { SecretSignSearch.begins($0, bytes[place...]) }) { return place }
      start = place + 1
    }
    return nil
  }

  /// The next pair that begins a sign, and its group. A short loop: it sees every byte of a spec.
  private func nextPair(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> (place: Int, group: Int)? {
    numbers.withUnsafeBufferPointer { groupOf in
      let pairs = UnsafeRawBufferPointer(bytes)
      var place = start
      while place < bytes.count &- 1 {
        let pair = UInt16(littleEndian: pairs.loadUnaligned(fromByteOffset: place, as: UInt16.self))
        let group = groupOf[Int(pair) | SecretSignSearch.lowercase]
        if group != 0 { return (place, Int(group)) }
        place &+= 1
      }
      return nil
    }
  }

  private static func begins(_ sign: [UInt8], _ text: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    text.count >= sign.count && zip(text, sign).allSatisfy { $0 | 0x20 == $1 | 0x20 }
  }

  /// A pair of bytes, letters in lowercase.
  private static func number(_ first: UInt8, _ second: UInt8) -> Int { Int(second) << 8 | Int(first) | lowercase }

  /// The bits that make letters of a pair lowercase.
  private static let lowercase = 0x2020
}
