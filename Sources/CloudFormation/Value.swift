import TextSearch

/// A value of a template: JSON, with separate cases for the intrinsic functions `Ref` and `Fn::GetAtt`.
///
/// Numbers keep their source text, so that numbers in `resources` reach the template unchanged.
public enum Value: Hashable, Sendable {
  /// A string.
  case string(String)
  /// A number, as its JSON text.
  case number(String)
  /// `true` or `false`.
  case bool(Bool)
  /// JSON's `null`.
  case null
  /// A list.
  case list([Value])
  /// An object with ordered keys.
  case object(Object)
  /// `Ref` to a parameter, a pseudo parameter or a resource.
  case ref(String)
  /// `Fn::GetAtt` of a resource's attribute. Two strings would double the size of all values.
  indirect case getAtt(String, String)

  /// An integer.
  public static func int(_ value: Int) -> Value { .number(String(value)) }

  /// The string, if this is a string.
  public var text: String? {
    if case .string(let text) = self { text } else { nil }
  }

  /// Whether a function gives it.
  public var isFunction: Bool {
    switch self {
    case .ref, .getAtt: true
    case .object(let object):
      object.members.count == 1 && (object.members[0].key.hasPrefix("Fn::") || object.members[0].key == "Condition")
    default: false
    }
  }

  /// Whether one that is looked for is in it, or is this one.
  public func contains(where isWanted: (Value) -> Bool) -> Bool {
    isWanted(self) || hasPart { $0.contains(where: isWanted) }
  }

  /// Whether one of its items, or the value of one of its keys, fulfils a condition.
  private func hasPart(where isWanted: (Value) -> Bool) -> Bool {
    // By index, here and elsewhere, and in buffers: items of a loop and elements of an array are copied.
    switch self {
    case .list(let items):
      items.withUnsafeBufferPointer { items in items.indices.contains { isWanted(items[$0]) } }
    case .object(let object):
      object.members.withUnsafeBufferPointer { members in members.indices.contains { isWanted(members[$0].value) } }
    case .string, .number, .bool, .null, .ref, .getAtt: false
    }
  }

  /// Whether it has no parts and refers to nothing.
  var isPlain: Bool {
    switch self {
    case .string, .number, .bool, .null: true
    case .list, .object, .ref, .getAtt: false
    }
  }

  /// The condition and the values of an `Fn::If`.
  public var choice: (condition: Value, first: Value, second: Value)? {
    guard case .object(let object) = self, object.members.count == 1, object.members[0].key == "Fn::If",
      case .list(let parts) = object.members[0].value, parts.count == 3
    else { return nil }
    return (parts[0], parts[1], parts[2])
  }

  /// The value with other ones in place of texts that an `Fn::If` gives; those that `convert` returns nil for remain.
  public func convertingBranches(_ convert: (String) -> Value?) -> Value {
    guard let (condition, first, second) = choice else { return self }
    func converted(_ branch: Value) -> Value {
      branch.text.flatMap(convert) ?? branch.convertingBranches(convert)
    }
    return ["Fn::If": [condition, converted(first), converted(second)]]
  }

  /// The value with empty strings instead of `AWS::NoValue`, which `Fn::Sub` does not accept for its variables.
  public var textForSub: Value {
    if isNothing { return "" }
    guard mayBeNothing, let (condition, first, second) = choice else { return self }
    return ["Fn::If": [condition, first.textForSub, second.textForSub]]
  }

  /// `AWS::NoValue`, which removes the property or item that has it.
  public static let nothing = Value.ref("AWS::NoValue")

  /// Whether it is `AWS::NoValue`.
  public var isNothing: Bool { if case .ref(let id) = self { id == "AWS::NoValue" } else { false } }

  /// Whether it is `AWS::NoValue` under some conditions.
  public var mayBeNothing: Bool {
    switch self {
    case .ref(let id): id == "AWS::NoValue"
    case .object: choice.map { $0.first.mayBeNothing || $0.second.mayBeNothing } ?? false
    case .string, .number, .bool, .null, .list, .getAtt: false
    }
  }

  /// The text of a string, a number or a boolean.
  public var scalar: String? {
    switch self {
    case .string(let text), .number(let text): text
    case .bool(let value): value ? "true" : "false"
    default: nil
    }
  }

  /// The number of occurrences of a text in the value.
  func count(of text: String) -> Int {
    switch self {
    case .string(let own): own.ranges(of: text).count
    case .list(let items): items.map { $0.count(of: text) }.reduce(0, +)
    case .object(let object): object.members.map { $0.value.count(of: text) }.reduce(0, +)
    case .number, .bool, .null, .ref, .getAtt: 0
    }
  }

  /// The cell of a mapping of `Mappings`, if this is all of them.
  public func cell(_ mapping: String, _ row: String, _ column: String) -> Object.Member? {
    object?[mapping]?.object?[row]?.object?.member(column)
  }

  /// The cell that this finds in mappings, if it is an `Fn::FindInMap` whose keys are texts.
  public func cell(in mappings: Value) -> Value? {
    guard case .object(let object) = self, object.members.count == 1, object.members[0].key == "Fn::FindInMap",
      case .list(let keys) = object.members[0].value, keys.count == 3, let mapping = keys[0].text,
      let row = keys[1].text, let column = keys[2].text
    else { return nil }
    return mappings.cell(mapping, row, column)?.value
  }

  /// The object, if this is an object.
  public var object: Object? {
    if case .object(let object) = self { object } else { nil }
  }
}

extension Value: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  /// A string literal.
  public init(stringLiteral value: String) { self = .string(value) }
  /// A boolean literal.
  public init(booleanLiteral value: Bool) { self = .bool(value) }
  /// An integer literal.
  public init(integerLiteral value: Int) { self = .int(value) }
  /// A list literal.
  public init(arrayLiteral elements: Value...) { self = .list(elements) }
  /// An object literal; keys keep their order.
  public init(dictionaryLiteral elements: (String, Value)...) {
    self = .object(Object(elements.map { Object.Member(key: $0.0, value: $0.1) }))
  }
}

extension Value {
  /// Whether a text in it, by itself or in a list, mapping or function, is one of these.
  public func hasText(where isWanted: (String) -> Bool) -> Bool {
    if case .string(let text) = self { isWanted(text) } else { hasPart { $0.hasText(where: isWanted) } }
  }
}
