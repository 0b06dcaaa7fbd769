import CloudFormation

extension StackChanges {
  /// The conditions under which a value differs, such as `Prod` or `not Prod`; nil if it does in no stack.
  func conditions(of difference: Difference) -> [String]? {
    guard let old = difference.old, let new = difference.new, old.choice != nil || new.choice != nil else {
      return difference.conditions
    }
    var (same, different): ([[ConditionLogic.Literal]], [[ConditionLogic.Literal]]) = ([], [])
    for one in old.guarded {
      for other in new.guarded where conditionsOfBoth.mayMeet(new: other.guards, old: one.guards, without: []) {
        let guards = other.guards + one.guards.filter { !conditions.contain($0.name) }
        if one.value.canonical.isSame(as: other.value.canonical) {
          same.append(guards)
        } else {
          different.append(guards)
        }
      }
    }
    if different.isEmpty { return same.isEmpty ? difference.conditions : nil }
    guard different.count == 1, !same.isEmpty else { return difference.conditions }
    return difference.conditions + different[0].map { "\($0.holds ? "" : "not ")\($0.name)" }.distinct
  }

  /// The paths that also differ if removed parameters had their defaults; nil for all.
  func certainPaths(_ before: Resource, _ after: Resource) -> [[String]]? {
    guard let assumed = oldWithDefaults?[before.id] else { return nil }
    return Difference.between(.object(assumed.properties), .object(after.properties)).map(\.path)
  }
}
