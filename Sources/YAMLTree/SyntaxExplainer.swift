/// Says what libyaml complains about in words that help, at the place that helps.
struct SyntaxExplainer {
  let text: UnsafeBufferPointer<UInt8>
  /// Where the text starts, after the byte order mark if there is one.
  let base: Int
  let source: UInt32

  func problem(for failure: EventFailure, cursor: inout OffsetCursor) -> Problem {
    let start = failure.contextCharacter.map { cursor.offset(ofCharacter: $0, in: text) }
    switch failure.place {
    case .byte(let offset): return unreadable(failure, at: min(base + offset, text.count))
    case .character(let character):
      let offset = min(cursor.offset(ofCharacter: character, in: text), contentEnd)
      return indentation(failure, at: offset, start: start)
        ?? token(failure, at: offset, start: start ?? offset)
        ?? structure(failure, at: offset, start: start ?? offset)
        ?? Problem(kind: .syntax, message: failure.problem, mark: word(at: offset))
    }
  }

  /// The end of the text without the blanks and line ends at its end: libyaml finds that something is missing there
  /// on a line that does not exist.
  var contentEnd: Int {
    text.lastIndex { !isBlank($0) && !isLineEnd($0) }.map { $0 + 1 } ?? base
  }

  func byte(at offset: Int) -> UInt8? { text.indices.contains(offset) ? text[offset] : nil }

  func mark(_ start: Int, _ end: Int) -> Mark {
    Mark(source: source, start: UInt32(start), end: UInt32(max(start, end)))
  }

  /// The character at a place; nothing at the end of the text.
  func character(at offset: Int) -> Mark {
    var end = offset
    if end < text.count {
      end += 1
      while end < text.count, isContinuation(text[end]) { end += 1 }
    }
    return mark(offset, end)
  }

  /// The characters from a place to the next blank, line end, comma or bracket; one at least.
  func word(at offset: Int) -> Mark {
    let ends: [UInt8] = [",", "[", "]", "{", "}"].map { UInt8(ascii: $0) }
    let first = character(at: offset)
    var end = Int(first.end)
    while end < text.count, !isBlank(text[end]), !isLineEnd(text[end]), !ends.contains(text[end]) { end += 1 }
    return mark(offset, end)
  }

  /// The rest of the line, without blanks at its end.
  func restOfLine(from offset: Int) -> Mark {
    var end = offset
    while end < text.count, !isLineEnd(text[end]) { end += 1 }
    while end > offset, isBlank(text[end - 1]) { end -= 1 }
    return mark(offset, end)
  }

  func lineStart(of offset: Int) -> Int {
    var start = offset
    while start > base, !isLineEnd(text[start - 1]) { start -= 1 }
    return start
  }

  /// The first place on a line that is no blank.
  func firstOnLine(_ offset: Int) -> Int {
    var first = lineStart(of: offset)
    while first < offset, isBlank(text[first]) { first += 1 }
    return first
  }

  /// Whether only blanks stand before a place on its line.
  func isFirstOnLine(_ offset: Int) -> Bool { firstOnLine(offset) == offset }

  /// How many blanks a place's line starts with.
  func indentation(of offset: Int) -> Int { firstOnLine(offset) - lineStart(of: offset) }

  func string(_ mark: Mark) -> String {
    String(decoding: text[Int(mark.start)..<Int(mark.end)], as: UTF8.self)
  }

  private func unreadable(_ failure: EventFailure, at offset: Int) -> Problem {
    let hexadecimal = String(failure.value, radix: 16, uppercase: true)
    if failure.problem == "control characters are not allowed" {
      let number = String(repeating: "0", count: max(0, 4 - hexadecimal.count)) + hexadecimal
      return Problem(
        kind: .encoding, message: "the control character U+\(number) is not allowed in YAML",
        mark: character(at: offset), help: #"in a text in double quotes, write it as "\u\#(number)""#)
    }
    // libyaml points at the byte that should have gone on with a character; people look for the character.
    var offset = offset
    if failure.problem == "invalid trailing UTF-8 octet" {
      let limit = max(base, offset - 3)
      repeat { offset -= 1 } while offset > limit && isContinuation(text[offset])
    }
    let byte = byte(at: offset).map { String($0, radix: 16, uppercase: true) } ?? "?"
    return Problem(
      kind: .encoding, message: "the file is not in UTF-8: the byte 0x\(byte) is out of place",
      mark: mark(offset, min(offset + 1, text.count)), help: "save it as UTF-8")
  }
}
