import CloudFormation
import Diagnostics
import Gateway

/// Two resources that AWS cannot have at the same time, during an update: everything is created before anything is
/// deleted.
struct Collisions {
  private(set) var notes: [UpdateNote] = []
  /// The new resources that fail.
  private(set) var clashing: Set<String>
  private(set) var changes: StackChanges
  /// The resources of the old version with each claim, and when they have it.
  private var owners: [[Value]: [(id: String, guards: [ConditionLogic.Literal])]] = [:]
  /// The resources that leave the stack and stay in the account: the new version may have their IDs as texts.
  private let kept: Set<String>
  /// The resources of the old version with claims in one of these, which is `null` there, and the texts that other resources
  /// have.
  private var ownersInKept: [[Value]: (id: String, kept: String)] = [:]
  private var textsBefore: Set<String> = []
  /// The resources beside whose CNAME records, or records with a routing policy, others would be created.
  private var besideOthers: Set<[Value]> = []
  /// Clashes with one finding for each group.
  private var groups: [[Clash]] = []

  /// The resources whose replacement fails because parts of them are replaced with them.
  var roots: Set<String> { Set(groups.compactMap(\.first?.root)) }

  /// `failing`: resources whose creation fails for another reason.
  init(_ changes: StackChanges, besides failing: Set<String>) {
    self.changes = changes
    clashing = failing
    kept = Set(changes.all.filter { $0.action == .deleted && $0.isRetained }.map(\.id))
    let concerned = changes.all.filter { mayClaim($0) }
    if concerned.isEmpty { return }
    let types = Set(concerned.map { UpdateFacts.claimed(by: $0.type) })
    // A record may move into a group, or out of it; a rule into a security group.
    let families = Self.families.filter { family in types.contains { $0.hasPrefix(family) } }
    for resource in changes.old.template.resources
    where types.contains(UpdateFacts.claimed(by: resource.type)) || families.contains(where: resource.type.hasPrefix) {
      for claim in probableClaims(of: resource) {
        owners[claim.values, default: []].append((resource.id, resource.guards + claim.guards))
        if !kept.isEmpty { addParts(of: claim, resource) }
      }
    }
    for change in concerned { check(change) }
    clashing.formUnion(groups.joined().map(\.change.id))
    for group in groups where !isConsequence(group[0]) { notes.append(note(group)) }
  }

  /// Whether a resource may have something that it did not have.
  private mutating func mayClaim(_ change: ResourceChange) -> Bool {
    if change.action == .deleted { return false }
    guard change.action == .changed, let resource = changes.new.template[change.id], resource.condition == nil else {
      return true
    }
    let facts = changes.facts(about: change.type)
    return facts.claims(dependOn: change.properties.map(\.top))
      || facts.unique.contains { resource.properties[$0]?.choice != nil }
      || change.properties.contains { $0.name == "Condition" }
  }

  private static let families = ["AWS::Route53::RecordSet", "AWS::EC2::SecurityGroup"]

  mutating func claims(of resource: Resource) -> [UniqueClaim] {
    // Subnets collide by their addresses, which may overlap.
    if resource.type == SubnetAddresses.type { return [] }
    return changes.facts(about: resource.type).claims(of: resource.properties, id: resource.id)
  }

  private mutating func check(_ change: ResourceChange) {
    guard let resource = changes.new.template[change.id] else { return }
    let old = changes.old.template[change.id].flatMap { $0.type == change.type ? $0 : nil }
    let before = change.isFresh ? [] : old.map { probableClaims(of: $0) } ?? []
    var clashes: [Clash] = []
    for claim in probableClaims(of: resource) {
      if claim.references.contains(where: { changes.isFresh($0) }) { continue }
      if change.isFresh, !kept.isEmpty, let clash = clashInKept(change, claim) { clashes.append(clash) }
      // Where it had this already, nothing is created.
      let had = before.filter { $0.values == claim.values || $0.values == claim.excluded }
        .map { (old?.guards ?? []) + $0.guards }
      let guards = resource.guards + claim.guards
      for owner in owners[claim.excluded] ?? [] where isInTheWay(owner.id, of: change, claim) {
        guard changes.conditionsOfBoth.mayMeet(new: guards, old: owner.guards, without: had) else { continue }
        // A and AAAA records of one name are beside one CNAME record.
        if claim.isOfKind, !besideOthers.insert(claim.excluded + [.string(owner.id)]).inserted { continue }
        let known = clashes.firstIndex { $0.owner == owner.id && $0.claim.isOfKind == claim.isOfKind }
        if let known {
          clashes[known].conditions = []
        } else {
          clashes.append(
            Clash(
              change: change, owner: owner.id, claim: claim,
              conditions: words(guards, owner.guards) + defaults(claim, resource, of: owner.id),
              root: owner.id == change.id && claim.name == nil ? changes.causes(of: change).last : nil))
        }
      }
    }
    for clash in clashes { add(clash) }
  }

  /// Notes where a claim refers to a resource that is kept.
  private mutating func addParts(of claim: UniqueClaim, _ resource: Resource) {
    var values = claim.values
    for (index, value) in claim.values.enumerated() {
      if let text = value.text { textsBefore.insert(text) }
      guard let id = value.identity.reference, kept.contains(id) else { continue }
      values[index] = .null
      ownersInKept[values] = (resource.id, id)
      values[index] = value
    }
  }

  /// The clash of a claim that has a text in place of a resource that is kept, if the text is its ID.
  private func clashInKept(_ change: ResourceChange, _ claim: UniqueClaim) -> Clash? {
    var values = claim.values
    for (index, value) in claim.values.enumerated() {
      guard let text = value.text, !textsBefore.contains(text) else { continue }
      values[index] = .null
      if let owner = ownersInKept[values] {
        return Clash(
          change: change, owner: owner.id, claim: claim, conditions: ["`\(text)` is the retained `\(owner.kept)`"],
          kept: owner.kept)
      }
      values[index] = value
    }
    return nil
  }

  /// Whether a resource only collides with itself because it refers to one that fails: it is replaced with that one.
  private func isConsequence(_ clash: Clash) -> Bool {
    clash.root != nil && changes.causes(of: clash.change).contains(where: clashing.contains)
  }

  /// Adds a clash; those of the parts of an API that come together are one finding, and so are those of parts that are
  /// replaced with one resource, and two resources that exchange what they have.
  private mutating func add(_ clash: Clash) {
    if groups.contains(where: { $0[0].owner == clash.change.id && $0[0].change.id == clash.owner }),
      takes(clash.owner, whatHas: clash.change.id)
    {
      return
    }
    let other = groups.indices.last {
      groups[$0][0].isBeside(clash) && isAdopted(groups[$0][0]) == isAdopted(clash)
    }
    if let other { groups[other].append(clash) } else { groups.append([clash]) }
  }

  /// When there is a clash, in conditions that mean the same in both versions.
  private func words(_ new: [ConditionLogic.Literal], _ old: [ConditionLogic.Literal]) -> [String] {
    let left = changes.new.template.section("Conditions")
    return (new + old.filter { left[$0.name] == nil || !changes.conditions.contain($0.name) }).map(\.words).distinct
  }

  /// A claim of a new resource that an old one still has.
  struct Clash {
    let change: ResourceChange
    let owner: String
    let claim: UniqueClaim
    /// When there is a clash; none if there always is, or in several cases.
    var conditions: [String]
    /// The resource that is kept and that it is in, which the new version knows by its ID.
    var kept: String?
    /// The resource with which it is replaced; nil if it has a name of its own.
    var root: String?

    /// Whether the same happens to another resource of the same parent, such as a route or a stage of an API.
    func isBeside(_ other: Clash) -> Bool {
      if let root, root == other.root { return change.id != other.change.id && conditions == other.conditions }
      let isOfApi = claim.properties.first == "ApiId" && other.claim.properties.first == "ApiId"
      return change.action == other.change.action && change.id != other.change.id
        && (change.type == other.change.type || isOfApi)
        && claim.values.count > 2 && claim.values[1] == other.claim.values[1]
        && claim.isOfKind == other.claim.isOfKind && conditions == other.conditions
    }
  }

  private mutating func isInTheWay(_ owner: String, of change: ResourceChange, _ claim: UniqueClaim) -> Bool {
    if owner == change.id {
      // It is replaced because of something else, but not by another type, which has its own finding.
      return change.isFresh && !changes.retyped.contains(change.id)
        && (change.action != .replaced
          || change.properties.contains { $0.replaces == .always && !claim.properties.contains($0.top) })
    }
    if claim.properties == ["Domain"], let type = changes.old.template[owner]?.type, sharesDomain(change.type, type) {
      return false
    }
    if changes[owner]?.deletesOld ?? false { return true }
    // The owner stays, and either keeps the name or may give it up too late.
    guard let resource = changes.new.template[owner] else { return true }
    return claims(of: resource).contains { $0.values == claim.excluded } || !dependsOn(change.id, owner)
  }

  /// Whether SAM gives two APIs of a host the same domain: its logical ID is made of the host (source: aws-sam-translator,
  /// `_construct_api_domain`).
  private func sharesDomain(_ type: String, _ other: String) -> Bool {
    let rest = "AWS::Serverless::Api"
    return other.hasPrefix("AWS::Serverless::") && (type == rest) == (other == rest)
  }

  private func dependsOn(_ id: String, _ other: String) -> Bool {
    guard let resource = changes.new.template[id] else { return false }
    return resource.dependsOn.contains(other) || Value.object(resource.properties).refers { $0 == other }
  }
}
