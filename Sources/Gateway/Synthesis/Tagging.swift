import CloudFormation

/// Tags in the forms that resources take.
enum Tagging {
  /// Tags in the form that a type takes.
  static func value(_ tags: Object, _ form: PropertyForm) -> Value {
    if case .map = form.shape { return .object(tags) }
    return .list(tags.members.map { ["Key": .string($0.key), "Value": $0.value] })
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
