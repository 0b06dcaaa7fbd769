import CloudFormation

/// A difference between two versions of a value.
struct Difference {
  /// The keys that lead to it.
  let path: [String]
  /// The old value; nil if it is new.
  let old: Value?
  /// The new value; nil if it was removed.
  let new: Value?
  /// The conditions under which there is a difference, such as `Prod` or `not Prod`; none if there always is.
  let conditions: [String]
}

extension Difference {
  /// The differences between two values, as deep inside as possible.
  static func between(_ old: Value?, _ new: Value?, at path: [String] = []) -> [Difference] {
    var found: [Difference] = []
    add(old, new, path, [], to: &found)
    return found
  }

  private static func add(
    _ old: Value?, _ new: Value?, _ path: [String], _ conditions: [String], to found: inout [Difference]
  ) {
    // CloudFormation removes such a property.
    let (old, new) = (old == .ref("AWS::NoValue") ? nil : old, new == .ref("AWS::NoValue") ? nil : new)
    if old == new { return }
    guard let old, let new else {
      found.append(Difference(path: path, old: old, new: new, conditions: conditions))
      return
    }
    if let (condition, mine) = old.choice, let (other, theirs) = new.choice, condition == other {
      add(mine.then, theirs.then, path, conditions + [condition], to: &found)
      add(mine.else, theirs.else, path, conditions + ["not \(condition)"], to: &found)
      return
    }
    if case .object(let mine) = old, case .object(let theirs) = new, !old.isFunction, !new.isFunction {
      for member in mine.members { add(member.value, theirs[member.key], path + [member.key], conditions, to: &found) }
      for member in theirs.members where mine[member.key] == nil {
        add(nil, member.value, path + [member.key], conditions, to: &found)
      }
      return
    }
    if old.isSame(as: new) { return }
    found.append(Difference(path: path, old: old, new: new, conditions: conditions))
  }
}

extension Value {
  /// The condition and the two values of an `Fn::If`.
  fileprivate var choice: (condition: String, values: (then: Value, else: Value))? {
    guard case .object(let object) = self, object.members.count == 1, object.members[0].key == "Fn::If",
      case .list(let parts) = object.members[0].value, parts.count == 3, let condition = parts[0].text
    else { return nil }
    return (condition, (parts[1], parts[2]))
  }
}
