/// Schemas for one of several shapes. The type of a value selects the schema, so that a validator names the wrong key in
/// it, and not "not valid under any of the given schemas".
extension JSONSchema {
  /// The schemas of several shapes by the type of value that they describe.
  struct Parts {
    var objects: [SchemaValue] = []
    var scalars: [SchemaValue] = []
    var items: SchemaValue?
    var takesFunction = false
    var takesNull = false

    mutating func add(_ other: Parts) {
      objects += other.objects
      scalars += other.scalars
      items = items ?? other.items
      takesFunction = takesFunction || other.takesFunction
      takesNull = takesNull || other.takesNull
    }
  }

  mutating func parts(of shape: Shape) -> Parts {
    var parts = Parts()
    switch shape {
    case .either(let shapes): for inner in shapes { parts.add(self.parts(of: inner)) }
    case .list(let item):
      parts = self.parts(of: item)
      parts.items = union(parts)
    case .function: parts.takesFunction = true
    case .null: parts.takesNull = true
    case .object(let type):
      parts.objects = [value(of: shape)]
      parts.add(shorthands(of: type))
    case .defaults, .record, .map, .mapping: parts.objects = [value(of: shape)]
    default: parts.scalars = [value(of: shape)]
    }
    return parts
  }

  /// The values that an object may be abbreviated to. A URL may be the value of another key
  /// than a name.
  mutating func shorthands(of type: any SpecObject.Type) -> Parts {
    let keys = type.shorthands
    let fields = keys.isEmpty ? [] : Describer.list(of: type)
    var parts = Parts()
    var scalars: [SchemaValue] = []
    for key in keys {
      guard let field = fields.first(where: { $0.key == key }) else { continue }
      var inner = self.parts(of: field.shape)
      inner.objects = []
      scalars.append(.anyOf(inner.scalars))
      inner.scalars = []
      parts.add(inner)
    }
    let keyOfUrl = type.shorthand(for: "https://example.com").map { String(describing: $0) }
    if keys.count == 2, scalars.count == 2, keyOfUrl == keys[1] {
      let isUrl = SchemaValue.object([("type", .string("string")), ("pattern", .string("://"))])
      scalars = [.when(isUrl, then: scalars[1], otherwise: scalars[0])]
    }
    parts.scalars = scalars
    return parts
  }

  /// A schema that the type of the value selects.
  func union(_ parts: Parts) -> SchemaValue {
    var result = parts.scalars.isEmpty ? nil : SchemaValue.anyOf(parts.scalars)
    if !parts.objects.isEmpty { result = otherwise(.anyOf(parts.objects), for: "object", result) }
    if parts.takesFunction {
      let function = SchemaValue.reference("intrinsic")
      let test: SchemaValue = parts.objects.isEmpty ? type("object") : .reference("function")
      result = result.map { .when(test, then: function, otherwise: $0) } ?? function
    }
    if let items = parts.items {
      result = otherwise(.object([("type", .string("array")), ("items", items)]), for: "array", result)
    }
    if parts.takesNull { result = otherwise(.object([]), for: "null", result) }
    return result ?? .object([])
  }

  private func otherwise(_ schema: SchemaValue, for name: String, _ rest: SchemaValue?) -> SchemaValue {
    rest.map { .when(type(name), then: schema, otherwise: $0) } ?? schema
  }

  private func type(_ name: String) -> SchemaValue { .object([("type", .string(name))]) }
}
