import CloudFormation
import Diagnostics
import Gateway

/// API keys that would be in two usage plans of a stage during an update, which API Gateway rejects, and keys that are in
/// none after it.
struct PlanKeys {
  private(set) var notes: [UpdateNote] = []
  private let changes: StackChanges
  private static let type = "AWS::ApiGateway::UsagePlanKey"
  private static let planType = "AWS::ApiGateway::UsagePlan"

  init(_ changes: StackChanges) {
    self.changes = changes
    let types = [PlanKeys.type, PlanKeys.planType]
    if !changes.all.contains(where: { types.contains($0.type) }) { return }
    noteRemovedKeys()
    noteKeysInTwoPlans()
  }

  /// A plan may get a key or a stage before the old plan of the key loses it: "cannot reference multiple Usage Plans with the
  /// same API stage".
  private mutating func noteKeysInTwoPlans() {
    let old = Dictionary(grouping: changes.old.template.resources.filter { $0.type == PlanKeys.type }) {
      $0.properties["KeyId"]
    }
    var clashes: [(id: String, owner: Resource)] = []
    for resource in changes.new.template.resources where resource.type == PlanKeys.type {
      guard let key = resource.properties["KeyId"], let others = old[key], !isFresh(key) else { continue }
      var gained = stages(of: resource, in: changes.new.template).filter { !isFresh($0.api) && !isFresh($0.name) }
      if let before = changes.old.template[resource.id], !changes.isFresh(resource.id) {
        let known = stages(of: before, in: changes.old.template)
        gained.removeAll(where: known.contains)
      }
      let owner = others.first { other in
        // The same key in the same plan is another collision.
        other.id != resource.id && other.properties["UsagePlanId"] != resource.properties["UsagePlanId"]
          && stages(of: other, in: changes.old.template).contains(where: gained.contains)
      }
      if let owner { clashes.append((resource.id, owner)) }
    }
    guard let first = clashes.first else { return }
    // Plans that stay may change in the right order.
    let isCertain = changes[first.owner.id]?.deletesOld ?? false
    notes.append(
      UpdateNote(
        .updateCollision,
        "the update \(isCertain ? "fails" : "may fail"): the API key of `\(first.id)` is still in another usage plan of the "
          + "stage, by `\(first.owner.id)`" + UpdateNote.sameHappens(to: clashes.dropFirst().map(\.id)),
        id: first.id,
        help: isCertain
          ? "keep the key of the usage plan; or remove the API key from the old plan in one deployment, and add it to the new "
            + "one in the next"
          : "remove the stage from one plan in one deployment, and add it to the other one in the next"))
  }

  private func isFresh(_ value: Value?) -> Bool { changes.isFresh(value?.identity.reference) }

  /// A key is only valid for the stages of its usage plans.
  private mutating func noteRemovedKeys() {
    if !changes.new.template.resources.contains(where: \.needsKey) { return }
    let left = changes.new.template.resources.filter { $0.type == PlanKeys.type }
    var lost: [(key: String, id: String, plan: String?)] = []
    for resource in changes.old.template.resources where resource.type == PlanKeys.type {
      guard let key = resource.properties["KeyId"], key.reference.map(changes.stays) ?? true,
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
      if isLost { lost.append((key.words, resource.id, resource.properties["UsagePlanId"]?.reference)) }
    }
    guard let first = lost.first else { return }
    let isOne = lost.count == 1
    notes.append(
      UpdateNote(
        .updateIdentity,
        "callers with the API key\(isOne ? "" : "s") \(UpdateNote.list(lost.map(\.key))) are rejected: "
          + "\(isOne ? "it is" : "they are") no longer in a usage plan of the stage",
        id: first.id, at: first.plan ?? first.id, help: "give clients another key first"))
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
