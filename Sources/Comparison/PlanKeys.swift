import CloudFormation
import Diagnostics
import Gateway

/// API keys that would be in two usage plans of a stage during an update, which API Gateway rejects.
struct PlanKeys {
  private(set) var notes: [UpdateNote] = []
  private let changes: StackChanges
  private static let type = "AWS::ApiGateway::UsagePlanKey"

  init(_ changes: StackChanges) {
    self.changes = changes
    let added = changes.all.filter { $0.type == PlanKeys.type && $0.isFresh }
    if added.isEmpty { return }
    let old = changes.old.template.resources.filter { $0.type == PlanKeys.type }
    for change in added {
      guard let resource = changes.new.template[change.id], let key = resource.properties["KeyId"],
        !(key.reference.flatMap { changes[$0]?.isFresh } ?? false)
      else { continue }
      let stages = stages(of: resource, in: changes.new.template)
      for other in old where other.properties["KeyId"] == key && other.id != change.id {
        // The same key in the same plan is another collision.
        if other.properties["UsagePlanId"] == resource.properties["UsagePlanId"] { continue }
        guard self.stages(of: other, in: changes.old.template).contains(where: stages.contains) else { continue }
        notes.append(
          UpdateNote(
            .updateCollision,
            "the update fails: the API key of `\(change.id)` is still in another usage plan of the stage, by `\(other.id)`",
            topic: .collision, id: change.id,
            help:
              "keep the key of the usage plan; or remove the API key from the old plan in one deployment, and add it to the new "
              + "one in the next"))
        break
      }
    }
  }

  /// The stages of the usage plan that a key is in.
  private func stages(of key: Resource, in template: Template) -> [Value] {
    guard let plan = key.properties["UsagePlanId"]?.reference,
      case .list(let stages)? = template[plan]?.properties["ApiStages"]
    else { return [] }
    return stages
  }
}
