import CloudFormation

/// A difference between two versions of a value.
struct Difference {
  /// The keys that lead to it.
  let path: [String]
  /// The old value; nil if it is new.
  let old: Value?
  /// The new value; nil if it was removed.
  let new: Value?
  /// The conditions under which there is a difference; none if there always is.
  let conditions: [ConditionLogic.Literal]
}

extension Difference {
  /// The differences between two values, as deep inside as possible.
  static func between(_ old: Value?, _ new: Value?) -> [Difference] {
    var found: [Difference] = []
    add(old, new, [], [], to: &found)
    return found
  }

  private static func add(
    _ old: Value?, _ new: Value?, _ path: [String], _ conditions: [ConditionLogic.Literal], to found: inout [Difference]
  ) {
    // CloudFormation removes such a property.
    let (old, new) = (old?.isNothing == true ? nil : old, new?.isNothing == true ? nil : new)
    if old == new { return }
    guard let old, let new else {
      found.append(Difference(path: path, old: old, new: new, conditions: conditions))
      return
    }
    if let mine = old.choice, let theirs = new.choice, mine.condition == theirs.condition,
      let condition = mine.condition.text
    {
      add(mine.first, theirs.first, path, conditions + [.holds(condition)], to: &found)
      add(mine.second, theirs.second, path, conditions + [.init(name: condition, holds: false)], to: &found)
      return
    }
    if case .object(let mine) = old, case .object(let theirs) = new, !old.isFunction, !new.isFunction {
      for member in mine.members { add(member.value, theirs[member.key], path + [member.key], conditions, to: &found) }
      for member in theirs.members where mine[member.key] == nil {
        add(nil, member.value, path + [member.key], conditions, to: &found)
      }
      return
    }
    if old.canonical.isSame(as: new.canonical) { return }
    found.append(Difference(path: path, old: old, new: new, conditions: conditions))
  }
}
