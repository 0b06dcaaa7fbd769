/// The text of a route key, for which no more than the text is known.
enum RouteKeyText {
  /// A text without the names of its variables: API Gateway does not distinguish routes by them.
  static func withoutVariables(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "{")) else { return text }
    return String(unsafeUninitializedCapacity: text.utf8.count) { bytes in
      var count = 0
      var isInside = false
      for byte in text.utf8 {
        if byte == UInt8(ascii: "}") { isInside = false }
        if !isInside || byte == UInt8(ascii: "+") {
          bytes[count] = byte
          count += 1
        }
        if byte == UInt8(ascii: "{") { isInside = true }
      }
      return count
    }
  }
}
