/// The accepted values of a field, for the reference page and the JSON Schema.
public indirect enum Shape: Sendable {
  /// Any value.
  case any
  /// A string with a length in characters.
  case text(ClosedRange<Int>)
  /// A string that matches a pattern, a regular expression of JSON Schema.
  case pattern(String)
  /// A string of another shape that also matches a pattern. Functions and variables need not match.
  case matching(Shape, String)
  /// One of a few words.
  case words([String])
  /// `true` or `false`.
  case flag
  /// An integer.
  case integer(ClosedRange<Int>)
  /// A non-negative number.
  case number
  /// A duration: a number in a range, or a number with a unit.
  case duration(ClosedRange<Int>)
  /// `null`.
  case null
  /// Any mapping.
  case mapping
  /// A mapping with fixed keys.
  case object(any SpecObject.Type)
  /// The same keys, all optional.
  case defaults(any SpecObject.Type)
  /// A mapping with these keys.
  case record([(key: String, shape: Shape)])
  /// One value or a list.
  case list(Shape)
  /// A mapping of named values.
  case map(Shape, KeyGrammar)
  /// One of several.
  case either([Shape])
  /// A CloudFormation function.
  case function

  /// Any string.
  public static var text: Shape { .text(0...Int.max) }

  /// Whether a scalar is one of its values, as far as help may suggest it.
  func mayBe(_ text: String) -> Bool {
    switch self {
    case .words(let words): words.contains(text)
    case .integer(let range): Int(text).map(range.contains) ?? false
    case .text(let lengths): text.contains("/") && lengths.contains(text.unicodeScalars.count)
    case .either(let shapes): shapes.contains { $0.mayBe(text) }
    default: false
    }
  }

  /// Whether only texts are its values, and this may be one of them.
  func isText(allowing text: String) -> Bool {
    switch self {
    case .words(let words): words.contains(text)
    case .text(let lengths): lengths.contains(text.unicodeScalars.count)
    case .pattern, .matching: true
    default: false
    }
  }

  /// The object in this shape, and whether it is an element by name.
  var object: (type: any SpecObject.Type, isNamed: Bool)? {
    switch self {
    case .object(let type): (type, false)
    case .list(let item): item.object
    case .map(let item, _): item.object.map { ($0.type, true) }
    case .either(let shapes): shapes.lazy.compactMap(\.object).first
    default: nil
    }
  }
}

extension Schema {
  /// The shape, including functions if they are accepted.
  var fullShape: Shape { takesIntrinsic ? .either([shape, .function]) : shape }
}

extension SpecObject {
  /// The keys that a scalar may be a short form of. A scalar that looks like a URL selects another key than a name.
  static var shorthands: [String] {
    var keys: [String] = []
    for sample in ["name", "https://example.com", "true", "json", "arn:aws:logs"] {
      if let key = shorthand(for: sample).map(String.init(describing:)), !keys.contains(key) { keys.append(key) }
    }
    return keys
  }
}
