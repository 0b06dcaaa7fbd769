import CloudFormation

/// The policies that are resources of their own, by the roles that they are attached to: there may be as many as roles.
struct RolePolicies {
  private let all: [Model.Resource]
  /// Indices of policies, by the logical ID of a role, by its name, and by all that they refer to.
  private var byId: [String: [Int]] = [:]
  private var byName: [String: [Int]] = [:]
  private var byReference: [String: [Int]] = [:]

  init(_ model: Model) {
    all = ["AWS::IAM::Policy", "AWS::IAM::RolePolicy", "AWS::IAM::ManagedPolicy"].flatMap(model.resources)
    for (index, policy) in all.enumerated() {
      for role in (policy["Roles"] ?? policy["RoleName"])?.list ?? [] {
        if let id = role.target { byId[id, default: []].append(index) }
        if let name = role.text { byName[name, default: []].append(index) }
      }
      var seen: Set<String> = []
      Value.object(policy.record.properties).forEachReference { id in
        if seen.insert(id).inserted { byReference[id, default: []].append(index) }
      }
    }
  }

  /// The policies of a role, and whether another one refers to it in a way that is not known.
  func policies(of role: Model.Resource) -> (policies: [Model.Resource], hasOthers: Bool) {
    var own = Set(byId[role.id] ?? [])
    if let name = role["RoleName"]?.text { own.formUnion(byName[name] ?? []) }
    let hasOthers = byReference[role.id]?.contains { !own.contains($0) } ?? false
    return (own.sorted().map { all[$0] }, hasOthers)
  }
}
