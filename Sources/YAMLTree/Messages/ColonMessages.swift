/// Colons without a key or a space, and brackets that a later line is read into.
extension SyntaxExplainer {
  /// A line in a mapping that is neither a key nor a part of the value above.
  func lineWithoutColon(_ line: Mark) -> Problem {
    let text = string(line)
    if text.hasPrefix("//") || text.hasPrefix("/*") {
      return syntax("this line is not a key", line, help: "start a comment with `#`")
    }
    if ["<<<<<<<", "=======", ">>>>>>>"].contains(where: text.hasPrefix) {
      return syntax("a conflict of a merge is not resolved", line, help: "keep one version, and remove the markers")
    }
    if text.hasPrefix("-") {
      return syntax("missing space after `-`", line, help: "write `- \(text.dropFirst())`")
    }
    if let spaced = entryWithSpace(text) { return syntax("missing space after `:`", line, help: "write `\(spaced)`") }
    return syntax("missing `:` after this key", line, help: withColon(text).map { "write `\($0)`" })
  }

  /// A colon after a value that has already begun: a second one on the line, or a key into which the line above runs.
  func unexpectedColon(at offset: Int) -> Problem {
    let start = lineStart(of: offset)
    let first = (start..<offset).first { place in
      text[place] == UInt8(ascii: ":") && byte(at: place + 1).map(isBlank) == true
    }
    if let first {
      let entry = string(mark(first + 1, Int(restOfLine(from: first).end))).drop { $0 == " " }
      let key = string(mark(first + 1, offset)).drop { $0 == " " }
      let isWord = !key.isEmpty && key.allSatisfy { $0.isASCII && $0.isLetter }
      // A brace or a quote in it would need more than braces around it.
      let isPlain = entry.utf8.count <= 60 && !entry.contains { "{}[]\"'#,".contains($0) } && !entry.hasSuffix(":")
      let mapping = isWord && isPlain ? "write `{\(entry)}`, or " : ""
      return syntax(
        "a second `:` on one line", character(at: offset),
        help: "\(mapping)if it belongs to the value, quote the whole value")
    }
    if let above = keyAbove(offset) { return above }
    return syntax(
      "unexpected key: the line above already has a value", character(at: offset),
      help: "check the indentation, or quote the whole value if this belongs to it")
  }

  /// The line above a key, if that is a key without a space after its colon, or without a colon.
  private func keyAbove(_ offset: Int) -> Problem? {
    var end = lineStart(of: offset)
    while end > base, isBlank(text[end - 1]) || isLineEnd(text[end - 1]) { end -= 1 }
    guard end > base else { return nil }
    let line = restOfLine(from: firstOnLine(end - 1))
    let text = string(line)
    if let spaced = entryWithSpace(text) {
      return syntax("missing space after `:`", line, help: "write `\(spaced)`")
    }
    let isWord = text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") }
    guard isWord, indentation(of: end - 1) < indentation(of: offset) else { return nil }
    return syntax("missing `:` after this key", line, help: "write `\(text):`")
  }

  /// `memory: 256` for `memory = 256` and `memory 256`; nil for a text of more words.
  private func withColon(_ text: String) -> String? {
    let parts = text.split { $0 == " " || $0 == "=" }
    if parts.count == 1 { return "\(parts[0]):" }
    return parts.count == 2 && text.utf8.count <= 80 ? "\(parts[0]): \(parts[1])" : nil
  }

  /// A missing `,`, or the end of a list or a mapping in brackets, of which `start` is the start.
  func bracket(_ open: String, _ close: String, _ what: String, at offset: Int, start: Int) -> Problem {
    if offset >= contentEnd { return syntax("unclosed `\(open)`", character(at: start)) }
    // A line with a key and its value: a scalar that started on the line above continued into the key.
    let isOtherLine = lineStart(of: offset) != lineStart(of: start)
    if isOtherLine, indentation(of: offset) <= indentation(of: start) {
      let isKey = byte(at: offset) == UInt8(ascii: ":") || byte(at: offset) == UInt8(ascii: "{")
      return syntax(
        "unclosed `\(open)`", character(at: start),
        [
          RelatedMark(
            message: "expected `,` or `\(close)` before this", mark: word(at: isKey ? firstOnLine(offset) : offset))
        ])
    }
    let related = opening("the \(what) starts here", start)
    let isBrace = byte(at: offset) == UInt8(ascii: "{") || byte(at: offset) == UInt8(ascii: "[")
    if isBrace, let before = byte(at: offset - 1), !isBlank(before), !isLineEnd(before) {
      return syntax(
        "`\(string(character(at: offset)))` is not allowed in an unquoted string here", character(at: offset),
        related, help: "quote the whole string")
    }
    let isKey = isOtherLine && byte(at: offset) == UInt8(ascii: ":")
    return syntax(
      "expected `,` or `\(close)` before this", word(at: isKey ? firstOnLine(offset) : offset), related)
  }
}

/// A key and its value with the space that YAML needs between them: `GET /books: books` for `GET /books:books`; nil for a
/// text with a colon of another kind, such as a URL, an address or a name with `::`.
public func entryWithSpace(_ text: String) -> String? {
  guard text.utf8.count <= 80, text.first?.isLetter ?? false, let colon = text.firstIndex(of: ":") else { return nil }
  let rest = text[text.index(after: colon)...]
  let isOther = rest.isEmpty || rest.hasPrefix("//") || rest.hasPrefix(":") || rest.hasPrefix(" ")
  return isOther ? nil : "\(text[..<colon]): \(rest)"
}
