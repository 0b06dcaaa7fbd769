import CloudFormation
import Diagnostics

/// Parts that are deleted while what they belong to is kept outside of the stack: requests reached it through them.
struct LostParts {
  private(set) var notes: [UpdateNote] = []
  private let changes: StackChanges

  init(_ changes: StackChanges) {
    self.changes = changes
    let parts = changes.all.filter { $0.action == .deleted && LostParts.kinds[$0.type] != nil }
    if parts.isEmpty { return }
    let used = NamesUsed(changes.new.template)
    // One part that is kept is enough.
    var known = Set(parts.filter(\.isRetained).compactMap { owner(of: $0)?.id })
    for part in parts where !part.isRetained {
      guard let owner = owner(of: part), let end = changes[owner.id], end.action == .deleted, end.isRetained,
        let kind = LostParts.kinds[part.type], known.insert(owner.id).inserted
      else { continue }
      let user = user(of: part, of: owner, kind, used)
      notes.append(
        UpdateNote(
          user != nil ? .updateDeletesUsed : .updateLeavesData,
          user != nil
            ? "the \(kind.noun) `\(part.id)` of `\(owner.id)` is deleted, but the new version refers to it"
            : "`\(owner.id)` is retained outside of the stack without its \(kind.noun) `\(part.id)`, which is deleted: requests "
              + "to it fail",
          id: part.id, at: user,
          help: "deploy `DeletionPolicy: Retain` of the \(kind.noun)\(kind.beside) first"))
    }
  }

  private func owner(of part: ResourceChange) -> Resource? {
    guard let kind = LostParts.kinds[part.type] else { return nil }
    let id = changes.old.template[part.id]?.properties[kind.owner]?.identity.reference
    return id.flatMap { changes.old.template[$0] }
  }

  /// A resource of the new version that knows a part by its ARN, in which the owner has its name.
  private func user(of part: ResourceChange, of owner: Resource, _ kind: Kind, _ used: NamesUsed) -> String? {
    guard let form = kind.form, let name = owner.properties[kind.ownerName]?.text else { return nil }
    let own = changes.old.template[part.id]?.properties["Name"]?.text
    return used.user(of: own.map { "\(name):\($0)" } ?? name, form)
  }

  /// How requests reach a resource through parts of a type.
  private struct Kind {
    let noun: String
    /// The property with the resource that it belongs to.
    let owner: String
    /// Words for further parts that have to be kept.
    var beside = ""
    /// The property with the name of that resource.
    var ownerName = "Name"
    var form: NamedForm?
  }

  private static let kinds = [
    "AWS::ElasticLoadBalancingV2::Listener": Kind(
      noun: "listener", owner: "LoadBalancerArn", beside: " and its target groups", form: .listener),
    "AWS::Lambda::Alias": Kind(
      noun: "alias", owner: "FunctionName", ownerName: "FunctionName", form: NamedForm.all["AWS::Lambda::Function"]),
    "AWS::ServiceDiscovery::Instance": Kind(noun: "instance", owner: "ServiceId"),
  ]
}
