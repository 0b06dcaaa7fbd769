/// What may be written in a value's place, for programs: the reference page and the JSON Schema are made of it.
public indirect enum Shape: Sendable {
  /// Anything.
  case any
  /// Text of a length in characters.
  case text(ClosedRange<Int>)
  /// Text of a pattern, a regular expression as JSON Schema has them.
  case pattern(String)
  /// One of a few words.
  case words([String])
  /// `true` or `false`.
  case flag
  /// A whole number.
  case integer(ClosedRange<Int>)
  /// A number that is not negative.
  case number
  /// A duration: a number of units in a range, or one with a unit of its own.
  case duration(ClosedRange<Int>)
  /// Nothing: `null`.
  case null
  /// A mapping of anything.
  case mapping
  /// A mapping with fixed keys.
  case object(any SpecObject.Type)
  /// The same keys, none of which has to be there.
  case defaults(any SpecObject.Type)
  /// A mapping of a few such keys.
  case record([(key: String, shape: Shape)])
  /// One or a list.
  case list(Shape)
  /// One under each name.
  case map(Shape, KeyGrammar)
  /// One of several.
  case either([Shape])
  /// One of CloudFormation's functions.
  case function

  /// Any text.
  public static var text: Shape { .text(0...Int.max) }

  /// The object with fixed keys in it, and whether one stands under each name.
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
  /// The shape, with a function where one may stand.
  var fullShape: Shape { takesIntrinsic ? .either([shape, .function]) : shape }
}

extension SpecObject {
  /// The keys that a lone scalar may stand for. What decides among them is whether it looks like a URL.
  static var shorthands: [String] {
    var keys: [String] = []
    for sample in ["name", "https://example.com", "true"] {
      if let key = shorthand(for: sample).map(String.init(describing:)), !keys.contains(key) { keys.append(key) }
    }
    return keys
  }
}
