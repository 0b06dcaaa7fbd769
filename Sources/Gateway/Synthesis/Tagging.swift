import CloudFormation

/// Tags in the forms that resources take.
enum Tagging {
  /// Tags in the form that a type takes.
  static func value(_ tags: Object, _ form: PropertyForm) -> Value {
    if case .map = form.shape { return .object(tags) }
    return listOrNothing(tags.members)
  }

  /// A list of tags, which is left out where conditions leave out all of them: AWS rejects an empty one of a certificate or
  /// a listener ("#/Tags: expected minimum item count: 1, found: 0").
  static func listOrNothing(_ tags: [Object.Member]) -> Value {
    guard tags.allSatisfy({ $0.value.mayBeNothing }), let (condition, _, _) = tags.first?.value.choice,
      let name = condition.text
    else { return .list(list(tags)) }
    /// The tags where the condition holds, or where it does not.
    func branch(_ holds: Bool) -> Value? {
      let left = tags.compactMap { tag -> Object.Member? in
        guard let (other, first, second) = tag.value.choice, other == condition else { return tag }
        let value = holds ? first : second
        return value.isNothing ? nil : .init(key: tag.key, value: value, origin: tag.origin)
      }
      return left.isEmpty ? nil : listOrNothing(left)
    }
    return .choice(name, branch(true), branch(false)) ?? .nothing
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
