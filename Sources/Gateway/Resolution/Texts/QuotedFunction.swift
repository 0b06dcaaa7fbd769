/// A text such as `!Ref Table`.
enum QuotedFunction {
  static func isOne(_ text: String) -> Bool {
    guard text.utf8.first == UInt8(ascii: "!"), !text.utf8.contains(UInt8(ascii: "\n")) else { return false }
    let name = text.utf8.dropFirst().prefix { $0 != UInt8(ascii: " ") }
    return text.utf8.count > name.count + 2 && names.contains(String(Substring(name)))
  }

  private static let names: Set<String> = [
    "Ref", "GetAtt", "Sub", "ImportValue", "FindInMap", "Join", "Select", "Split", "If", "Base64", "Cidr",
  ]
}
