import JSONWriting

/// The JSON Schema (draft 2020-12) of a language, generated from its field declarations, for completion and checks in
/// editors.
/// It accepts everything that the program accepts, however a YAML parser types a scalar: `2.0` may arrive as a number.
/// Other dependencies between fields than their forms are left to the rules.
public struct JSONSchema {
  private var names: [ObjectIdentifier: String] = [:]
  private var waiting: [(name: String, type: any SpecObject.Type, isDefault: Bool)] = []
  private var taken: Set<String> = []
  private var definitions: [(String, SchemaValue)] = []
  /// The types that have defaults: none of their fields is required.
  private var defaulted: Set<ObjectIdentifier> = []

  private let examples: ObjectExamples

  private init(examples: ObjectExamples) { self.examples = examples }

  /// The schema of a root object. `constraints` are further members of the root, with the definitions that they use.
  public static func json<T: SpecObject>(
    of root: T.Type, title: String, description: String, id: String? = nil, examples: ObjectExamples = .none,
    constraints: [(String, SchemaValue)] = [], definitions: [(String, SchemaValue)] = []
  ) -> [UInt8] {
    var schema = JSONSchema(examples: examples)
    let reference = schema.reference(to: root, isDefault: false)
    while !schema.waiting.isEmpty {
      let next = schema.waiting.removeFirst()
      schema.define(next.name, next.type, isDefault: next.isDefault)
    }
    let head: [(String, SchemaValue)] =
      [("$schema", .string("https://json-schema.org/draft/2020-12/schema"))] + (id.map { [("$id", .string($0))] } ?? [])
      + [("title", .string(title)), ("description", .string(description))]
    let common: [(String, SchemaValue)] = [
      ("function", function), ("intrinsic", intrinsic), ("text", text), ("variable", variable),
    ]
    let all = common + schema.frequent() + definitions + schema.definitions.sorted { $0.0 < $1.0 }
    let value = SchemaValue.object(head + reference.members + constraints + [("$defs", .object(all))])
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
    for field in fields { properties.append((field.key, value(of: field.shape).adding(annotations(of: field)))) }
    var members: [(String, SchemaValue)] = [
      ("type", .string("object")), ("properties", .object(properties)),
      ("patternProperties", .object([(#"^x-|\$\("#, .bool(true))])), ("additionalProperties", .bool(false)),
    ]
    if !type.mayBeEmpty && !isDefault { members.append(("minProperties", .integer(1))) }
    let isWhole = !isDefault && !defaulted.contains(type.defaultsOwner)
    let required = isWhole ? fields.filter { $0.isRequired && $0.form == nil }.map(\.key) : []
    if !required.isEmpty { members.append(("required", .strings(required))) }
    if !isDefault {
      let forms = choices.map { selection(among: $0, common: common, isWhole: isWhole) }
      if !forms.isEmpty { members.append(("allOf", .array(forms))) }
    }
    var parts = Parts()
    parts.objects = [.object(members)]
    if !isDefault { parts.add(shorthands(of: type)) }
    definitions.append((name, union(parts).adding(isDefault ? [] : illustration(of: type))))
  }

  /// The form whose key is present; otherwise the form without a key, or one of the keys is required.
  private func selection(among choice: [Choice], common: Set<String>, isWhole: Bool) -> SchemaValue {
    let keyed = choice.filter { $0.key != nil }
    let last: SchemaValue
    if let other = choice.first(where: { $0.key == nil }) {
      last = form(other, among: choice, common: common, isWhole: isWhole)
    } else {
      let keys = keyed.compactMap(\.key)
      last = .object([
        ("anyOf", .array(keys.map { .object([("required", .strings([$0]))]) })),
        ("errorMessage", .string("write one of \(Suggestion.list(keys))")),
      ])
    }
    let tests = keyed.map { one in
      (
        test: SchemaValue.object([("required", .strings([one.key ?? ""]))]),
        form: form(one, among: choice, common: common, isWhole: isWhole)
      )
    }
    // A chain reports the keys of one form only; a long one would be nested too deeply.
    if tests.count <= 20 || keyed.count < choice.count {
      return tests.reversed().reduce(last) { rest, one in .when(one.test, then: one.form, otherwise: rest) }
    }
    return .object([("allOf", .array([last] + tests.map { .when($0.test, then: $0.form) }))])
  }

  /// One form of an object: its required keys, and the fields of other forms, which are excluded.
  private func form(
    _ choice: Choice, among all: [Choice], common: Set<String>, isWhole: Bool
  ) -> SchemaValue {
    let own = common.union(choice.fields.map(\.key))
    let required = choice.required.filter { isWhole && $0 != choice.key }
    var foreign: [String] = []
    for key in all.flatMap({ $0.fields.map(\.key) }) where !own.contains(key) && !foreign.contains(key) {
      foreign.append(key)
    }
    var members: [(String, SchemaValue)] = []
    if !required.isEmpty { members.append(("required", .strings(required))) }
    if !foreign.isEmpty {
      let words = choice.key.map { "not beside `\($0)`" } ?? "not in this form"
      members.append(
        (
          "propertyNames",
          .object([
            ("pattern", .string("^(?!(\(foreign.joined(separator: "|")))$)")), ("patternErrorMessage", .string(words)),
          ])
        ))
    }
    return .object(members)
  }

  // MARK: Annotations

  /// Documentation, default and example of a field.
  private func annotations(of field: FieldDescription) -> [(String, SchemaValue)] {
    let text = field.form.map { "\(field.documentation) (\($0))" } ?? field.documentation
    var all: [(String, SchemaValue)] = [("description", .string(text))]
    if text.contains("`") { all.append(("markdownDescription", .string(text))) }
    if let literal = field.clause.literal {
      all.append(("default", SchemaValue(plain: literal, isPlain: !field.isText)))
    }
    if let example = field.example, field.isText { all.append(("examples", .strings([example]))) }
    return all
  }

  /// An example of an object, and the same as a snippet.
  private func illustration(of type: any SpecObject.Type) -> [(String, SchemaValue)] {
    guard let value = examples.value(of: type) else { return [] }
    let label = value.members.map(\.0).joined(separator: ", ")
    let snippet = SchemaValue.object([("label", .string(label)), ("body", value.escapedForSnippet)])
    return [("examples", .array([value]))] + (label.isEmpty ? [] : [("defaultSnippets", .array([snippet]))])
  }
}

extension FieldDescription {
  /// Whether its scalars are strings.
  fileprivate var isText: Bool {
    func isText(_ shape: Shape) -> Bool {
      switch shape {
      case .text, .matching, .words: true
      case .either(let shapes): shapes.contains(where: isText)
      case .list(let item): isText(item)
      default: false
      }
    }
    return isText(shape)
  }
}
