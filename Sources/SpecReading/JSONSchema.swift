import JSONWriting

/// The JSON Schema (draft 2020-12) of a language, generated from its field declarations, for completion and checks in
/// editors.
/// It accepts everything that the program accepts, however a YAML parser types a scalar: `2.0` may arrive as a number.
/// Dependencies between fields are left to the rules.
public struct JSONSchema {
  private var names: [ObjectIdentifier: String] = [:]
  private var waiting: [(name: String, type: any SpecObject.Type, isDefault: Bool)] = []
  private var taken: Set<String> = []
  private var definitions: [(String, SchemaValue)] = []
  /// The types that have defaults: none of their fields is required.
  private var defaulted: Set<ObjectIdentifier> = []

  private init() {}

  /// The schema of a root object.
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

  mutating func reference(to type: any SpecObject.Type, isDefault: Bool) -> SchemaValue {
    let identifier = ObjectIdentifier(type)
    var name = names[identifier] ?? ""
    if name.isEmpty {
      // Types with the same name in different scopes are numbered.
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

  /// One form of an object: its key is required, and the fields of other forms are excluded.
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
}
