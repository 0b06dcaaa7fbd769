import CloudFormation

extension StackChanges {
  /// The differences outside of `Properties`: policies, conditions, and what a condition means.
  func attributeChanges(_ before: Resource, _ after: Resource) -> [ResourceChange.Property] {
    var names: [String] = []
    if mayEnd(before, after) || mayBegin(before, after) { names.append("Condition") }
    if before.deletionPolicy != after.deletionPolicy { names.append("DeletionPolicy") }
    names += Difference.between(.object(before.attributes), .object(after.attributes)).compactMap(\.path.first)
    return names.map { ResourceChange.Property(name: $0, conditions: [], replaces: .never, through: nil) }
  }

  /// Whether a resource has a condition that differs.
  private func changesCondition(_ before: Resource, _ after: Resource) -> Bool {
    before.condition != after.condition || after.condition.map(conditions.contain) ?? false
  }

  /// Whether its condition deletes a resource in some stack.
  func mayEnd(_ before: Resource, _ after: Resource) -> Bool {
    guard let condition = after.condition, changesCondition(before, after) else { return false }
    return conditionsOfBoth.mayMeet(new: [.init(name: condition, holds: false)], old: before.guards, without: [])
  }

  /// Whether its condition creates a resource in some stack.
  private func mayBegin(_ before: Resource, _ after: Resource) -> Bool {
    guard let condition = before.condition, changesCondition(before, after) else { return false }
    return conditionsOfBoth.mayMeet(new: after.guards, old: [.init(name: condition, holds: false)], without: [])
  }
}
