extension StringProtocol {
  /// Whether all of it is made of ASCII letters, digits and these other characters; false for an empty text.
  func isMade(ofLettersDigitsAnd others: String) -> Bool {
    !isEmpty
      && unicodeScalars.allSatisfy { scalar in
        scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
          || others.unicodeScalars.contains(scalar)
      }
  }
}

extension String {
  /// The rest after a beginning; nil for a text that begins in another way.
  func rest(after beginning: String) -> String? {
    hasPrefix(beginning) ? String(dropFirst(beginning.count)) : nil
  }
}
