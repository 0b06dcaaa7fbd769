import TextSearch

/// Temporary logical IDs, which are used until the final ones are known.
extension Template {
  /// Replaces references to some logical IDs by other values, a reference, an attribute or a text each, everywhere.
  public mutating func replaceReferences(_ values: [String: Value]) {
    replaceValues { $0.replacing(values) }
    changeResources { resource in
      resource.dependsOn = resource.dependsOn.map { id in
        if case .ref(let other)? = values[id] { other } else { id }
      }
    }
  }

  /// Replaces all values; each property, output and section is passed as a whole.
  public mutating func replaceValues(_ change: (Value) -> Value) {
    func changed(_ object: Object) -> Object { change(.object(object)).object ?? object }
    changeResources { resource in
      resource.properties = changed(resource.properties)
      resource.attributes = changed(resource.attributes)
      resource.metadata = resource.metadata.map(change)
    }
    outputs = changed(outputs)
    macros = changed(macros)
    sections = sections.mapValues(change)
  }
}

extension Resource {
  /// The same with other values in place of references in its properties.
  public func replacingReferences(_ values: [String: Value]) -> Resource {
    var changed = self
    changed.properties = properties.replacing(values)
    return changed
  }
}

extension Object {
  fileprivate func replacing(_ values: [String: Value]) -> Object {
    Object(
      members.map {
        let value = $0.key == "DependsOn" ? $0.value.replacingNames(values) : $0.value.replacing(values)
        return Member(key: $0.key, value: value, origin: $0.origin)
      })
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

  /// The names in `DependsOn` of a resource that a loop makes.
  fileprivate func replacingNames(_ values: [String: Value]) -> Value {
    switch self {
    case .list(let items): return .list(items.map { $0.replacingNames(values) })
    case .string(let id):
      if case .ref(let other)? = values[id] { return .string(other) }
      return self
    // That of a container is a mapping.
    default: return replacing(values)
    }
  }

  /// The argument of `Fn::Sub` with other names in its text.
  private func substituting(_ values: [String: Value]) -> Value {
    switch self {
    case .string(let text):
      return .string(
        text.replacingSubstitutions { name in
          switch values[name] {
          case .ref(let id): "${\(id)}"
          case .getAtt(let id, let attribute): "${\(id).\(attribute)}"
          case .string(let text): text
          default: nil
          }
        })
    case .list(let parts) where !parts.isEmpty:
      return .list([parts[0].substituting(values)] + parts.dropFirst())
    default: return self
    }
  }
}
