/// Permissions and policies, by the resource that they are for: one search for all that need one.
struct GrantsByTarget {
  private var known: [String: [Model.Resource]] = [:]
  /// Those for a resource that is not known, which may be any.
  private var others: [Model.Resource] = []

  /// `target` is the logical ID; nil if it is not known.
  mutating func add(_ grant: Model.Resource, for target: String?) {
    if let target { known[target, default: []].append(grant) } else { others.append(grant) }
  }

  /// Those that are, or may be, for a resource.
  func all(for target: String) -> [Model.Resource] {
    guard let own = known[target] else { return others }
    return others.isEmpty ? own : own + others
  }
}

extension Model {
  /// The permissions of functions, of those that fulfil a condition.
  func permissionsByFunction(where isIncluded: (Resource) -> Bool) -> GrantsByTarget {
    let functions = functionTable
    var grants = GrantsByTarget()
    for permission in permissions where isIncluded(permission) {
      guard let name = permission["FunctionName"] else { continue }
      grants.add(permission, for: functions.reference(name.value)?.function)
    }
    return grants
  }
}
