import CloudFormation

/// Tags in the forms that resources take.
enum Tagging {
  /// Tags in the form that a type takes.
  static func value(_ tags: Object, _ form: PropertyForm) -> Value {
    if case .map = form.shape { return .object(tags) }
    return .list(list(tags.members))
  }

  /// Tags with `Key` and `Value`; one without a value under a condition is left out.
  static func list(_ tags: [Object.Member]) -> [Value] {
    tags.map { tag in
      tag.value.forEachChoice { value in
        .object(
          Object([.init(key: "Key", value: .string(tag.key)), .init(key: "Value", value: value, origin: tag.origin)]))
      }
    }
  }

  /// The tags of a property in either form.
  static func members(_ value: Value?) -> Object {
    switch value {
    case .object(let tags): return tags
    case .list(let entries):
      var tags = Object()
      for entry in entries {
        guard let entry = entry.object, let key = entry["Key"]?.text, let value = entry.member("Value") else {
          continue
        }
        tags.set(Object.Member(key: key, value: value.value, origin: value.origin))
      }
      return tags
    default: return Object()
    }
  }
}
