import CloudFormation
import SpecReading
import TextSearch
import YAMLTree

/// Schemas of models: JSON schema draft 4 (source: its meta-schema, http://json-schema.org/draft-04/schema#).
enum ModelSchema {
  /// The values that a keyword can have.
  fileprivate enum Form {
    case any, text, flag, number, count
    /// A type, or several.
    case types
    /// Names of properties.
    case names
    case list
    case schema, schemaOrFlag, schemaOrSchemas
    case schemas, schemasByName, schemasOrNamesByName
  }

  private static let keywords: [(name: String, form: Form)] = [
    ("$ref", .text), ("$schema", .text), ("additionalItems", .schemaOrFlag), ("additionalProperties", .schemaOrFlag),
    ("allOf", .schemas), ("anyOf", .schemas), ("default", .any), ("definitions", .schemasByName),
    ("dependencies", .schemasOrNamesByName), ("description", .text), ("enum", .list), ("exclusiveMaximum", .flag),
    ("exclusiveMinimum", .flag), ("format", .text), ("id", .text), ("items", .schemaOrSchemas), ("maxItems", .count),
    ("maxLength", .count), ("maxProperties", .count), ("maximum", .number), ("minItems", .count),
    ("minLength", .count), ("minProperties", .count), ("minimum", .number), ("multipleOf", .number), ("not", .schema),
    ("oneOf", .schemas), ("pattern", .text), ("patternProperties", .schemasByName), ("properties", .schemasByName),
    ("required", .names), ("title", .text), ("type", .types), ("uniqueItems", .flag),
  ]
  private static let types = ["array", "boolean", "integer", "null", "number", "object", "string"]
  private static let limit = 32_768

  /// The first mistake in the schema of a model.
  static func flaw(in schema: Model.Property) -> PlacedFlaw? {
    switch schema.value {
    case .string(let text):
      if text.utf8.count > limit { return tooLong(text.utf8.count, schema) }
      var check = JSONCheck(text)
      let isObject = text.drop { $0.isWhitespace }.hasPrefix("{") && check.firstFlaw == nil
      if !isObject { return (schema.mark, "the schema must be a mapping or its JSON text", "use `{type: object}`") }
      return text.mentions("//json-schema.org/draft") && !text.mentions("draft-04") ? otherDraft(schema) : nil
    case .object where schema.isFunction:
      if schema.openText(where: \.isBrokenJSON) == nil { return nil }
      return (schema.mark, "the schema must be a mapping or its JSON text", "close every quote and brace")
    case .object(let object):
      if let draft = object["$schema"]?.text, !draft.mentions("draft-04") { return otherDraft(schema) }
      let length = schema.value.leastSize
      return length > limit ? tooLong(length, schema) : flaw(inKeywordsOf: schema) ?? flaw(inPointersOf: schema)
    case .ref, .getAtt: return nil
    case .list, .number, .bool, .null:
      return (schema.mark, "the schema must be a mapping or its JSON text", "use `{type: object}`")
    }
  }

  private static func otherDraft(_ schema: Model.Property) -> PlacedFlaw {
    (
      schema.mark, "the schema must be JSON schema draft 4",
      "use `$schema: \"http://json-schema.org/draft-04/schema#\"`, or leave it out"
    )
  }

  private static func tooLong(_ length: Int, _ schema: Model.Property) -> PlacedFlaw {
    (schema.mark, "the schema has \(length) characters; at most \(limit) are allowed", "use a simpler schema")
  }

  // MARK: Keywords

  private static func flaw(inKeywordsOf schema: Model.Property) -> PlacedFlaw? {
    for member in schema.members where !member.name.hasPrefix("Fn::") && !member.isFunction {
      guard let form = keywords.first(where: { $0.name == member.name })?.form else {
        return (
          member.key, "\(Reader.quoted(member.name)) is not a keyword of JSON schema draft 4",
          Suggestion.help(for: member.name, among: keywords.map(\.name), or: "remove it")
        )
      }
      if let flaw = flaw(in: member, form) { return flaw }
    }
    return nil
  }

  /// A reference to a definition that the schema does not have.
  private static func flaw(inPointersOf schema: Model.Property) -> PlacedFlaw? {
    var flaw: PlacedFlaw?
    schema.forEachMapping { part in
      guard flaw == nil, let pointer = part["$ref"], let text = pointer.text, text.hasPrefix("#/"),
        !schema.leads(to: text.dropFirst(2))
      else { return }
      flaw = (
        pointer.mark, "the schema has nothing at \(Reader.quoted(text))",
        schema.partNearest(to: text).map { "did you mean `\($0)`?" } ?? "define it in `definitions` of the schema"
      )
    }
    return flaw
  }

  private static func flaw(in member: Model.Property, _ form: Form) -> PlacedFlaw? {
    switch (form, member.value) {
    case (.any, _), (.text, .string), (.flag, .bool), (.schemaOrFlag, .bool), (.number, .number): return nil
    case (.count, .number(let text)) where Int(text).map { $0 >= 0 } ?? false: return nil
    case (.types, .string(let type)): return flaw(inType: type, member)
    case (.types, .list), (.names, .list), (.list, .list), (.schemas, .list):
      guard let items = member.items, !items.isEmpty else {
        return (member.mark, "\(Reader.quoted(member.name)) is empty", "leave it out")
      }
      return items.lazy.compactMap { flaw(inItem: $0, form) }.first
    case (.schema, .object), (.schemaOrFlag, .object), (.schemaOrSchemas, .object):
      return flaw(inKeywordsOf: member)
    case (.schemaOrSchemas, .list): return member.items?.lazy.compactMap { flaw(inItem: $0, .schemas) }.first
    case (.schemasByName, .object): return member.members.lazy.compactMap { flaw(in: $0, .schema) }.first
    case (.schemasOrNamesByName, .object):
      return member.members.lazy.compactMap { flaw(in: $0, $0.items == nil ? .schema : .names) }.first
    default: return (member.mark, "\(Reader.quoted(member.name)) must be \(form.words)", help(for: member, form))
    }
  }

  private static func flaw(inItem item: Model.Property, _ form: Form) -> PlacedFlaw? {
    if item.isFunction { return nil }
    switch (form, item.value) {
    case (.types, .string(let type)): return flaw(inType: type, item)
    case (.list, _), (.names, .string): return nil
    case (.schemas, .object): return flaw(inKeywordsOf: item)
    default: return (item.mark, "\(Reader.quoted(item.name)) must be \(form.words), found \(item.found)", nil)
    }
  }

  private static func flaw(inType type: String, _ place: Model.Property) -> PlacedFlaw? {
    types.contains(type)
      ? nil
      : (
        place.mark, "\(Reader.quoted(type)) is not a valid type of JSON schema",
        Suggestion.help(for: type, among: types)
      )
  }

  private static func help(for member: Model.Property, _ form: Form) -> String? {
    switch (form, member.value) {
    case (.flag, .string), (.schemaOrFlag, .string): member.value.meaningInYAML11.map { "write `\($0)`" }
    case (.names, .bool): "add `required: [NAME]` beside `properties`"
    case (.names, .string(let name)): "write `required: [\(name)]`"
    case (.flag, .number): "write the number as `minimum` or `maximum`"
    case (.schemasByName, .list): "write `{NAME: {type: string}}`"
    case (.schema, _), (.schemaOrFlag, _), (.schemaOrSchemas, _): "write `{type: string}` or the like"
    default: nil
    }
  }
}

extension ModelSchema.Form {
  /// The allowed values, for messages.
  fileprivate var words: String {
    switch self {
    case .any: "a value"
    case .text: "a string"
    case .flag: "true or false in draft 4"
    case .number: "a number"
    case .count: "an integer that is not negative"
    case .types: "a type or a list of types"
    case .names: "a list of property names in draft 4"
    case .list: "a list"
    case .schema: "a schema"
    case .schemaOrFlag: "a schema, true or false"
    case .schemaOrSchemas: "a schema or a list of schemas"
    case .schemas: "a list of schemas"
    case .schemasByName: "a mapping of names to schemas"
    case .schemasOrNamesByName: "a mapping of names to schemas or lists of names"
    }
  }
}
