import JSONWriting
import YAMLTree

/// The JSON Schema (draft 2020-12) of a language, made of its field declarations: what editors complete and check by.
///
/// It takes everything that the program takes, whatever a loader of YAML makes of a scalar: `2.0` may come as a number.
/// What fields mean for each other is left to the program's rules.
public struct JSONSchema {
  private var names: [ObjectIdentifier: String] = [:]
  private var waiting: [(name: String, type: any SpecObject.Type, isDefault: Bool)] = []
  private var taken: Set<String> = []
  private var definitions: [(String, SchemaValue)] = []
  /// Whose objects get what they leave out from somewhere else, so that nothing can be missing in them.
  private var defaulted: Set<ObjectIdentifier> = []

  private init() {}

  /// The schema of everything that can be written under a root object.
  public static func json<T: SpecObject>(of root: T.Type, title: String, description: String) -> [UInt8] {
    var schema = JSONSchema()
    let reference = schema.reference(to: root, isDefault: false)
    while !schema.waiting.isEmpty {
      let next = schema.waiting.removeFirst()
      schema.define(next.name, next.type, isDefault: next.isDefault)
    }
    let head: [(String, SchemaValue)] = [
      ("$schema", .string("https://json-schema.org/draft/2020-12/schema")), ("title", .string(title)),
      ("description", .string(description)),
    ]
    let common: [(String, SchemaValue)] = [("intrinsic", intrinsic), ("text", text), ("variable", variable)]
    let value = SchemaValue.object(
      head + reference.members + [("$defs", .object(common + schema.definitions.sorted { $0.0 < $1.0 }))])
    var json = JSONWriter()
    value.write(to: &json)
    return json.finish()
  }

  // MARK: Objects

  private mutating func reference(to type: any SpecObject.Type, isDefault: Bool) -> SchemaValue {
    let identifier = ObjectIdentifier(type)
    var name = names[identifier] ?? ""
    if name.isEmpty {
      // Types of one name in different places get a number.
      let base = String(describing: type)
      name = base
      var number = 2
      while !taken.insert(name).inserted {
        name = "\(base)\(number)"
        number += 1
      }
      names[identifier] = name
    }
    let full = isDefault ? name + ".defaults" : name
    if taken.insert("#" + full).inserted { waiting.append((full, type, isDefault)) }
    return .object([("$ref", .string("#/$defs/\(full)"))])
  }

  private mutating func define(_ name: String, _ type: any SpecObject.Type, isDefault: Bool) {
    let fields = Describer.list(of: type)
    let (choices, common, more) = Describer.structure(of: type)
    defaulted.formUnion(more)
    var properties: [(String, SchemaValue)] = []
    for field in fields {
      properties.append(
        (field.key, value(of: field.shape).adding([("description", .string(documentation(of: field)))])))
    }
    var members: [(String, SchemaValue)] = [
      ("type", .string("object")), ("properties", .object(properties)),
      ("patternProperties", .object([(#"^x-|\$\("#, .bool(true))])), ("additionalProperties", .bool(false)),
    ]
    if !type.mayBeEmpty && !isDefault { members.append(("minProperties", .integer(1))) }
    let isWhole = !isDefault && !defaulted.contains(type.defaultsOwner)
    let required = isWhole ? fields.filter { $0.isRequired && $0.form == nil }.map(\.key) : []
    if !required.isEmpty { members.append(("required", .strings(required))) }
    if !isDefault {
      let forms = choices.map { choice in
        SchemaValue.array(choice.map { form($0, among: choice, common: common, isWhole: isWhole) })
      }
      if forms.count == 1 {
        members.append(("oneOf", forms[0]))
      } else if !forms.isEmpty {
        members.append(("allOf", .array(forms.map { .object([("oneOf", $0)]) })))
      }
    }
    let lone = isDefault ? [] : type.shorthands.compactMap { key in fields.first { $0.key == key } }
    let short = lone.map { value(of: $0.shape) }
    definitions.append((name, .anyOf([.object(members)] + short)))
  }

  /// One form of an object: its key has to be there, and what only other forms have must not.
  private func form(
    _ choice: Choice, among all: [Choice], common: Set<String>, isWhole: Bool
  ) -> SchemaValue {
    let own = common.union(choice.fields.map(\.key))
    let required = choice.required.filter { isWhole || $0 == choice.key }
    let keys = (choice.key.map { [$0] } ?? []) + required.filter { $0 != choice.key }
    var foreign: [String] = []
    for key in all.flatMap({ $0.fields.map(\.key) }) where !own.contains(key) && !foreign.contains(key) {
      foreign.append(key)
    }
    var members: [(String, SchemaValue)] = []
    if !keys.isEmpty { members.append(("required", .strings(keys))) }
    if !foreign.isEmpty { members.append(("properties", .object(foreign.map { ($0, .bool(false)) }))) }
    return .object(members)
  }

  private func documentation(of field: FieldDescription) -> String {
    field.form.map { "\(field.documentation) (\($0))" } ?? field.documentation
  }

  // MARK: Values

  private mutating func value(of shape: Shape) -> SchemaValue {
    switch shape {
    case .any: return .object([])
    case .text(let lengths): return text(lengths)
    case .pattern(let pattern): return scalar("integer", pattern)
    case .words(let words):
      return .anyOf([.object([("enum", .array(words.flatMap(spellings)))]), Self.variableReference])
    case .flag: return scalar("boolean", "true|false")
    case .integer(let range): return scalar("integer", "-?[0-9]+", limits(range))
    case .number: return scalar("number", "[0-9]+([.][0-9]+)?([eE][+-]?[0-9]+)?", [("minimum", .integer(0))])
    case .duration(let range): return scalar("integer", "[0-9]+(ms|s|m|h|d)?", limits(range))
    case .null: return .object([("type", .string("null"))])
    case .mapping: return .object([("type", .string("object"))])
    case .object(let type): return reference(to: type, isDefault: false)
    case .defaults(let type): return reference(to: type, isDefault: true)
    case .record(let fields): return record(fields)
    case .list(let item):
      let one = value(of: item)
      return .anyOf([one, .object([("type", .string("array")), ("items", one)])])
    case .map(let item, let keys): return map(item, keys)
    case .either(let shapes):
      // What most fields take has a name of its own, for the schema's sake.
      if shapes.count == 2, case .text(0...Int.max) = shapes[0], case .function = shapes[1] {
        return .object([("$ref", .string("#/$defs/text"))])
      }
      return .anyOf(shapes.map { value(of: $0) })
    case .function: return .object([("$ref", .string("#/$defs/intrinsic"))])
    }
  }

  private func text(_ lengths: ClosedRange<Int>) -> SchemaValue {
    var members: [(String, SchemaValue)] = [("type", Self.textTypes)]
    if lengths.lowerBound > 0 { members.append(("minLength", .integer(lengths.lowerBound))) }
    if lengths.upperBound < .max { members.append(("maxLength", .integer(lengths.upperBound))) }
    return .object(members)
  }

  /// A value that YAML knows a type for, or that stands in quotes or is a variable of the spec.
  private func scalar(_ type: String, _ pattern: String, _ more: [(String, SchemaValue)] = []) -> SchemaValue {
    .object(
      [("type", .strings([type, "string"])), ("pattern", .string(#"^(\#(pattern))$|\$\("#))] + more)
  }

  private func limits(_ range: ClosedRange<Int>) -> [(String, SchemaValue)] {
    [("minimum", .integer(range.lowerBound))]
      + (range.upperBound < .max ? [("maximum", .integer(range.upperBound))] : [])
  }

  /// A word as it is written, and as a loader of YAML may understand it.
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
    // Nothing written under an element's name is an empty mapping.
    if item.object != nil || item.isMap { element = .anyOf([element, .object([("type", .string("null"))])]) }
    var members: [(String, SchemaValue)] = [("type", .string("object")), ("additionalProperties", element)]
    if keys == .names {
      members.append(("propertyNames", .object([("pattern", .string(#"^[A-Za-z0-9_-]+$|\$\("#))])))
    }
    return .object(members)
  }

  // MARK: What is allowed everywhere

  /// One of CloudFormation's functions in its long form; the short forms are tags, which loaders turn into it.
  private static var intrinsic: SchemaValue {
    let names = Set(ShortTag.allCases.map(\.functionName)).subtracting(["Ref", "Condition"]).sorted()
    let short = names.map { $0.dropFirst("Fn::".count) }.joined(separator: "|")
    return .object([
      ("description", .string("One of CloudFormation's functions, such as `!Ref`, `!GetAtt` or `!Sub`.")),
      ("type", .string("object")), ("minProperties", .integer(1)), ("maxProperties", .integer(1)),
      ("patternProperties", .object([("^(Ref|Fn::(\(short)))$", .bool(true))])), ("additionalProperties", .bool(false)),
    ])
  }

  /// What loaders of YAML make of a text without quotes.
  private static let textTypes = SchemaValue.strings(["string", "number", "boolean"])

  private static var text: SchemaValue {
    .anyOf([.object([("type", textTypes)]), .object([("$ref", .string("#/$defs/intrinsic"))])])
  }

  private static var variable: SchemaValue {
    .object([
      ("description", .string("A text with a variable of the spec: `$(name)`.")), ("type", .string("string")),
      ("pattern", .string(#"\$\("#)),
    ])
  }

  private static let variableReference = SchemaValue.object([("$ref", .string("#/$defs/variable"))])
}

extension Shape {
  fileprivate var isMap: Bool {
    if case .map = self { true } else { false }
  }
}
