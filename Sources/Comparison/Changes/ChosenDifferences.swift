import CloudFormation

extension StackChanges {
  /// The conditions under which a value of a resource differs; nil if it does in no stack that has the resource.
  func conditions(
    of difference: Difference, _ before: Resource, _ after: Resource
  ) -> [ConditionLogic.Literal]? {
    let own = difference.conditions
    /// Whether the branches of both versions are chosen at once, and the resource stays.
    func mayMeet(new: [ConditionLogic.Literal], old: [ConditionLogic.Literal]) -> Bool {
      let (new, old) = (after.guards + own + new, before.guards + own + old)
      return new.isEmpty && old.isEmpty || conditionsOfBoth.mayMeet(new: new, old: old, without: [])
    }
    guard let old = difference.old, let new = difference.new, old.choice != nil || new.choice != nil else {
      return mayMeet(new: [], old: []) ? own : nil
    }
    var (same, different): ([[ConditionLogic.Literal]], [[ConditionLogic.Literal]]) = ([], [])
    for one in old.guarded {
      for other in new.guarded where mayMeet(new: other.guards, old: one.guards) {
        let guards = other.guards + one.guards.filter { !conditions.contain($0.name) }
        if one.value.canonical.isSame(as: other.value.canonical) {
          same.append(guards)
        } else {
          different.append(guards)
        }
      }
    }
    if different.isEmpty { return same.isEmpty ? own : nil }
    return different.count == 1 && !same.isEmpty ? own + different[0] : own
  }

  /// The paths that also differ if parameters had their defaults; nil for all.
  func certainPaths(_ before: Resource, _ after: Resource) -> [[String]]? {
    if defaults.isEmpty { return nil }
    let (old, new) = (before.replacingReferences(defaults), after.replacingReferences(defaults))
    return Difference.between(.object(old.properties), .object(new.properties)).map(\.path)
  }
}
