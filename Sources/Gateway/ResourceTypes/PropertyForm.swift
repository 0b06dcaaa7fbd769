/// The allowed values of a CloudFormation property. An array literal is an object with these properties.
struct PropertyForm: Sendable, ExpressibleByArrayLiteral {
  /// The kind of value.
  indirect enum Shape: Sendable {
    case text, integer, number, flag
    /// Any value.
    case any
    case list(PropertyForm)
    /// A mapping with free keys.
    case map(PropertyForm)
    /// A mapping with free keys, or its JSON as a string.
    case json(PropertyForm)
    case object([ResourceType.Property])
  }

  /// Whether it is one value and neither a list nor a mapping.
  var isScalar: Bool {
    switch shape {
    case .text, .integer, .number, .flag: true
    case .any, .list, .map, .json, .object: false
    }
  }

  let shape: Shape
  /// The allowed values of this kind; nil for all.
  let limit: PropertyLimit?

  private init(_ shape: Shape, _ limit: PropertyLimit? = nil) {
    self.shape = shape
    self.limit = limit
  }

  init(arrayLiteral properties: ResourceType.Property...) { self.init(.object(properties)) }

  static let text = PropertyForm(.text)
  /// A string with a length in characters.
  static func text(_ length: ClosedRange<Int>) -> PropertyForm { PropertyForm(.text, .length(length)) }
  /// A string with a length in characters that has a pattern.
  static func text(_ length: ClosedRange<Int>, _ pattern: TextPattern) -> PropertyForm {
    PropertyForm(.text, .pattern(pattern, length))
  }
  /// One of these words.
  static func words(_ words: [String]) -> PropertyForm { PropertyForm(.text, .words(words)) }
  /// One of these words, which are in upper case, also in lower case.
  static func anyCase(_ words: [String]) -> PropertyForm { PropertyForm(.text, .anyCase(words)) }
  /// An integer that may be negative, or of which a rule of its own reports that it is.
  static let signedInteger = PropertyForm(.integer)
  /// An integer of 0 or more, also where CloudFormation's schema has no least value.
  static let integer = PropertyForm(.integer, .range(0...Int.max))
  static func integer(_ range: ClosedRange<Int>) -> PropertyForm { PropertyForm(.integer, .range(range)) }
  static let number = PropertyForm(.number)
  static func number(_ range: ClosedRange<Int>) -> PropertyForm { PropertyForm(.number, .range(range)) }
  static let flag = PropertyForm(.flag)
  static let any = PropertyForm(.any)

  static func list(_ item: PropertyForm) -> PropertyForm { PropertyForm(.list(item)) }
  static func map(_ value: PropertyForm) -> PropertyForm { PropertyForm(.map(value)) }
  static func json(_ value: PropertyForm) -> PropertyForm { PropertyForm(.json(value)) }
  static func object(_ properties: [ResourceType.Property]) -> PropertyForm { PropertyForm(.object(properties)) }

  /// A string, a flag or a number that is not converted: a flag in quotes is a string.
  static func exactly(_ form: PropertyForm) -> PropertyForm {
    if case .text = form.shape { PropertyForm(form.shape, .quoted) } else { PropertyForm(form.shape, .unquoted) }
  }

  static let texts = list(.text)
  static let document = json(.any)
  /// Tags as a mapping.
  static let tagMap = map(.text)
  /// Tags as a list.
  static let tagList = list([.init("Key", .text, .required), .init("Value", .text, .required)])
}

/// The allowed values of a kind.
enum PropertyLimit: Sendable {
  case words([String])
  /// Words in upper case, which may be written in lower case.
  case anyCase([String])
  /// A string with a length in characters.
  case length(ClosedRange<Int>)
  /// A string with a pattern and a length in characters. Few properties have one: it is kept outside of the others.
  indirect case pattern(TextPattern, ClosedRange<Int>)
  case range(ClosedRange<Int>)
  /// A string and not a number or a flag.
  case quoted
  /// A number or a flag, not as a string.
  case unquoted
}

extension PropertyForm {
  /// The form at a path of names, and `*` for every item or member.
  func at(_ path: ArraySlice<String>) -> PropertyForm? {
    guard let name = path.first else { return self }
    switch shape {
    case .object(let properties): return properties[name]?.form.at(path.dropFirst())
    case .list(let inner), .map(let inner), .json(let inner): return name == "*" ? inner.at(path.dropFirst()) : nil
    case .text, .integer, .number, .flag, .any: return nil
    }
  }
}
