import CloudFormation
import Diagnostics
import SpecReading
import TextSearch
import YAMLTree

/// All names of a spec, in dictionaries that are created once.
struct SpecNames {
  /// The element or resource of a name.
  enum Found {
    /// The element of its section with this index.
    case element(Int)
    /// A resource of `resources`.
    case resource(String)
    /// An ARN or id of AWS's.
    case literal(String)
    /// A function that gives the ARN or id.
    case intrinsic(Node)
  }

  let spec: Spec
  let tree: Tree
  /// Types of the resources in `resources`, by logical ID, those that loops generate included.
  let resourceTypes: [String: String]
  private let resourceIndices: [String: Int]
  /// The resources that loops in `resources` generate, as far as their names are known, with what is in the loop.
  private let generatedNodes: [String: Node]
  /// The names of others that loops and modules in `resources` may generate, with `*` for what is not known; `*` for a macro.
  let generatedPatterns: [String]
  /// Names of parameters and of conditions.
  let parameters: Set<String>
  let conditions: Set<String>
  let targetGroupUsers: [String: TargetGroupUser]
  /// Names of mappings.
  let mappings: Set<String>
  /// Logical ids that authors pinned, by the path of what they pinned.
  let pins: [String: Given<String>]
  /// The logical IDs that are made of other names than the keys, by place.
  let identities: [String: String]
  private let formerNames: FormerNames
  /// Those that do not hold, since their place has another one.
  let unusedPins: [(path: String, id: Given<String>)]
  /// Every element that is written to the template.
  let elements: [WrittenElement]
  /// The ARNs of those of `functions` that exist already, by their index.
  let importedFunctions: [Given<String>?]
  /// Where the spec begins.
  let root: Mark?
  /// The sections whose elements are places, each with its elements.
  let sections: [Section.Table]
  let lookups = SectionLookups()
  /// The listeners of each load balancer, by their names.
  private let listeners: [String: [String: Named<ListenerElement>]]

  init(_ spec: Spec, tree: Tree) {
    self.spec = spec
    self.tree = tree
    root = spec.mark
    resourceIndices = Dictionary(spec.resources.enumerated().map { ($1.name, $0) }) { first, _ in first }
    let made = spec.resources.filter { $0.name.hasPrefix("Fn::") }.flatMap { loop in
      loop.name.hasPrefix("Fn::ForEach")
        ? Loops().members(of: loop.value.node, tree, spec.mappings) : [(Loops.unknown, nil)]
    }
    let named = made.compactMap { key, value in key.mentions("*") ? nil : value.map { (key, $0) } }
    generatedNodes = Dictionary(named) { first, _ in first }
    let types = named.compactMap { key, value in tree.value("Type", in: value).map { (key, tree.string($0)) } }
    resourceTypes = Dictionary(
      spec.resources.map { ($0.name, tree.value("Type", in: $0.value.node).map(tree.string) ?? "") }
        + types.filter { $1.hasPrefix("AWS::") && !$1.mentions("{") }
    ) { first, _ in first }
    // References name a resource of a module after the module, as in `QueueTopic`.
    let modules = resourceTypes.filter { $0.value.hasSuffix("::MODULE") }
    generatedPatterns = made.map(\.key).filter { $0.mentions("*") } + modules.map { "\($0.key)*" }
    parameters = SpecNames.keys(of: "Parameters", spec, tree)
    conditions = SpecNames.keys(of: "Conditions", spec, tree)
    mappings = SpecNames.keys(of: "Mappings", spec, tree)
    sections = Section.all.map { Section.Table($0, spec) }
    listeners = Dictionary(
      spec.loadBalancers.map { balancer in
        (balancer.name, Dictionary(balancer.value.listeners.map { ($0.name, $0) }) { first, _ in first })
      }
    ) { first, _ in first }
    elements = sections.flatMap(\.written) + (spec.account.map { [$0.written] } ?? [])
    targetGroupUsers = spec.targetGroupUsers
    identities = Identities(spec, targetGroupUsers).ids
    (pins, unusedPins) = SpecNames.pins(elements)
    formerNames = FormerNames(sections, pins)
    importedFunctions = spec.functions.map { element in
      if case .imported(let function) = element.value.form { function.arn } else { nil }
    }
  }

  private static func keys(of section: String, _ spec: Spec, _ tree: Tree) -> Set<String> {
    guard let raw = spec.section(section) else { return [] }
    return Set(
      tree.entries(raw.node).flatMap { entry -> [String] in
        let key = tree.string(entry.key)
        // Its key remains where its collection is not known.
        guard key.hasPrefix("Fn::ForEach") else { return [key] + (withoutInvisible(key).map { [$0] } ?? []) }
        let keys = Loops().keys(of: entry.value, tree, spec.mappings)
        return keys.contains { $0.mentions("*") } ? [key] : keys
      })
  }

  // MARK: Looking up

  /// A section whose elements are places; nil where the language has none of this name.
  func section(_ name: String) -> Section.Table? { Section.numbers[name].map { sections[$0] } }

  /// A resource of `resources`.
  func resource(_ id: String) -> Named<Raw>? { resourceIndices[id].map { spec.resources[$0] } }

  /// Whether a loop in `resources` generates a resource of this name.
  func isGenerated(_ name: String) -> Bool { generatedNodes[name] != nil }

  /// The conditions of resources that loops generate.
  var generatedConditions: [String: String] {
    generatedNodes.compactMapValues { tree.value("Condition", in: $0) }.mapValues(tree.string)
  }

  /// A property of a resource of `resources`, as it is in its loop if one generates it.
  func property(_ name: StaticString, of resource: String) -> Node? {
    (self.resource(resource)?.value.node ?? generatedNodes[resource])
      .flatMap { tree.value("Properties", in: $0) }.flatMap { tree.value(name, in: $0) }
  }

  /// Whether a property of a resource of `resources` has this value.
  func property(_ name: StaticString, of resource: String, is text: StaticString) -> Bool {
    property(name, of: resource).map { tree.equals($0, text) } ?? false
  }

  /// The index of a section's element.
  func index(_ name: String, in section: String) -> Int? { self.section(section)?.indices[name] }

  /// Whether a condition exists, or may come from a macro.
  func hasCondition(_ name: String) -> Bool { SpecNames.has(name, conditions) }

  /// Whether a mapping exists, or may come from a macro.
  func hasMapping(_ name: String) -> Bool { SpecNames.has(name, mappings) }

  private static func has(_ name: String, _ names: Set<String>) -> Bool {
    names.contains(name) || name.mentions("${") || names.contains { $0.hasPrefix("Fn::") }
  }

  /// The element or resource of a name; nil if there is none.
  func find(_ kind: Kind, _ name: Given<String>) -> Found? {
    switch name.content {
    case .intrinsic(let node): return .intrinsic(node)
    case .literal(let text):
      if name.mark.isNowhere { return nil }
      if kind == .condition { return hasCondition(text) ? .resource(text) : nil }
      if kind == .stage { return stage(text).map { .element($0.api) } }
      if let section = kind.section, let index = index(kind == .listener ? owner(of: text) : text, in: section) {
        return kind != .listener || listener(text, of: spec.loadBalancers[index]) != nil ? .element(index) : nil
      }
      if let type = resourceTypes[text], kind.resourceTypes.keys.contains(type) { return .resource(text) }
      // What is almost a resource's logical ID is taken for that, and not for the name of something outside.
      if let resource = kind.service, nearResource(kind, resource, text) != nil { return nil }
      return kind.isLiteral(text) ? .literal(text) : nil
    }
  }

  /// Whether a text is the name of an element or a resource of a kind.
  func isName(_ text: String, of kind: Kind) -> Bool {
    kind.section.map { index(text, in: $0) != nil } ?? false
      || resourceTypes[text].map(kind.resourceTypes.keys.contains) ?? false
  }

  /// `LB` of `LB.LISTENER`.
  func owner(of name: String) -> String { String(name.prefix { $0 != "." }) }

  /// The stage that `API.STAGE` means, and the index of its API.
  func stage(_ name: String) -> (api: Int, stage: Api.ResolvedStage)? {
    let owner = owner(of: name)
    guard let index = index(owner, in: "apis"), name.count > owner.count else { return nil }
    return spec.apis[index].value.stage(named: String(name.dropFirst(owner.count + 1))).map { (index, $0) }
  }

  /// The listener that `LB.LISTENER` means, or `LB` where it has only one.
  func listener(_ name: String, of balancer: Named<LoadBalancerElement>) -> Named<ListenerElement>? {
    let own = balancer.value.listeners
    if name == balancer.name { return own.count == 1 ? own[0] : nil }
    return listeners[balancer.name]?[String(name.dropFirst(balancer.name.count + 1))]
  }

  // MARK: Ids

  /// The logical ID of a place: the one that its author pinned, or the one made from its name.
  func id(_ place: Place) -> String {
    if let pin = pins[place.path]?.literal { return pin }
    let place = identities[place.path].map { Place(place.path, id: $0) } ?? place
    return formerNames.isEmpty ? place.id : formerNames.id(place)
  }

  /// A path with the earlier key of an element that keeps its logical ID.
  func formerPath(_ path: String) -> String { formerNames.isEmpty ? path : formerNames.path(path) }

  /// The earlier key of an element that keeps its logical ID; its key where there is none.
  func formerName(_ name: String, in section: String) -> String {
    if formerNames.isEmpty { return name }
    return String(formerPath("\(section).\(name).").dropFirst(section.count + 1).dropLast())
  }
}

extension Spec {
  /// A section that is passed on, by CloudFormation's name.
  func section(_ name: String) -> Raw? { sections.first { $0.name == name }?.value }

  /// The node of `mappings`.
  var mappings: Node? { section("Mappings")?.node }
}

extension SpecNames {
  /// Where a place is written: its element's key, or that of the nearest element around it.
  func mark(of path: String) -> Mark? {
    guard let (name, element, _) = parts(of: path), let table = section(name), let index = table.indices[element]
    else { return nil }
    return table.elements[index].mark
  }
}
