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
    tags.map { tag in tag.value.forEachChoice { ["Key": .string(tag.key), "Value": $0] } }
  }

  /// The tags of a property in either form.
  static func members(_ value: Value?) -> Object {
    switch value {
    case .object(let tags): return tags
    case .list(let entries):
      var tags = Object()
      for entry in entries {
        if let key = entry.object?["Key"]?.text { tags[key] = entry.object?["Value"] }
      }
      return tags
    default: return Object()
    }
  }
}
