/// Text of findings as every format shows it: invisible characters are visible, and long names are abbreviated.
enum MessageText {
  /// The longest name that a message repeats, in characters; a key of a spec may have millions.
  private static let longestName = 200
  private static let longest = 4_000

  /// A message: one line.
  static func message(_ text: String) -> String {
    if isPlain(text), text.utf8.count <= longestName { return text }
    let text = abbreviated(text)
    return visible(text.utf8.count <= longest ? text : String(text.unicodeScalars.prefix(longest)) + "…")
  }

  /// Help: it may have several lines, and the exact text to write.
  static func help(_ text: String) -> String {
    if text.utf8.count > longest { return help(String(text.unicodeScalars.prefix(longest / 4)) + "…") }
    if isPlain(text) { return text }
    if !text.utf8.contains(UInt8(ascii: "\n")) { return visible(text) }
    return text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .map { visible(String(Substring($0))) }.joined(separator: "\n")
  }

  private static func isPlain(_ text: String) -> Bool { text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F } }

  /// The text with the middle of long names between backquotes left out.
  private static func abbreviated(_ text: String) -> String {
    let parts = text.unicodeScalars.split(separator: "`", omittingEmptySubsequences: false)
    return parts.map { part in
      if part.count <= longestName { return String(part) }
      return String(part.prefix(longestName - 50)) + "…" + String(part.suffix(40))
    }.joined(separator: "`")
  }
}
