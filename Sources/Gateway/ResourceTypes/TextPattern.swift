import TextSearch

/// The texts that a property allows, besides their length (source: the patterns in CloudFormation's resource schemas).
enum TextPattern: Sendable {
  /// Letters and digits of ASCII, and these characters.
  case letters(and: String)
  case digits
  case withoutSpaces
  /// `/`, or a path that begins and ends with it.
  case path
  /// The number of a version, or the unpublished one.
  case version
  /// An HTTP status of a response, other than a redirect.
  case status

  func allows(_ text: String) -> Bool {
    switch self {
    case .letters(let others): text.isMade(ofLettersDigitsAnd: others)
    case .digits: text.utf8.allSatisfy(isDigit)
    case .withoutSpaces: !text.utf8.contains { $0 <= UInt8(ascii: " ") }
    case .path:
      text.hasPrefix("/") && text.hasSuffix("/") && text.utf8.allSatisfy { (0x21...0x7E).contains($0) }
    case .version: text == "$LATEST" || text == "$LATEST.PUBLISHED" || text.utf8.allSatisfy(isDigit)
    case .status:
      text.utf8.count == 3 && text.utf8.allSatisfy(isDigit) && "245".contains { $0 == text.first }
    }
  }

  /// Whether a known part of a text rules out that the whole is allowed.
  func excludes(part: String) -> Bool {
    switch self {
    case .letters, .digits, .withoutSpaces: !part.isEmpty && !allows(part)
    case .path: part.utf8.contains { $0 <= UInt8(ascii: " ") }
    case .version, .status: false
    }
  }

  /// What to write.
  var help: String {
    switch self {
    case .letters(let others): others.isEmpty ? "use letters and digits" : "use letters, digits and `\(others)`"
    case .digits: "use digits"
    case .withoutSpaces: "remove the spaces"
    case .path: "it begins and ends with `/`"
    case .version: "use the number of a version, or `$LATEST`"
    case .status: "use a status from 200 to 299, or from 400 to 599"
    }
  }

  private func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
}
