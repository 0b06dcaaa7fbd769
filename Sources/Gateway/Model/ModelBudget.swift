import CloudFormation
import YAMLTree

/// The use of a limit or quota of AWS's.
public struct LimitUse: Sendable {
  /// The stack, API or role.
  public let owner: String
  /// The noun of what is counted.
  public let counted: String
  /// How many there are.
  public let used: Int
  /// How many there may be.
  public let allowed: Int
  let mark: Mark

  /// The use in percent, rounded down.
  public var percent: Int { used * 100 / allowed }
}

extension Model {
  /// The use of every limit that a growing spec reaches: those of templates, of APIs, of policies.
  func makeBudget(of stacks: [StackUse]) -> [LimitUse] {
    let mark = names.spec.apis.first?.mark ?? names.root ?? .nowhere
    let limit = SplitTemplate.Limit.self
    var uses: [LimitUse] = []
    func add(_ owner: String, _ counted: String, _ used: Int, _ allowed: Int, _ mark: Mark) {
      uses.append(LimitUse(owner: owner, counted: counted, used: used, allowed: allowed, mark: mark))
    }
    for use in stacks {
      let owner = use.stack.map { "stack \($0)" } ?? "stack"
      add(owner, "resources", use.resources, limit.resources, mark)
      add(owner, "parameters", use.parameters, limit.parameters, mark)
      add(owner, "outputs", use.outputs, limit.outputs, mark)
      add(owner, "bytes", use.bytes, limit.bytes, mark)
    }
    if stacks.count > 1 {
      add("all stacks", "resources", stacks.map(\.resources).reduce(0, +), limit.operation, mark)
    }
    for api in apis.all {
      for (counted, used, quota) in api.quotas where used > 0 { add("API \(api.name)", counted, used, quota, api.mark) }
    }
    for (resource, size, quota) in policies {
      add("policies of \(resource.name)", "characters", size, quota, resource.mark)
    }
    return uses
  }
}

extension Model.Api {
  static let routeQuota = 300
  static let integrationQuota = 300
  static let authorizerQuota = 10
  static let stageQuota = 10

  /// The parts of which an API can have only so many, by default (source: API Gateway's quotas).
  fileprivate var quotas: [(counted: String, used: Int, quota: Int)] {
    [
      ("routes", routes.count, Self.routeQuota), ("integrations", integrations.count, Self.integrationQuota),
      ("authorizers", authorizers.count, Self.authorizerQuota), ("stages", stages.count, Self.stageQuota),
    ]
  }
}

extension Model {
  /// The roles and policies, with the number of characters of their policies, at the least, and with the quota.
  var policies: [(resource: Resource, size: Int, quota: Int)] {
    ["Role", "Policy", "RolePolicy", "ManagedPolicy"].flatMap { type in
      resources("AWS::IAM::\(type)").compactMap { resource in
        resource.policySize.map { (resource, $0, type == "ManagedPolicy" ? 6_144 : 10_240) }
      }
    }
  }
}

extension Model.Resource {
  /// The size of its policies, at the least; nil where it has none.
  fileprivate var policySize: Int? {
    guard let policies = record.properties["Policies"] else { return record.properties["PolicyDocument"]?.leastSize }
    guard case .list(let list) = policies else { return nil }
    return list.map { $0.object?["PolicyDocument"]?.leastSize ?? 0 }.reduce(0, +)
  }
}
