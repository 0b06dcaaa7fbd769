/// Maps libyaml's errors to messages. `start` is the start of the construct that libyaml was reading.
extension SyntaxExplainer {
  func syntax(_ message: String, _ mark: Mark, _ related: [RelatedMark] = [], help: String? = nil) -> Problem {
    Problem(kind: .syntax, message: message, mark: mark, related: related, help: help)
  }

  /// Tabs, and lines with invalid indentation.
  func indentation(_ failure: EventFailure, at offset: Int, start: Int?) -> Problem? {
    switch failure.problem {
    case "found a tab character that violates indentation",
      "found a tab character where an indentation space is expected",
      "found character that cannot start any token" where byte(at: offset) == UInt8(ascii: "\t"):
      return syntax("tab character in the indentation", character(at: offset), help: "indent with spaces")
    case "mapping values are not allowed in this context": return unexpectedColon(at: offset)
    case "did not find expected key" where isFirstOnLine(offset) && byte(at: offset) == UInt8(ascii: "-"):
      return syntax(
        "unexpected list item in a mapping", character(at: offset), opening("the mapping starts here", start),
        help: "put the list under a key of its own, on the line above")
    case "did not find expected key": return unexpectedText(at: offset)
    case "did not find expected '-' indicator":
      return syntax(
        "expected a list item", word(at: offset), opening("the list starts here", start),
        help: "start it with `- `, or check the indentation of the line")
    case "did not find expected <document start>":
      return syntax(
        "unexpected text after the end of the document", word(at: offset),
        help: isFirstOnLine(offset)
          ? "indent the line like the first one, and check that no bracket is closed too early" : nil)
    case "could not find expected ':'": return lineWithoutColon(restOfLine(from: start ?? offset))
    default: return nil
    }
  }

  /// Unbalanced brackets, and tokens in the wrong place.
  func structure(_ failure: EventFailure, at offset: Int, start: Int) -> Problem? {
    switch failure.problem {
    case "did not find expected ',' or ']'": return bracket("[", "]", "list", at: offset, start: start)
    case "did not find expected ',' or '}'": return bracket("{", "}", "mapping", at: offset, start: start)
    case "did not find expected node content":
      return syntax(
        offset == contentEnd
          ? "missing value" : "expected a value before `\(string(character(at: offset)))`",
        character(at: offset))
    case "block sequence entries are not allowed in this context":
      return syntax(
        "a list item cannot start here", character(at: offset), help: "start the list on a new line")
    case "mapping keys are not allowed in this context":
      return syntax("unexpected `?`", character(at: offset), help: "quote the whole value")
    case "found unexpected ':'":
      let isOpening = byte(at: offset + 1) == UInt8(ascii: "{") || byte(at: offset + 1) == UInt8(ascii: "[")
      return syntax(
        "unexpected `:`", character(at: offset),
        help: isOpening ? "add a space after the colon" : "quote the whole value")
    default: return nil
    }
  }

  private func unexpectedText(at offset: Int) -> Problem {
    let first = character(at: offset)
    if ["]", "}"].contains(string(first)) { return syntax("unmatched `\(string(first))`", first) }
    if isFirstOnLine(offset) {
      return syntax(
        "the indentation of this line does not match the lines above", word(at: offset),
        help: "start it in the same column as the other keys of its mapping")
    }
    let isQuote = byte(at: offset - 1) == UInt8(ascii: "'")
    let rest = restOfLine(from: offset)
    return syntax(
      "unexpected text after the value", rest,
      help: string(rest) == ","
        ? "remove the comma: it separates values only in brackets and braces"
        : isQuote
          ? "inside single quotes, write a single quote twice: `''`"
          : byte(at: offset) == UInt8(ascii: "!")
            ? "a value has one tag: `!Not [!Equals …]`, `Fn::Base64: !Sub …`"
            : "if it belongs to the value, quote the whole value")
  }

  func opening(_ message: String, _ start: Int?) -> [RelatedMark] {
    start.map { [RelatedMark(message: message, mark: character(at: $0))] } ?? []
  }
}
