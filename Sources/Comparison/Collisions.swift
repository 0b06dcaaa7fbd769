import CloudFormation
import Diagnostics
import Gateway

/// Two resources that AWS cannot have at the same time, during an update: everything is created before anything is
/// deleted.
struct Collisions {
  /// A value that only one resource can have.
  private struct Claim {
    let values: [Value]
    /// The properties with the values.
    let properties: [String]
    /// The one of them that is the name.
    let name: String?
    /// The resources that it refers to.
    let references: Set<String>
  }

  private(set) var notes: [UpdateNote] = []
  private var changes: StackChanges
  /// The resources of the old version with each claim.
  private var owners: [[Value]: [String]] = [:]

  init(_ changes: StackChanges) {
    self.changes = changes
    let concerned = changes.all.filter { $0.action != .deleted }
    if concerned.isEmpty { return }
    let types = Set(concerned.map(\.type))
    for resource in changes.old.template.resources where types.contains(resource.type) {
      if let claim = claim(of: resource) { owners[claim.values, default: []].append(resource.id) }
    }
    for change in concerned { check(change) }
  }

  private mutating func claim(of resource: Resource) -> Claim? {
    let facts = changes.facts(about: resource.type)
    guard let values = facts.claim(of: resource.properties) else { return nil }
    var references: Set<String> = []
    for value in values { value.forEachReference { references.insert($0) } }
    return Claim(
      values: [.string(resource.type)] + values, properties: facts.unique, name: facts.name,
      references: references)
  }

  /// A domain that the old version takes from elsewhere, by its name in a mapping.
  private mutating func checkDomain(_ change: ResourceChange) {
    guard change.action == .added, change.type == "AWS::ApiGatewayV2::DomainName",
      let name = changes.new.template[change.id]?.properties["DomainName"]?.text,
      changes.old.template.resources.contains(where: {
        $0.type == "AWS::ApiGatewayV2::ApiMapping" && $0.properties["DomainName"]?.text == name
      })
    else { return }
    notes.append(
      UpdateNote(
        .updateCollision, "the update fails: the domain `\(name)` already exists outside of the stack",
        topic: .collision,
        id: change.id, help: "keep `exists: true`, or import the domain into the stack"))
  }

  private mutating func check(_ change: ResourceChange) {
    checkDomain(change)
    guard let resource = changes.new.template[change.id], let claim = claim(of: resource) else { return }
    if claim.references.contains(where: { changes[$0]?.isFresh ?? false }) { return }
    let before = changes.old.template[change.id].flatMap { $0.type == change.type ? self.claim(of: $0) : nil }
    if !change.isFresh, before?.values == claim.values { return }
    for owner in owners[claim.values] ?? [] where isInTheWay(owner, of: change, claim) {
      notes.append(note(change, owner, claim))
    }
  }

  private mutating func isInTheWay(_ owner: String, of change: ResourceChange, _ claim: Claim) -> Bool {
    if owner == change.id { return true }
    if changes[owner]?.deletesOld ?? false { return true }
    // The owner stays, and either keeps the name or may give it up too late.
    guard let resource = changes.new.template[owner] else { return true }
    return self.claim(of: resource)?.values == claim.values || !dependsOn(change.id, owner)
  }

  private func dependsOn(_ id: String, _ other: String) -> Bool {
    guard let resource = changes.new.template[id] else { return false }
    var isFound = resource.dependsOn.contains(other)
    Value.object(resource.properties).forEachReference { isFound = isFound || $0 == other }
    return isFound
  }

  // MARK: Messages

  private func note(_ change: ResourceChange, _ owner: String, _ claim: Claim) -> UpdateNote {
    let what = Resource.noun(ofType: change.type)
    let name = changes.new.template[change.id].flatMap { self.name(in: $0.properties, claim) }
    let subject = name.map { "\(what) `\($0)`" } ?? "a \(what) with the same \(words(claim))"
    let verb =
      switch change.action {
      case .moved: "is created in another stack"
      case .replaced: "is replaced"
      case .added: "is created"
      default: "changes"
      }
    let moment = owner == change.id ? "while the old one still exists" : "while `\(owner)` still exists"
    return UpdateNote(
      change.action == .moved ? .updateMove : .updateCollision,
      "the update fails: \(subject) already exists; `\(change.id)` \(verb) \(moment)", topic: .collision,
      id: change.id, help: help(change, owner, hasName: name != nil))
  }

  /// The name in AWS, if a text is among the values.
  private func name(in properties: Object, _ claim: Claim) -> String? {
    claim.name.map { properties[$0]?.text } ?? claim.properties.compactMap { properties[$0]?.text }.last
  }

  private func words(_ claim: Claim) -> String { claim.properties.map { "`\($0)`" }.joined(separator: " and ") }

  private func help(_ change: ResourceChange, _ owner: String, hasName: Bool) -> String {
    switch change.action {
    case .moved: "keep the resource in its stack, or move it with CloudFormation's stack refactoring"
    case .replaced where !hasName: "remove the resource in one deployment and add it in the next one"
    case .replaced where owner == change.id:
      "use another name together with this change, or remove the name so that AWS generates one"
    case .added where changes[owner]?.action == .deleted:
      "keep the old key of the element, or use another name in AWS; or delete the old one in a deployment of its own"
    default: "use another name, or make the two changes in two deployments"
    }
  }
}
