extension [ResourceType.Property] {
  /// The properties of a type that the language has no keys for, as text: a quarter of the bytes of a literal.
  ///
  /// `NAME`, with `!` if it is required, a colon and its form: `text` (also without a form), `flag`, `any`, `document`, `integer`,
  /// `signed` (an integer that may be negative) and `number`, with a range or a length as in `integer(0-100)`; words such as `A|B` or
  /// `=A`; `[FORM]` for a list, `map(FORM)`, `json(FORM)`, `{…}` for an object, and `tags(FORM)` for the tags of the resource. Commas
  /// or line breaks separate properties.
  static func described(_ text: String) -> [ResourceType.Property] {
    var reader = PropertyText(text)
    return reader.properties()
  }
}

private struct PropertyText {
  private var rest: Substring.UTF8View

  init(_ text: String) { rest = text[...].utf8 }

  mutating func properties() -> [ResourceType.Property] {
    var found: [ResourceType.Property] = []
    while true {
      skipSpace()
      let name = take { $0 != UInt8(ascii: "!") && $0 != UInt8(ascii: ":") && !PropertyText.isEnd($0) }
      if name.isEmpty { return found }
      let isRequired = skip("!")
      var form = (form: PropertyForm.text, isTags: false)
      if skip(":") {
        skipSpace()
        form = self.form()
      }
      found.append(form.isTags ? .tags(form.form, name) : .init(name, form.form, isRequired ? .required : []))
    }
  }

  private mutating func form() -> (form: PropertyForm, isTags: Bool) {
    if skip("[") { return (.list(inner("]")), false) }
    if skip("{") {
      let properties = properties()
      _ = skip("}")
      return (.object(properties), false)
    }
    let isOneWord = skip("=")
    let word = take { $0 != UInt8(ascii: "(") && $0 != UInt8(ascii: "|") && !PropertyText.isEnd($0) }
    if isOneWord { return (.words([word]), false) }
    if rest.first == UInt8(ascii: "|") { return (.words([word] + words()), false) }
    guard skip("(") else { return (PropertyText.plain(word), false) }
    switch word {
    case "map": return (.map(inner(")")), false)
    case "json": return (.json(inner(")")), false)
    case "tags": return (inner(")"), true)
    default:
      let range = range()
      return (word == "text" ? .text(range) : word == "number" ? .number(range) : .integer(range), false)
    }
  }

  private mutating func words() -> [String] {
    var words: [String] = []
    while skip("|") {
      skipSpace()
      words.append(take { $0 != UInt8(ascii: "|") && !PropertyText.isEnd($0) })
    }
    return words
  }

  private mutating func inner(_ end: Unicode.Scalar) -> PropertyForm {
    let inner = form().form
    _ = skip(end)
    return inner
  }

  /// `0-100`, or `-1-100`.
  private mutating func range() -> ClosedRange<Int> {
    let sign = skip("-") ? -1 : 1
    let start = Int(take { $0 != UInt8(ascii: "-") }) ?? 0
    _ = skip("-")
    let end = Int(take { $0 != UInt8(ascii: ")") }) ?? 0
    _ = skip(")")
    return sign * start...end
  }

  private static func plain(_ word: String) -> PropertyForm {
    switch word {
    case "text": .text
    case "flag": .flag
    case "integer": .integer
    case "signed": .signedInteger
    case "number": .number
    case "document": .document
    default: .any
    }
  }

  private static func isEnd(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "\n"), UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: ")"): true
    default: false
    }
  }

  /// Skips what separates properties.
  private mutating func skipSpace() {
    rest = rest.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\n") }
  }

  private mutating func take(_ isPart: (UInt8) -> Bool) -> String {
    let part = rest.prefix(while: isPart)
    rest = rest[part.endIndex...]
    return String(Substring(part))
  }

  private mutating func skip(_ character: Unicode.Scalar) -> Bool {
    guard rest.first == UInt8(ascii: character) else { return false }
    rest = rest.dropFirst()
    return true
  }
}
