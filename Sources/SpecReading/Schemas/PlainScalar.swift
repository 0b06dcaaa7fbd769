/// The type of a plain scalar in raw CloudFormation, where no field determines it.
public enum PlainScalar {
  /// Whether a text is a number in JSON's notation: no leading zeros, no `+`, no leading or trailing dot. Other numbers
  /// of YAML 1.1 (`012`, `1_000`, `0x10`, `.5`) are strings.
  public static func isNumber(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { isNumber($0) }
  }

  /// Whether a number is written as it is shown again: `15.10` and `1e3` are not, so that they are probably versions or
  /// names. As strings they stay the same; where CloudFormation expects a number, it converts them.
  public static func isCanonical(_ number: String) -> Bool {
    let bytes = number.utf8
    // Readers with numbers of 64 bits lose the last digits of longer ones.
    if bytes.count > 15 { return false }
    if bytes.contains(where: { $0 | 0x20 == UInt8(ascii: "e") }) { return false }
    return !bytes.contains(UInt8(ascii: ".")) || bytes.last != UInt8(ascii: "0")
  }

  private static func isNumber(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var place = 0
    func take(_ byte: UInt8) -> Bool {
      guard place < bytes.count, bytes[place] == byte else { return false }
      place += 1
      return true
    }
    func takeDigits() -> Range<Int> {
      let start = place
      while place < bytes.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[place]) { place += 1 }
      return start..<place
    }

    _ = take(UInt8(ascii: "-"))
    let whole = takeDigits()
    if whole.isEmpty || (whole.count > 1 && bytes[whole.lowerBound] == UInt8(ascii: "0")) { return false }
    if take(UInt8(ascii: ".")), takeDigits().isEmpty { return false }
    if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
      _ = take(UInt8(ascii: "-")) || take(UInt8(ascii: "+"))
      if takeDigits().isEmpty { return false }
    }
    return place == bytes.count
  }
}
