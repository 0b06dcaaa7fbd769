import CloudFormation
import Diagnostics
import Gateway

/// API keys that would be in two usage plans of a stage during an update, which API Gateway rejects, and keys that are in
/// none after it.
struct PlanKeys {
  private(set) var notes: [UpdateNote] = []
  private let changes: StackChanges
  private static let type = "AWS::ApiGateway::UsagePlanKey"

  init(_ changes: StackChanges) {
    self.changes = changes
    noteRemovedKeys()
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

  /// A key is only valid for the stages of its usage plans.
  private mutating func noteRemovedKeys() {
    let types = [PlanKeys.type, "AWS::ApiGateway::UsagePlan"]
    if !changes.all.contains(where: { types.contains($0.type) && $0.action != .added }) { return }
    if !changes.new.template.resources.contains(where: \.needsKey) { return }
    let left = changes.new.template.resources.filter { $0.type == PlanKeys.type }
    var lost: [(key: String, id: String)] = []
    for resource in changes.old.template.resources where resource.type == PlanKeys.type {
      guard let key = resource.properties["KeyId"], key.reference.map(stays) ?? true,
        changes[resource.id]?.action != .deleted || changes[resource.id]?.isRetained == false
      else { continue }
      let others = left.filter { $0.properties["KeyId"] == key }.flatMap { stages(of: $0, in: changes.new.template) }
      let isLost = stages(of: resource, in: changes.old.template).contains { stage in
        let exists = stage.name?.reference.map { changes.new.template[$0] != nil } ?? true
        return exists && !others.contains(stage)
      }
      // The new version may know it by its ID.
      if let id = key.reference, changes.new.template[id] == nil,
        left.contains(where: { $0.properties["KeyId"]?.text != nil })
      {
        continue
      }
      if isLost { lost.append((key.words, resource.id)) }
    }
    guard let first = lost.first else { return }
    let isOne = lost.count == 1
    notes.append(
      UpdateNote(
        .updateIdentity,
        "callers with the API key\(isOne ? "" : "s") \(UpdateNote.list(lost.map(\.key))) are rejected: "
          + "\(isOne ? "it is" : "they are") no longer in a usage plan of the stage",
        id: first.id, help: "give clients another key first"))
  }

  /// Whether an API key of the stack is the same after the update, also outside of the stack.
  private func stays(_ key: String) -> Bool {
    changes.new.template[key] == nil ? changes[key]?.isRetained ?? false : !(changes[key]?.isFresh ?? false)
  }

  /// A stage of a usage plan, whatever its throttling limits are.
  private struct Stage: Equatable {
    let api: Value?
    let name: Value?
  }

  /// The stages of the usage plan that a key is in.
  private func stages(of key: Resource, in template: Template) -> [Stage] {
    guard let plan = key.properties["UsagePlanId"]?.reference,
      case .list(let stages)? = template[plan]?.properties["ApiStages"]
    else { return [] }
    return stages.map { Stage(api: $0.object?["ApiId"], name: $0.object?["Stage"]) }
  }
}

extension Resource {
  /// Whether callers need an API key, or may need one.
  fileprivate var needsKey: Bool {
    switch type {
    case "AWS::ApiGatewayV2::Route", "AWS::ApiGateway::Method": properties["ApiKeyRequired"]?.scalar == "true"
    default: type.hasPrefix("AWS::Serverless::") || properties["Body"] != nil
    }
  }
}
