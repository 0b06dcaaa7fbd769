extension Value {
  /// The value in one form, however its texts are composed: an `Fn::Sub` or `Fn::Join` is the list of its parts, and a
  /// text with only a reference is that reference.
  public var canonical: Value {
    switch self {
    case .object(let object):
      if let parts = textParts { return Value.joined(parts) }
      return .object(Object(object.members.map { .init(key: $0.key, value: $0.value.canonical, origin: $0.origin) }))
    case .list(let items): return .list(items.map(\.canonical))
    default: return self
    }
  }

  /// The value with the keys of all mappings in it sorted.
  public var sorted: Value {
    switch self {
    case .object(let object):
      return .object(
        Object(
          object.members.sorted { $0.key < $1.key }.map {
            .init(key: $0.key, value: $0.value.sorted, origin: $0.origin)
          }))
    case .list(let items): return .list(items.map(\.sorted))
    default: return self
    }
  }

  /// The texts and values that an `Fn::Sub` or `Fn::Join` puts together; nil for other values.
  private var textParts: [Value]? {
    guard case .object(let object) = self, object.members.count == 1 else { return nil }
    switch (object.members[0].key, object.members[0].value) {
    case ("Fn::Sub", .string(let text)): return Value.substitutionParts(of: text, Object())
    case ("Fn::Sub", .list(let arguments)) where arguments.count == 2:
      guard let text = arguments[0].text, let own = arguments[1].object else { return nil }
      return Value.substitutionParts(of: text, own)
    case ("Fn::Join", .list(let arguments)) where arguments.count == 2:
      guard let delimiter = arguments[0].text, case .list(let items) = arguments[1] else { return nil }
      var parts: [Value] = []
      for (index, item) in items.enumerated() {
        if index > 0 { parts.append(.string(delimiter)) }
        parts += item.textParts ?? [item.canonical]
      }
      return parts
    default: return nil
    }
  }

  private static func substitutionParts(of text: String, _ own: Object) -> [Value] {
    var parts: [Value] = []
    var rest = Substring(text)
    while let dollar = rest.firstIndex(of: "$") {
      let after = rest.index(after: dollar)
      guard after < rest.endIndex, rest[after] == "{", let end = rest[after...].firstIndex(of: "}") else {
        parts.append(.string(String(rest[..<after])))
        rest = rest[after...]
        continue
      }
      parts.append(.string(String(rest[..<dollar])))
      let name = rest[rest.index(after: after)..<end]
      rest = rest[rest.index(after: end)...]
      if name.first == "!" {
        parts.append(.string("${\(name.dropFirst())}"))
      } else if let value = own[String(name)] {
        parts += value.textParts ?? [value.canonical]
      } else {
        let (id, attribute) = Value.parts(ofSubstitution: String(name))
        parts.append(attribute.map { .getAtt(id, $0) } ?? .ref(id))
      }
    }
    return parts + [.string(String(rest))]
  }

  private static func joined(_ parts: [Value]) -> Value {
    var merged: [Value] = []
    for part in parts {
      guard let text = part.scalar else {
        merged.append(part)
        continue
      }
      if text.isEmpty { continue }
      if case .string(let before)? = merged.last {
        merged[merged.count - 1] = .string(before + text)
      } else {
        merged.append(.string(text))
      }
    }
    switch merged.count {
    case 0: return .string("")
    case 1: return merged[0]
    default: return ["Fn::Join": ["", .list(merged)]]
    }
  }
}
