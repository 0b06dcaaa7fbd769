import CloudFormation
import Gateway

/// The changes of all resources between two versions of a stack, as CloudFormation makes them.
struct StackChanges {
  let old: WholeStack
  let new: WholeStack
  /// In the order of the new template; deleted resources last.
  private(set) var all: [ResourceChange] = []
  /// The index of each resource's change.
  private var indices: [String: Int] = [:]
  /// The resources whose type changes under their logical ID.
  private(set) var retyped: [String] = []
  private var facts: [String: UpdateFacts] = [:]
  let mappings: MappingChanges
  let conditions: ConditionChanges
  /// The conditions of both versions.
  let conditionsOfBoth: UpdateConditions
  /// The APIs of both versions by logical ID or ID, if there are changes.
  private(set) var apis: (old: [String: ApiVersion], new: [String: ApiVersion]) = ([:], [:])
  /// The defaults of the old version's parameters, which the stack probably has.
  let defaults: [String: Value]

  init(from old: WholeStack, to new: WholeStack) {
    self.old = old
    self.new = new
    conditionsOfBoth = UpdateConditions(old.template, new.template)
    conditions = ConditionChanges(old.template, new.template, conditionsOfBoth)
    mappings = MappingChanges(old.template, new.template)
    defaults = old.template.defaults
    for resource in new.template.resources { compare(resource) }
    for resource in old.template.resources where new.template[resource.id] == nil {
      add(change(resource, .deleted, condition: resource.condition))
    }
    propagate()
    if !all.isEmpty {
      apis = (ApiVersion.all(of: old.withDefaults(ofParametersMissingIn: new) ?? old), ApiVersion.all(of: new))
    }
  }

  /// The change of a resource; nil if it stays as it is.
  subscript(_ id: String) -> ResourceChange? { indices[id].map { all[$0] } }

  /// Whether a resource is new in its stack; false for none.
  func isFresh(_ id: String?) -> Bool { id.flatMap { self[$0]?.isFresh } ?? false }

  /// Whether a value refers to such a resource.
  func refersToFresh(_ value: Value) -> Bool { value.refers { isFresh($0) } }

  /// Whether a resource is the same after the update, in the stack or outside of it.
  func stays(_ id: String) -> Bool {
    new.template[id] == nil ? self[id]?.isRetained ?? false : !isFresh(id)
  }

  /// The facts about a type, looked up once.
  mutating func facts(about type: String) -> UpdateFacts {
    if let known = facts[type] { return known }
    let found = UpdateFacts(of: type)
    facts[type] = found
    return found
  }

  // MARK: Comparing

  private mutating func compare(_ resource: Resource) {
    let id = resource.id
    guard let before = old.template[id] else { return add(change(resource, .added, condition: resource.condition)) }
    if before.type != resource.type {
      if UpdateFacts.deployed(before.type) == UpdateFacts.deployed(resource.type) {
        return add(changeOfTransform(before, resource))
      }
      retyped.append(id)
      return add(change(resource, .replaced))
    }
    if old.homes[id] != new.homes[id] { return add(change(resource, .moved)) }
    var properties = propertyChanges(before, resource)
    if resource.type == "AWS::DynamoDB::Table" { TableChanges.correct(&properties, before, resource) }
    properties += attributeChanges(before, resource)
    if properties.isEmpty { return }
    add(change(resource, properties.contains { $0.replaces == .always } ? .replaced : .changed, properties))
  }

  /// The change of a resource that SAM made before, or makes now: it stays if its name and its kind do.
  private mutating func changeOfTransform(_ before: Resource, _ after: Resource) -> ResourceChange {
    let names = [before, after].map { facts(about: $0.type).claim(of: $0.properties) }
    let (old, new) = (UpdateFacts.kind(of: before), UpdateFacts.kind(of: after))
    let isOther = old.value != new.value && old.value != nil && new.value != nil
    let isReplaced = names[0] != names[1] || isOther
    let reason = isOther ? new.property : isReplaced ? facts(about: after.type).name : nil
    return change(
      after, isReplaced ? .replaced : .changed,
      [.init(name: reason ?? "Type", conditions: [], replaces: isReplaced ? .always : .never, through: nil)])
  }

  private mutating func propertyChanges(_ before: Resource, _ after: Resource) -> [ResourceChange.Property] {
    let facts = facts(about: after.type)
    let mapped = mappings.isEmpty ? [] : after.properties.members.filter { mappings.change($0.value) }
    var changes = mapped.map { member in
      let replaces = facts.replacement(by: member.key, member.value) { mappings.change($0) }
      return ResourceChange.Property(name: member.key, conditions: [], replaces: replaces, through: nil)
    }
    for member in conditions.isEmpty ? [] : after.properties.members
    where before.properties[member.key] == member.value {
      let names = conditions.conditions(of: member.value)
      if names.isEmpty { continue }
      // They may still choose what they chose before.
      let replaces = facts.replacement(by: member.key, member.value) { !conditions.conditions(of: $0).isEmpty }
      changes.append(
        ResourceChange.Property(
          name: member.key, conditions: names, replaces: replaces == .never ? .never : .sometimes, through: nil))
    }
    if before.properties == after.properties { return changes }
    let differences = Difference.between(.object(before.properties), .object(after.properties))
    let certain = certainPaths(before, after)
    return changes
      + differences.compactMap { difference in
        guard !areSame(difference.old, difference.new), let conditions = conditions(of: difference, before, after)
        else {
          return nil
        }
        let replaces = facts.replacement(by: difference.path, from: difference.old, to: difference.new)
        let isCertain = certain?.contains(difference.path) ?? true
        return ResourceChange.Property(
          // All of them, where one version has a function.
          name: difference.path.isEmpty ? "Properties" : difference.path.joined(separator: "."),
          conditions: conditions.map { "\($0.holds ? "" : "not ")\($0.name)" }.distinct,
          replaces: replaces == .always && !isCertain ? .sometimes : replaces, through: nil)
      }
  }

  // MARK: Consequences

  /// A resource that refers to a replaced one changes as well, and is replaced if the reference cannot be changed.
  private mutating func propagate() {
    var fresh = all.filter { $0.action == .replaced || $0.action == .moved }.map(\.id)
    if fresh.isEmpty { return }
    var referrers: [String: [Int]] = [:]
    for (index, resource) in new.template.resources.enumerated() {
      Value.object(resource.properties).forEachReference { referrers[$0, default: []].append(index) }
    }
    while let id = fresh.popLast() {
      for index in Set(referrers[id] ?? []).sorted() {
        let resource = new.template.resources[index]
        if let change = self[resource.id], change.isFresh {
          // It has one more reason.
          if change.action == .replaced, !change.properties.isEmpty { _ = follow(resource, to: id) }
          continue
        }
        let wasReplaced = follow(resource, to: id)
        if wasReplaced { fresh.append(resource.id) }
      }
    }
  }

  /// Adds the consequences of a replaced resource for one that refers to it; returns whether that one is replaced.
  private mutating func follow(_ resource: Resource, to id: String) -> Bool {
    let facts = facts(about: resource.type)
    var found = self[resource.id]?.properties ?? []
    for member in resource.properties.members {
      func mentions(_ value: Value) -> Bool { value.refers { $0 == id } }
      guard mentions(member.value), !found.contains(where: { $0.name == member.key }) else { continue }
      let replaces = facts.replacement(by: member.key, member.value, where: mentions)
      found.append(ResourceChange.Property(name: member.key, conditions: [], replaces: replaces, through: id))
    }
    let isReplaced = found.contains { $0.replaces == .always }
    add(change(resource, isReplaced ? .replaced : .changed, found))
    return isReplaced
  }

  /// The resources with which a resource is replaced, the nearest first.
  func causes(of change: ResourceChange) -> [String] {
    var causes: [String] = []
    var next: ResourceChange? = change
    while let current = next, current.action == .replaced,
      let cause = current.properties.lazy.filter({ $0.replaces == .always }).compactMap(\.through).first
    {
      causes.append(cause)
      next = self[cause]
    }
    return causes
  }

  /// Whether a deleted resource is probably created again under another logical ID: a new one could have its own.
  func isRenamed(_ change: ResourceChange) -> Bool {
    guard change.action == .deleted, let before = old.template[change.id] else { return false }
    let facts = UpdateFacts(of: change.type)
    return all.contains { other in
      guard other.action == .added, other.type == change.type, let after = new.template[other.id] else { return false }
      return (before.properties.members + after.properties.members).allSatisfy { member in
        let (one, two) = (before.properties[member.key], after.properties[member.key])
        return one == two || facts.replacement(by: [member.key], from: one, to: two) == .never
      }
    }
  }

  // MARK: Collecting

  private func change(
    _ resource: Resource, _ action: ResourceChange.Action, _ properties: [ResourceChange.Property] = [],
    condition: String? = nil
  ) -> ResourceChange {
    let before = old.template[resource.id]
    // What happens to a removed resource depends on the old template, to a replaced one on the new.
    let mayBeReplaced = action == .replaced || properties.contains { $0.replaces == .sometimes }
    let policy =
      mayBeReplaced
      ? resource.attributes["UpdateReplacePolicy"]
      : (before ?? resource).deletionPolicy ?? Loss.defaultPolicy(of: before ?? resource)
    let retention = Retention(policy)
    return ResourceChange(
      id: resource.id, type: resource.type, action: action, properties: properties,
      homes: (old.homes[resource.id] ?? "", new.homes[resource.id] ?? ""),
      isRetained: retention.isCertain, lossCondition: retention.loss, isSnapshot: policy?.text == "Snapshot",
      condition: condition,
      newCondition: new.template[resource.id]?.condition,
      addedCondition: before.flatMap { action == .changed && mayEnd($0, resource) ? resource.condition : nil })
  }

  private mutating func add(_ change: ResourceChange) {
    if let index = indices[change.id] {
      all[index] = change
    } else {
      indices[change.id] = all.count
      all.append(change)
    }
  }
}
