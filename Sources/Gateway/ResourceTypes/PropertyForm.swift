/// What may stand in a property of CloudFormation's. An array literal is an object with these properties.
struct PropertyForm: Sendable, ExpressibleByArrayLiteral {
  /// The kind of value.
  indirect enum Shape: Sendable {
    case text, integer, number, flag
    /// Nothing is known of it.
    case any
    case list(PropertyForm)
    /// A mapping with keys of the author's own.
    case map(PropertyForm)
    /// A mapping with keys of the author's own, or its JSON as a text.
    case json(PropertyForm)
    case object([ResourceType.Property])
  }

  let shape: Shape
  /// Which values of that kind are allowed; nil for all.
  let limit: PropertyLimit?

  private init(_ shape: Shape, _ limit: PropertyLimit? = nil) {
    self.shape = shape
    self.limit = limit
  }

  init(arrayLiteral properties: ResourceType.Property...) { self.init(.object(properties)) }

  static let text = PropertyForm(.text)
  /// A text of so many characters.
  static func text(_ length: ClosedRange<Int>) -> PropertyForm { PropertyForm(.text, .length(length)) }
  /// One of these.
  static func words(_ words: [String]) -> PropertyForm { PropertyForm(.text, .words(words)) }
  static let integer = PropertyForm(.integer)
  static func integer(_ range: ClosedRange<Int>) -> PropertyForm { PropertyForm(.integer, .range(range)) }
  static let number = PropertyForm(.number)
  static func number(_ range: ClosedRange<Int>) -> PropertyForm { PropertyForm(.number, .range(range)) }
  static let flag = PropertyForm(.flag)
  static let any = PropertyForm(.any)

  static func list(_ item: PropertyForm) -> PropertyForm { PropertyForm(.list(item)) }
  static func map(_ value: PropertyForm) -> PropertyForm { PropertyForm(.map(value)) }
  static func json(_ value: PropertyForm) -> PropertyForm { PropertyForm(.json(value)) }
  static func object(_ properties: [ResourceType.Property]) -> PropertyForm { PropertyForm(.object(properties)) }

  static let texts = list(.text)
  static let document = json(.any)
  /// Tags as a mapping.
  static let tagMap = map(.text)
  /// Tags as a list.
  static let tagList = list([.init("Key", .text, .required), .init("Value", .text, .required)])
}

/// Which values a property may have, of those of its kind.
enum PropertyLimit: Sendable {
  case words([String])
  /// A text of so many characters.
  case length(ClosedRange<Int>)
  case range(ClosedRange<Int>)
}

extension PropertyForm {
  /// What a path leads to from here: names, and `*` for every item or member.
  func at(_ path: ArraySlice<String>) -> PropertyForm? {
    guard let name = path.first else { return self }
    switch shape {
    case .object(let properties): return properties[name]?.form.at(path.dropFirst())
    case .list(let inner), .map(let inner), .json(let inner): return name == "*" ? inner.at(path.dropFirst()) : nil
    case .text, .integer, .number, .flag, .any: return nil
    }
  }
}
