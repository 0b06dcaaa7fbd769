extension StringProtocol {
  /// Whether all of it is made of ASCII letters, digits and these other characters; false for an empty text.
  func isMade(ofLettersDigitsAnd others: String) -> Bool {
    !isEmpty
      && utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
        case UInt8(ascii: "0")...UInt8(ascii: "9"): true
        default: others.utf8.contains(byte)
        }
      }
  }
}

extension String {
  /// The rest after a beginning; nil for a text that begins in another way.
  func rest(after beginning: String) -> String? {
    hasPrefix(beginning) ? String(dropFirst(beginning.count)) : nil
  }
}
