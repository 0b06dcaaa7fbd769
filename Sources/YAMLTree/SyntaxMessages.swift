/// The table from libyaml's complaints to ours. `start` is where the thing starts that libyaml was in.
extension SyntaxExplainer {
  private func syntax(_ message: String, _ mark: Mark, _ related: [RelatedMark] = [], help: String? = nil) -> Problem {
    Problem(kind: .syntax, message: message, mark: mark, related: related, help: help)
  }

  /// Tabs, and lines that start where none may.
  func indentation(_ failure: EventFailure, at offset: Int, start: Int?) -> Problem? {
    switch failure.problem {
    case "found a tab character that violates indentation",
      "found a tab character where an indentation space is expected",
      "found character that cannot start any token" where byte(at: offset) == UInt8(ascii: "\t"):
      return syntax("a tab stands in the indentation", character(at: offset), help: "indent by spaces")
    case "mapping values are not allowed in this context": return unexpectedColon(at: offset)
    case "did not find expected key" where isFirstOnLine(offset) && byte(at: offset) == UInt8(ascii: "-"):
      return syntax(
        "a list item stands among keys", character(at: offset), opening("the keys start here", start),
        help: "a list has a key of its own, in a line above it")
    case "did not find expected key": return unexpectedText(at: offset)
    case "did not find expected '-' indicator":
      return syntax(
        "a list item is expected here", word(at: offset), opening("the list starts here", start),
        help: "start it with '- ', or check the line's indentation")
    case "did not find expected <document start>":
      return syntax(
        "nothing may follow the end of the document", word(at: offset),
        help: isFirstOnLine(offset)
          ? "indent the line like the first one, and check that no bracket is closed too early" : nil)
    case "could not find expected ':'":
      return syntax("a ':' is missing after this key", restOfLine(from: start ?? offset))
    default: return nil
    }
  }

  /// Brackets, and values that may not stand where they do.
  func structure(_ failure: EventFailure, at offset: Int, start: Int) -> Problem? {
    switch failure.problem {
    case "did not find expected ',' or ']'": return bracket("[", "]", "list", at: offset, start: start)
    case "did not find expected ',' or '}'": return bracket("{", "}", "mapping", at: offset, start: start)
    case "did not find expected node content":
      return syntax(
        offset == contentEnd
          ? "a value is missing here" : "a value is expected before '\(string(character(at: offset)))'",
        character(at: offset))
    case "block sequence entries are not allowed in this context":
      return syntax(
        "a list item cannot start here", character(at: offset), help: "start the list on a line of its own")
    case "mapping keys are not allowed in this context":
      return syntax("a '?' cannot stand here", character(at: offset), help: "put the whole value into quotes")
    case "found unexpected ':'":
      return syntax("a ':' cannot stand here", character(at: offset), help: "put the whole value into quotes")
    default: return nil
    }
  }

  private func unexpectedText(at offset: Int) -> Problem {
    let first = character(at: offset)
    if ["]", "}"].contains(string(first)) { return syntax("this '\(string(first))' closes nothing", first) }
    if isFirstOnLine(offset) {
      return syntax(
        "the indentation of this line does not fit the lines above it", word(at: offset),
        help: "start it in the same column as the keys that it belongs to")
    }
    let isQuote = byte(at: offset - 1) == UInt8(ascii: "'")
    return syntax(
      "nothing may follow the value here", restOfLine(from: offset),
      help: isQuote
        ? "in single quotes a quote is written twice: ''"
        : "if it belongs to the value, put the whole value into quotes")
  }

  private func unexpectedColon(at offset: Int) -> Problem {
    let before = text[lineStart(of: offset)..<offset]
    let hasOther = before.indices.contains { place in
      before[place] == UInt8(ascii: ":") && byte(at: place + 1).map(isBlank) == true
    }
    if hasOther {
      return syntax(
        "a second ':' in one line", character(at: offset),
        help: "if it belongs to the value, put the whole value into quotes")
    }
    return syntax(
      "a key cannot stand here: the line above has a value already", character(at: offset),
      help: "check the indentation, or put the whole value into quotes if this belongs to it")
  }

  private func bracket(_ open: String, _ close: String, _ what: String, at offset: Int, start: Int) -> Problem {
    if offset >= contentEnd { return syntax("this '\(open)' is never closed", character(at: start)) }
    let isBrace = byte(at: offset) == UInt8(ascii: "{") || byte(at: offset) == UInt8(ascii: "[")
    if isBrace, let before = byte(at: offset - 1), !isBlank(before), !isLineEnd(before) {
      return syntax(
        "a '\(string(character(at: offset)))' cannot stand in a text that is not in quotes here", character(at: offset),
        opening("the \(what) starts here", start), help: "put the whole text into quotes")
    }
    // A line that is a key and its value: a scalar that began on the line above took in the key.
    let isOtherLine = lineStart(of: offset) != lineStart(of: start)
    let isKey = isOtherLine && byte(at: offset) == UInt8(ascii: ":")
    let place = word(at: isKey ? firstOnLine(offset) : offset)
    if isOtherLine, indentation(of: offset) <= indentation(of: start) {
      return syntax(
        "this '\(open)' is not closed", character(at: start),
        [RelatedMark(message: "a ',' or '\(close)' is expected before this", mark: place)])
    }
    return syntax(
      "a ',' or '\(close)' is expected before this", place, opening("the \(what) starts here", start))
  }

  private func opening(_ message: String, _ start: Int?) -> [RelatedMark] {
    start.map { [RelatedMark(message: message, mark: character(at: $0))] } ?? []
  }
}
