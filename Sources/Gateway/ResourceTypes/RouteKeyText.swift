/// The text of a route key, for which no more than the text is known.
enum RouteKeyText {
  /// A text without the names of its variables: API Gateway does not distinguish routes by them.
  static func withoutVariables(_ text: String) -> String {
    var text = text
    return text.withUTF8 { text in
      guard text.contains(UInt8(ascii: "{")) else { return nil }
      return String(unsafeUninitializedCapacity: text.count) { bytes in
        var count = 0
        var isInside = false
        for byte in text {
          if byte == UInt8(ascii: "}") { isInside = false }
          if !isInside || byte == UInt8(ascii: "+") {
            bytes[count] = byte
            count += 1
          }
          if byte == UInt8(ascii: "{") { isInside = true }
        }
        return count
      }
    } ?? text
  }
}
