/// Turns libyaml's errors into messages with a useful text and location.
struct SyntaxExplainer {
  let text: UnsafeBufferPointer<UInt8>
  /// The start of the text after a byte order mark.
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

  /// The end of the text without trailing blanks and line ends: libyaml reports missing tokens on a line that does not
  /// exist.
  var contentEnd: Int {
    text.lastIndex { !isBlank($0) && !isLineEnd($0) }.map { $0 + 1 } ?? base
  }

  func byte(at offset: Int) -> UInt8? { text.indices.contains(offset) ? text[offset] : nil }

  func mark(_ start: Int, _ end: Int) -> Mark {
    Mark(source: source, start: UInt32(start), end: UInt32(max(start, end)))
  }

  /// The character at an offset; empty at the end of the text.
  func character(at offset: Int) -> Mark {
    var end = offset
    if end < text.count {
      end += 1
      while end < text.count, isContinuation(text[end]) { end += 1 }
    }
    return mark(offset, end)
  }

  /// The characters from an offset to the next blank, line end, comma or bracket; at least one.
  func word(at offset: Int) -> Mark {
    let ends: [UInt8] = [",", "[", "]", "{", "}"].map { UInt8(ascii: $0) }
    let first = character(at: offset)
    var end = Int(first.end)
    while end < text.count, !isBlank(text[end]), !isLineEnd(text[end]), !ends.contains(text[end]) { end += 1 }
    return mark(offset, end)
  }

  /// The rest of the line, without trailing blanks.
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

  /// The first offset on a line that is not blank.
  func firstOnLine(_ offset: Int) -> Int {
    var first = lineStart(of: offset)
    while first < offset, isBlank(text[first]) { first += 1 }
    return first
  }

  /// Whether only blanks precede an offset on its line.
  func isFirstOnLine(_ offset: Int) -> Bool { firstOnLine(offset) == offset }

  /// The number of blanks at the start of an offset's line.
  func indentation(of offset: Int) -> Int { firstOnLine(offset) - lineStart(of: offset) }

  func string(_ mark: Mark) -> String {
    String(decoding: text[Int(mark.start)..<Int(mark.end)], as: UTF8.self)
  }

  private func unreadable(_ failure: EventFailure, at offset: Int) -> Problem {
    let hexadecimal = String(failure.value, radix: 16, uppercase: true)
    if failure.problem == "control characters are not allowed" {
      let number = String(repeating: "0", count: max(0, 4 - hexadecimal.count)) + hexadecimal
      return Problem(
        kind: .encoding, message: "control character U+\(number) is not allowed in YAML",
        mark: character(at: offset), help: #"in a string in double quotes, write it as `\u\#(number)`"#)
    }
    // libyaml points at the byte that should continue the character; the character is what to look for.
    var offset = offset
    if failure.problem == "invalid trailing UTF-8 octet" {
      let limit = max(base, offset - 3)
      repeat { offset -= 1 } while offset > limit && isContinuation(text[offset])
    }
    let byte = byte(at: offset).map { String($0, radix: 16, uppercase: true) } ?? "?"
    let name = eightBitEncoding(of: text)
    let guess = name.map { ", but probably \($0)\($0 == "ISO-8859-1" ? " (Latin-1)" : "")" } ?? ""
    return Problem(
      kind: .encoding,
      message: "the file is not UTF-8\(guess): unexpected byte 0x\(byte)",
      mark: mark(offset, min(offset + 1, text.count)), help: saveAsUTF8(from: name))
  }
}
