import CloudFormation
import SpecReading

extension Synthesis {
  /// Attributes that are secrets (source: CloudFormation's resource schemas).
  private static let secretAttributes: Set = ["ClientSecret", "SecretAccessKey", "SecretString", "PrivateKey"]

  /// Decides which resources are in nested stacks, before versions and deployments get their logical IDs: those are
  /// renewed when a resource moves.
  mutating func planSplit() {
    let groups = routeGroups
    let nested = groups.compactMapValues { $0.value.nested?.literal }
    let sizes = template.resources.indices.map { template.resources[$0].byteCount }
    let use = StackUse(nil, of: template, bytes: template.byteCount(resources: sizes))
    uses = [use]
    guard use.exceedsLimits || nested.values.contains(true) else { return }
    let references = ReferenceGraph(template)
    let plan = SplitPlan(template, references, moving(groups), nested: nested, sizes: sizes)
    self.references = references
    if plan.homes.contains(where: { $0 != nil }) {
      self.plan = plan
      uses = plan.uses
    }
    for group in plan.crowdedOut {
      guard let api = groups[group] else { continue }
      fail(
        .routesInNestedStacks, at: api.mark,
        "the routes of \(Reader.quoted(api.name)) are in nested stacks, because the main stack has room for "
          + "\(SplitTemplate.Limit.resources) resources",
        help: "set `nested: true` on the API, so that its routes never move back")
    }
  }

  /// The nested stacks of moved resources.
  var homes: [String: String] { plan?.homes(in: template) ?? [:] }

  /// The attributes that nested stacks need special parameters for.
  static let passedKinds = PassedValueKinds(lists: ResourceType.listAttributes, secrets: secretAttributes)

  // MARK: What may move

  /// The APIs whose routes can be in nested stacks, by the prefix of these.
  private var routeGroups: [String: Named<Api>] {
    Dictionary(names.spec.apis.map { (names.id(.api($0.name)), $0) }) { first, _ in first }
  }

  private func moving(_ groups: [String: Named<Api>]) -> [Moving] {
    let types = types
    let kept = keptByOthers(types)
    let prefixes = Dictionary(groups.map { (values.id(of: $0.value), $0.key) }) { first, _ in first }
    func group(_ api: Value) -> Moving {
      if case .ref(let id) = api { return .group(prefixes[api] ?? id) }
      return prefixes[api].map { .group($0) } ?? .never
    }
    // The routes of an API follow each other.
    var last: (api: Value, moving: Moving) = (.null, .never)
    // By index, here and below: a loop over resources would copy each of them.
    return types.indices.map { index in
      guard let type = types[index], let moves = type.moves, !kept.contains(template.resources[index].id) else {
        return .never
      }
      switch moves {
      case .with(let property): return .with(property)
      case .withRoutes:
        guard let api = template.resources[index].properties["ApiId"] else { return .never }
        if api != last.api { last = (api, group(api)) }
        return last.moving
      case .first: return type.isNamed(template.resources[index]) ? .named : .first
      case .later: return type.isNamed(template.resources[index]) ? .named : .later
      case .ifRetained:
        guard template.resources[index].deletionPolicy?.text?.hasPrefix("Retain") ?? false else { return .never }
        return type.isNamed(template.resources[index]) ? .named : .later
      }
    }
  }

  /// The descriptions of the resources' types, of which a template has few.
  private var types: [ResourceType?] {
    var known: [String: ResourceType?] = [:]
    var last: (name: String, type: ResourceType?) = ("", nil)
    return template.resources.indices.map { index in
      let name = template.resources[index].type
      if name == last.name { return last.type }
      let type = known[name] ?? ResourceType.named(name)
      known[name] = type
      last = (name, type)
      return type
    }
  }

  /// The resources that must not change, because another stack imports them, or something would be replaced with them.
  private func keptByOthers(_ types: [ResourceType?]) -> Set<String> {
    var kept: Set<String> = []
    for output in template.outputs.members where output.value.object?["Export"] != nil {
      output.value.forEachReference { kept.insert($0) }
    }
    var createOnly: [String: [String]] = [:]
    for index in types.indices where types[index]?.moves == nil {
      let resource = template.resources[index]
      if createOnly[resource.type] == nil {
        createOnly[resource.type] = CreateOnly(of: resource.type)?.always.map { $0[0] } ?? []
      }
      for property in createOnly[resource.type] ?? [] {
        resource.properties[property]?.forEachReference { kept.insert($0) }
      }
    }
    return kept
  }
}

extension StackUse {
  /// Whether the template must be split. Logical IDs that are not known yet can be somewhat longer.
  fileprivate var exceedsLimits: Bool {
    resources > SplitTemplate.Limit.resources || bytes > SplitTemplate.Limit.bytes / 100 * 99
  }
}

extension ResourceType {
  /// Whether a resource has the name that AWS holds unique.
  fileprivate func isNamed(_ resource: CloudFormation.Resource) -> Bool {
    !unique.isEmpty && unique.allSatisfy { resource.properties[$0] != nil }
  }
}
