/// Maps libyaml's errors about single tokens: quotes, escapes, aliases, tags.
extension SyntaxExplainer {
  func token(_ failure: EventFailure, at offset: Int, start: Int) -> Problem? {
    switch failure.context {
    case "while scanning an alias":
      let word = word(at: start)
      return syntax(
        "`*` starts an alias, but `\(string(word))` is not a valid alias", word,
        help: "if this is a string, quote it: `\"\(string(phrase(at: start)))\"`")
    case "while scanning an anchor":
      let word = word(at: start)
      return syntax(
        "`&` starts an anchor, but `\(string(word))` is not a valid anchor", word,
        help: "if this is a string, quote it: `\"\(string(word))\"`")
    case "while scanning a tag", "while parsing a tag":
      return syntax(
        "invalid tag `\(string(word(at: start)))`", word(at: start),
        help: "if this is a string, quote it")
    case "while scanning a block scalar": return blockScalar(failure, at: offset)
    case "while scanning a directive", "while scanning a %YAML directive", "while scanning a %TAG directive":
      return directive(at: start)
    case "while scanning a quoted scalar", "while parsing a quoted scalar":
      return quoted(failure, at: offset, start: start)
    default: return other(failure, at: offset)
    }
  }

  private func quoted(_ failure: EventFailure, at offset: Int, start: Int) -> Problem? {
    switch failure.problem {
    case "found unexpected end of stream", "found unexpected document indicator":
      return syntax("unclosed quote", character(at: start))
    case "found unknown escape character":
      return syntax(
        "invalid escape sequence `\(string(escape(at: offset)))`", escape(at: offset),
        help: #"write `\\` for a backslash, or use single quotes"#)
    case "did not find expected hexdecimal number":
      return syntax("hexadecimal digits are missing in this escape sequence", escape(at: offset))
    case "found invalid Unicode character escape code":
      return syntax("this escape sequence is not a Unicode character", escape(at: offset))
    default: return nil
    }
  }

  /// The backslash at or just before an offset, with the character after it.
  private func escape(at offset: Int) -> Mark {
    var backslash = offset
    while backslash > base, offset - backslash < 3, byte(at: backslash) != UInt8(ascii: "\\") { backslash -= 1 }
    guard byte(at: backslash) == UInt8(ascii: "\\") else { return character(at: offset) }
    return mark(backslash, Int(character(at: backslash + 1).end))
  }

  private func blockScalar(_ failure: EventFailure, at offset: Int) -> Problem? {
    switch failure.problem {
    case "found an indentation indicator equal to 0":
      return syntax("the indentation of a block scalar must be a digit from 1 to 9", character(at: offset))
    case "did not find expected comment or line break":
      return syntax(
        "unexpected text after `|` or `>`: a block scalar starts on the next line", restOfLine(from: offset),
        help: "if this is a string on one line, quote it")
    default: return nil
    }
  }

  /// The words from an offset to the end of an unquoted string: a colon, a comment, a comma or a bracket.
  private func phrase(at offset: Int) -> Mark {
    let (line, colon) = (restOfLine(from: offset), UInt8(ascii: ":"))
    var end = Int(word(at: offset).end)
    while end < line.end, isBlank(text[end]), text[end - 1] != colon, byte(at: end + 1) != UInt8(ascii: "#") {
      end = Int(word(at: end + 1).end)
    }
    return mark(offset, end > offset + 1 && text[end - 1] == colon ? end - 1 : end)
  }

  private func directive(at offset: Int) -> Problem {
    syntax(
      "a line that starts with `%` is a directive, but this is not a valid directive", restOfLine(from: offset),
      help: "if this is a string, quote it")
  }

  private func other(_ failure: EventFailure, at offset: Int) -> Problem? {
    switch failure.problem {
    case "found character that cannot start any token":
      return syntax(
        "a value cannot start with `\(string(character(at: offset)))`", character(at: offset),
        help: string(restOfLine(from: offset)).hasPrefix("```")
          ? "remove the line: it does not belong to YAML" : "quote the whole value")
    case "found undefined tag handle":
      return syntax("the prefix of the tag `\(string(word(at: offset)))` is not defined", word(at: offset))
    case "found duplicate %YAML directive", "found incompatible YAML document", "found duplicate %TAG directive":
      return directive(at: offset)
    default: return nil
    }
  }
}
