/// Replaces characters that a terminal acts on: a spec must not be able to move the cursor, change colors, or make text
/// look like another.
public func visible(_ text: String) -> String {
  guard text.unicodeScalars.contains(where: isUnsafe) else { return text }
  var result = ""
  for scalar in text.unicodeScalars {
    if isUnsafe(scalar) {
      result += "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
    } else {
      result.unicodeScalars.append(scalar)
    }
  }
  return result
}

/// Whether a terminal acts on a character, or a reader cannot see it: control characters, line and paragraph separators,
/// those that change the text direction, invisible ones (zero-width characters, tags, fillers), spaces that do not look
/// different, and noncharacters, which XML does not allow.
func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0..<0x20, 0x7F...0xA0, 0xAD: true
  case ..<0x034F: false
  case 0x034F, 0x061C, 0x115F...0x1160, 0x17B4...0x17B5, 0x180B...0x180F, 0x200B...0x200F, 0x2028...0x202E: true
  case 0x2060...0x206F, 0x3164, 0xFDD0...0xFDEF, 0xFEFF, 0xFFA0, 0xFFF0...0xFFFB, 0xE0000...0xE0FFF: true
  default: scalar.value & 0xFFFE == 0xFFFE
  }
}

/// The first character of an identifier that a reader cannot see; nil for a text with spaces or with other characters
/// besides ASCII, where it may be meant.
public func firstInvisibleCharacter(ofIdentifier text: String) -> Unicode.Scalar? {
  var found: Unicode.Scalar?
  var letters = 0
  for scalar in text.unicodeScalars {
    if scalar.isASCII {
      if scalar.value <= 0x20 { return nil }
      letters += 1
    } else if isUnsafe(scalar) {
      found = found ?? scalar
    } else {
      return nil
    }
  }
  return letters > 1 ? found : nil
}

/// The help for a name with a character that a reader cannot see; nil for another one.
public func helpForInvisible(in name: String) -> String? {
  withoutInvisible(name).map { "write `\($0)`, without the invisible character" }
}

/// A text without the characters that a reader cannot see, and with the usual space for others; nil if it has neither.
public func withoutInvisible(_ text: String) -> String? {
  if text.utf8.allSatisfy({ $0 < 0x80 }) { return nil }
  var plain = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    if scalar.properties.generalCategory == .spaceSeparator {
      plain.append(" ")
    } else if !isUnsafe(scalar) {
      plain.append(scalar)
    }
  }
  let result = String(plain)
  return result == text ? nil : result
}

/// The number of columns of a character in a terminal: 0 for combining characters, 2 for East Asian wide characters and
/// emoji, otherwise 1.
func displayWidth(_ scalar: Unicode.Scalar) -> Int {
  guard scalar.value >= 0x300 else { return 1 }
  switch scalar.value {
  case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF,
    0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFD:
    return 2
  default: break
  }
  switch scalar.properties.generalCategory {
  case .nonspacingMark, .enclosingMark, .format: return isUnsafe(scalar) ? 1 : 0
  default: return scalar.properties.isEmojiPresentation ? 2 : 1
  }
}
