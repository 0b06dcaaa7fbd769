/// Temporary logical IDs, which are used until the final ones are known.
extension Template {
  /// Replaces references to some logical IDs by other values, a reference or an attribute each, everywhere.
  public mutating func replaceReferences(_ values: [String: Value]) {
    for resource in resources {
      var replaced = resource
      replaced.properties = resource.properties.replacing(values)
      replaced.attributes = resource.attributes.replacing(values)
      replaced.metadata = resource.metadata?.replacing(values)
      replaced.dependsOn = resource.dependsOn.map { id in
        if case .ref(let other)? = values[id] { other } else { id }
      }
      self[resource.id] = replaced
    }
    outputs = outputs.replacing(values)
    macros = macros.replacing(values)
    sections = sections.mapValues { $0.replacing(values) }
  }
}

extension Object {
  fileprivate func replacing(_ values: [String: Value]) -> Object {
    Object(members.map { Member(key: $0.key, value: $0.value.replacing(values), origin: $0.origin) })
  }
}

extension Value {
  fileprivate func replacing(_ values: [String: Value]) -> Value {
    switch self {
    case .ref(let id): return values[id] ?? self
    case .list(let items): return .list(items.map { $0.replacing(values) })
    case .object(let object):
      if object.members.count == 1, object.members[0].key == "Fn::Sub" {
        return ["Fn::Sub": object.members[0].value.replacing(values).substituting(values)]
      }
      return .object(object.replacing(values))
    case .getAtt, .string, .number, .bool, .null: return self
    }
  }

  /// The argument of `Fn::Sub` with other names in its text.
  private func substituting(_ values: [String: Value]) -> Value {
    switch self {
    case .string(let text):
      return .string(
        Value.replacingSubstitutions(in: text) { name in
          switch values[name] {
          case .ref(let id): "${\(id)}"
          case .getAtt(let id, let attribute): "${\(id).\(attribute)}"
          default: nil
          }
        })
    case .list(let parts) where !parts.isEmpty:
      return .list([parts[0].substituting(values)] + parts.dropFirst())
    default: return self
    }
  }
}
