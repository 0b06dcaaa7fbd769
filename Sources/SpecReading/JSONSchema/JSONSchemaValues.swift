import YAMLTree

/// The schema of a field's value.
extension JSONSchema {
  mutating func value(of shape: Shape) -> SchemaValue {
    switch shape {
    case .any: return .object([])
    case .text(0...Int.max): return .reference("text")
    case .text(let lengths): return text(lengths)
    case .pattern(let pattern): return scalar("integer", pattern)
    case .matching(let base, let pattern):
      return value(of: base).adding([("pattern", .string("(?:\(pattern))|\(Self.open)"))])
    case .words(let words):
      return .when(
        .reference("variable"), then: .object([]), otherwise: .object([("enum", .array(words.flatMap(spellings)))]))
    case .flag: return scalar("boolean", "true|false")
    case .integer(let range): return scalar("integer", "-?[0-9]+", limits(range))
    case .number: return scalar("number", "[0-9]+([.][0-9]+)?([eE][+-]?[0-9]+)?", [("minimum", .integer(0))])
    case .duration(let range): return scalar("integer", "[0-9]+(ms|s|m|h|d)?", limits(range))
    case .null: return .object([("type", .string("null"))])
    case .mapping: return .object([("type", .string("object"))])
    case .object(let type): return reference(to: type, isDefault: false)
    case .defaults(let type): return reference(to: type, isDefault: true)
    case .record(let fields): return record(fields)
    case .map(let item, let keys): return map(item, keys)
    case .function: return .reference("intrinsic")
    case .list(let item) where item.isAnyText: return .reference("texts")
    case .either where shape.isAnyText: return .reference("textOrFunction")
    case .list, .either: return union(parts(of: shape))
    }
  }

  /// The most frequent schemas, which have names to keep the document small.
  mutating func frequent() -> [(String, SchemaValue)] {
    let one = Shape.either([.text, .function])
    return [
      ("textOrFunction", union(parts(of: one))), ("texts", union(parts(of: .list(one)))),
    ]
  }

  private func text(_ lengths: ClosedRange<Int>) -> SchemaValue {
    var members: [(String, SchemaValue)] = [("type", Self.textTypes)]
    if lengths.lowerBound > 0 { members.append(("minLength", .integer(lengths.lowerBound))) }
    if lengths.upperBound < .max { members.append(("maxLength", .integer(lengths.upperBound))) }
    return .object(members)
  }

  /// A typed scalar, which may also be a quoted string, contain a variable, or be a dynamic reference.
  private func scalar(_ type: String, _ pattern: String, _ more: [(String, SchemaValue)] = []) -> SchemaValue {
    .object(
      [("type", .strings([type, "string"])), ("pattern", .string("^(\(pattern))$|\(Self.open)"))] + more)
  }

  private func limits(_ range: ClosedRange<Int>) -> [(String, SchemaValue)] {
    [("minimum", .integer(range.lowerBound))]
      + (range.upperBound < .max ? [("maximum", .integer(range.upperBound))] : [])
  }

  /// A word as written, and as a YAML parser may type it.
  private func spellings(of word: String) -> [SchemaValue] {
    if PlainScalar.isNumber(word) { return [.string(word), .number(word)] }
    return word == "true" || word == "false" ? [.string(word), .bool(word == "true")] : [.string(word)]
  }

  private mutating func record(_ fields: [(key: String, shape: Shape)]) -> SchemaValue {
    .object([
      ("type", .string("object")), ("properties", .object(fields.map { ($0.key, value(of: $0.shape)) })),
      ("patternProperties", .object([("^x-", .bool(true))])), ("additionalProperties", .bool(false)),
    ])
  }

  private mutating func map(_ item: Shape, _ keys: KeyGrammar) -> SchemaValue {
    var element = value(of: item)
    // An element without a value is an empty mapping.
    if item.object != nil || item.isMap {
      element = .when(.object([("type", .string("null"))]), then: .object([]), otherwise: element)
    }
    var members: [(String, SchemaValue)] = [("type", .string("object")), ("additionalProperties", element)]
    if keys == .names {
      members.append(("propertyNames", .object([("pattern", .string(#"^[A-Za-z0-9_-]+$|\$\("#))])))
    }
    return .object(members)
  }

  // MARK: Values that are accepted everywhere

  /// A variable or a dynamic reference, whose value is unknown here.
  static let open = #"\$\(|^\{\{resolve:"#

  /// A CloudFormation function in its long form (YAML parsers convert the short forms, which are tags).
  static var intrinsic: SchemaValue {
    let names = Set(ShortTag.allCases.map(\.functionName)).subtracting(["Ref", "Condition"]).sorted()
    let short = names.map { $0.dropFirst("Fn::".count) }.joined(separator: "|")
    return .object([
      ("description", .string("One of CloudFormation's functions, such as `!Ref`, `!GetAtt` or `!Sub`.")),
      ("type", .string("object")), ("minProperties", .integer(1)), ("maxProperties", .integer(1)),
      ("patternProperties", .object([("^(Ref|Fn::(\(short)))$", .bool(true))])), ("additionalProperties", .bool(false)),
    ])
  }

  /// Whether a mapping is a function, known or not.
  static var function: SchemaValue {
    .object([
      ("type", .string("object")), ("minProperties", .integer(1)), ("maxProperties", .integer(1)),
      ("propertyNames", .object([("pattern", .string("^(Ref|Fn::.*)$"))])),
    ])
  }

  /// The types that a YAML parser may give an unquoted string.
  static let textTypes = SchemaValue.strings(["string", "number", "boolean"])

  static var text: SchemaValue { .object([("type", textTypes)]) }

  static var variable: SchemaValue {
    .object([
      ("description", .string("A string with a variable of the spec (`$(name)`), or a dynamic reference.")),
      ("type", .string("string")), ("pattern", .string(open)),
    ])
  }
}

extension Shape {
  /// Whether it is any string, or a function.
  fileprivate var isAnyText: Bool {
    if case .either(let shapes) = self, shapes.count == 2, case .text(0...Int.max) = shapes[0],
      case .function = shapes[1]
    {
      return true
    }
    return false
  }

  fileprivate var isMap: Bool {
    if case .map = self { true } else { false }
  }
}
