import CloudFormation

/// The conditions that mean something else in the new version.
struct ConditionChanges {
  private var names: Set<String> = []

  init(_ old: Template, _ new: Template, _ both: UpdateConditions) {
    let before = old.section("Conditions")
    let after = new.section("Conditions")
    if before == after { return }
    names = Set(
      (before.members + after.members).map(\.key).filter { name in
        before[name] == nil || after[name] == nil || !both.areSame(old: name, new: name)
      })
  }

  /// Whether all conditions are the same.
  var isEmpty: Bool { names.isEmpty }

  /// Whether a condition changes.
  func contain(_ name: String) -> Bool { names.contains(name) }

  /// Whether a changed condition chooses a value, or whether an output exists.
  func choose(_ value: Value) -> Bool {
    if isEmpty { return false }
    return !conditions(of: value).isEmpty || value.object?["Condition"]?.text.map(contain) ?? false
  }

  /// The changed conditions that choose a value.
  func conditions(of value: Value) -> [String] {
    var found: [String] = []
    value.forEachCondition { if names.contains($0), !found.contains($0) { found.append($0) } }
    return found
  }
}
