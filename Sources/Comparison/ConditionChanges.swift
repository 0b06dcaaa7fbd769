import CloudFormation

/// The conditions that mean something else in the new version.
struct ConditionChanges {
  private var names: Set<String> = []

  init(_ old: Template, _ new: Template) {
    let before = old.sections["Conditions"]?.object ?? Object()
    let after = new.sections["Conditions"]?.object ?? Object()
    if before == after { return }
    names = Set(
      (before.members + after.members).map(\.key).filter { name in
        guard let one = before[name], let other = after[name] else { return true }
        return !one.canonical.isSame(as: other.canonical)
      })
    // One may be made of others.
    var count = -1
    while count != names.count {
      count = names.count
      for condition in after.members where condition.value.namesCondition(in: names) { names.insert(condition.key) }
    }
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

extension Value {
  /// Whether `{Condition: NAME}` with one of these names is in it.
  fileprivate func namesCondition(in names: Set<String>) -> Bool {
    switch self {
    case .list(let items): items.contains { $0.namesCondition(in: names) }
    case .object(let object):
      object.members.contains { member in
        member.key == "Condition" && member.value.text.map(names.contains) ?? false
          || member.value.namesCondition(in: names)
      }
    case .string, .number, .bool, .null, .ref, .getAtt: false
    }
  }
}
