import CloudFormation
import Diagnostics
import Gateway

/// Policies of roles and subscriptions of topics that move from a resource of their own into the role or the topic: the
/// deletion of the old resource removes them there as well.
struct OverwrittenParts {
  private(set) var notes: [UpdateNote] = []

  init(_ changes: StackChanges) {
    for change in changes.all where change.action == .deleted && !change.isRetained {
      guard let old = changes.old.template[change.id]?.properties else { continue }
      switch change.type {
      case "AWS::IAM::Policy":
        for role in OverwrittenParts.items(old["Roles"]) { notePolicy(change, old["PolicyName"], role, changes) }
      case "AWS::IAM::RolePolicy":
        if let role = old["RoleName"] { notePolicy(change, old["PolicyName"], role, changes) }
      case "AWS::SNS::Subscription":
        let names = ["Protocol", "Endpoint"]
        guard let topic = OverwrittenParts.resource(old["TopicArn"], changes),
          OverwrittenParts.items(topic.properties["Subscription"]).contains(where: { item in
            names.allSatisfy { item.object?[$0]?.canonical.identity == old[$0]?.canonical.identity }
          })
        else { continue }
        note("subscription \(old["Endpoint"].map { "`\($0.words)`" } ?? "") of the topic `\(topic.id)`", change)
      default: continue
      }
    }
  }

  private mutating func notePolicy(
    _ change: ResourceChange, _ name: Value?, _ role: Value, _ changes: StackChanges
  ) {
    guard let name, let owner = OverwrittenParts.resource(role, changes),
      OverwrittenParts.items(owner.properties["Policies"]).contains(where: {
        $0.object?["PolicyName"]?.canonical == name.canonical
      })
    else { return }
    note("policy `\(name.words)` of the role `\(owner.id)`", change)
  }

  private mutating func note(_ what: String, _ change: ResourceChange) {
    notes.append(
      UpdateNote(
        .updateDeletesUsed, "the update removes the \(what) when `\(change.id)`, which sets it as well, is deleted",
        id: change.id,
        help: "use another name in the new place, or remove `\(change.id)` in a deployment before this one"))
  }

  /// The resource that stays and that a value refers to.
  private static func resource(_ value: Value?, _ changes: StackChanges) -> Resource? {
    guard let id = value?.reference, !changes.isFresh(id) else { return nil }
    return changes.new.template[id]
  }

  private static func items(_ list: Value?) -> [Value] { list?.guardedItems.map(\.value) ?? [] }
}
