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
  func makeBudget(of split: SplitTemplate) -> [LimitUse] {
    let mark = names.spec.apis.first?.mark ?? names.root ?? .nowhere
    let limit = SplitTemplate.Limit.self
    var uses: [LimitUse] = []
    func add(_ owner: String, _ counted: String, _ used: Int, _ allowed: Int, _ mark: Mark) {
      uses.append(LimitUse(owner: owner, counted: counted, used: used, allowed: allowed, mark: mark))
    }
    func add(_ owner: String, _ template: Template, size: Int) {
      add(owner, "resources", template.resources.count, limit.resources, mark)
      add(owner, "parameters", template.parameterCount, limit.parameters, mark)
      add(owner, "outputs", template.outputs.members.count, limit.outputs, mark)
      add(owner, "bytes", size, limit.bytes, mark)
    }
    add("stack", split.root, size: split.sizes[0])
    for (child, size) in zip(split.children, split.sizes.dropFirst()) {
      add("stack \(child.id)", child.template, size: size)
    }
    if split.isSplit {
      add("all stacks", "resources", split.templates.map(\.resources.count).reduce(0, +), limit.operation, mark)
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
