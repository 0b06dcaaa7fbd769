import CloudFormation
import Diagnostics
import Gateway

/// The messages about collisions.
extension Collisions {
  mutating func note(_ group: [Clash]) -> UpdateNote {
    let clash = group[0]
    let (change, claim, owner) = (clash.change, clash.claim, clash.owner)
    // A rule in a security group is one of its own.
    let type = claim.values.first?.text.flatMap { $0.hasPrefix("AWS::") ? $0 : nil } ?? change.type
    let isRule = type == "AWS::EC2::SecurityGroupIngress" || type == "AWS::EC2::SecurityGroupEgress"
    let what = isRule ? "security group rule" : Resource.noun(ofType: type)
    let subject =
      claim.name.map { "\(what) `\($0)`" }
      ?? "\(what) with the same \(claim.properties.count > 3 ? "values" : words(claim))"
    let flaw =
      if !claim.isOfKind {
        "\(subject) already exists"
      } else if claim.isOfCname {
        "a CNAME record cannot exist beside another one of `\(claim.name ?? "")`"
      } else {
        "a record with a routing policy cannot exist beside one without of `\(claim.name ?? "")`"
      }
    let verb =
      switch change.action {
      case .moved: "is created in another stack"
      case .replaced: clash.root.map { "is replaced with `\($0)`" } ?? "is replaced"
      case .added: "is created"
      default: "changes"
      }
    let moment = owner == change.id ? "while the old one still exists" : "while `\(owner)` still exists"
    let condition = clash.conditions.isEmpty ? "" : " if \(clash.conditions.joined(separator: " and "))"
    let more = UpdateNote.sameHappens(to: group.dropFirst().map(\.change.id))
    let consequence = isAdopted(clash) ? ", or removes the record when `\(owner)` is deleted" : ""
    return UpdateNote(
      change.action == .moved ? .updateMove : .updateCollision,
      "the update fails\(condition)\(consequence): \(isRule ? "a " : "")\(flaw); `\(change.id)` \(verb) \(moment)\(more)",
      id: change.id,
      help: isRule && clash.kept == nil && change.action == .added && changes[owner]?.action == .deleted
        ? "keep the rule as it was written; or allow the port by a rule of another source until the old one is deleted"
        : help(clash))
  }

  /// Whether the new resource may take over the record of the old one, whose deletion removes it then: Route 53 accepts other
  /// records than A and AAAA a second time (source: cloudformation-coverage-roadmap issues 330 and 364, aws-cdk issue 12564).
  func isAdopted(_ clash: Clash) -> Bool {
    guard clash.change.type == "AWS::Route53::RecordSet", !clash.claim.isOfKind, clash.kept == nil,
      changes[clash.owner]?.deletesOld ?? false,
      let type = changes.new.template[clash.change.id]?.properties["Type"]?.text
    else { return false }
    return type != "A" && type != "AAAA"
  }

  private mutating func help(_ clash: Clash) -> String {
    let (change, owner) = (clash.change, clash.owner)
    if let kept = clash.kept { return "keep `\(kept)` in the stack; or delete the old one in a deployment of its own" }
    if let root = clash.root {
      return "keep `\(root)` as it was; or write the new one beside it under another key, and remove the old one in a "
        + "later deployment"
    }
    if owner != change.id, takes(owner, whatHas: change.id) {
      return "exchange the other properties of `\(change.id)` and `\(owner)` instead"
    }
    if clash.claim.isOfCname { return "delete the old record in one deployment and create the new one in the next one" }
    if clash.claim.isOfKind { return "keep the logical ID `\(owner)` for one record, so that it changes in place" }
    // The key of a route is not its name.
    return help(change, owner, hasName: clash.claim.name != nil && clash.claim.properties.last != "RouteKey")
  }

  /// The claims of a resource, as written and with the defaults of parameters.
  mutating func probableClaims(of resource: Resource) -> [UniqueClaim] {
    let known = claims(of: resource)
    if changes.defaults.isEmpty { return known }
    let assumed = claims(of: resource.replacingReferences(changes.defaults))
    return known + assumed.filter { claim in !known.contains { $0.values == claim.values } }
  }

  /// The parameters whose defaults give two resources the same claim, as conditions.
  mutating func defaults(_ clash: UniqueClaim, _ resource: Resource, of owner: String) -> [String] {
    if changes.defaults.isEmpty { return [] }
    let unsure = [resource, changes.old.template[owner] ?? resource].filter { resource in
      !claims(of: resource).contains { $0.values == clash.excluded || $0.values == clash.values }
    }
    var names: [String] = []
    for resource in unsure {
      Value.object(resource.properties).forEachReference { if changes.defaults[$0] != nil { names.append($0) } }
    }
    return names.distinct.map { "`\($0)` has its default" }
  }

  /// Whether one resource gets what another one had, such as its route key.
  mutating func takes(_ id: String, whatHas other: String) -> Bool {
    guard let new = changes.new.template[id], let old = changes.old.template[other], new.type == old.type else {
      return false
    }
    let values = Set(claims(of: old).map(\.values))
    return claims(of: new).contains { values.contains($0.values) }
  }

  /// Types with names that AWS does not generate, or the program takes from a key.
  private static let named: Set = ["AWS::Cognito::UserPoolDomain", "AWS::ServiceDiscovery::Service"]

  private func words(_ claim: UniqueClaim) -> String { claim.properties.map { "`\($0)`" }.joined(separator: " and ") }

  private func help(_ change: ResourceChange, _ owner: String, hasName: Bool) -> String {
    if let old = changes[owner], old.isRetained, old.deletesOld, change.action != .moved {
      // It remains after the update.
      return owner == change.id
        ? "use another name together with this change; the old one is retained and keeps the name"
        : "keep the old key or logical ID, or use another name in AWS; the old one is retained and keeps its own"
    }
    return switch change.action {
    // The stacks that this program writes for routes.
    case .moved where [change.homes.old, change.homes.new].contains { $0.contains("Routes") }:
      "undo what moves the routes: another `nested`, or resources for which the main stack has no room; or give the API a stack "
        + "of its own"
    case .moved: "keep the resource in its stack, or move it with CloudFormation's stack refactoring"
    case .replaced where !hasName: "remove the resource in one deployment and add it in the next one"
    case .replaced where owner == change.id:
      "use another name together with this change"
        + (Collisions.named.contains(change.type) ? "" : ", or remove the name so that AWS generates one")
    case .added where changes[owner]?.action == .deleted && !hasName:
      "keep the old key or logical ID; or delete the old one in a deployment of its own"
    case .added where changes[owner]?.action == .deleted:
      "keep the old key or logical ID, or use another name in AWS; or delete the old one in a deployment of its own"
    default: (hasName ? "use another name, or " : "") + "make the two changes in two deployments"
    }
  }
}
