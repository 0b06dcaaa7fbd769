extension Value {
  /// The value in one form, however its texts are composed: an `Fn::Sub` or `Fn::Join` is the list of its parts, and a
  /// text with only a reference is that reference.
  public var canonical: Value {
    switch self {
    case .object(let object):
      if let parts = textParts { return Value.joined(parts.flatMap(\.canonicalParts)) }
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

  /// The canonical parts of a part, which may be put together itself.
  private var canonicalParts: [Value] { textParts?.flatMap(\.canonicalParts) ?? [canonical] }

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
