import CloudFormation
import Diagnostics
import Gateway
import TextSearch

extension StackChanges {
  /// The notes about changes that CloudFormation rejects, and about data and identities that are lost.
  ///
  /// The loss of resources that the new version still refers to has findings of its own.
  mutating func notesOnResources(withoutLossOf used: Set<String>) -> [UpdateNote] {
    var notes = retyped.map { id in
      UpdateNote(
        .updateType,
        "the update fails: `\(id)` changes its type from \(old.template[id]?.type ?? "") to \(new.template[id]?.type ?? "")",
        id: id, help: "use another logical ID for the new resource")
    }
    var (losses, settings): ([UpdateNote], [UpdateNote]) = ([], [])
    for change in all {
      if !used.contains(change.id), let note = loss(of: change) { losses.append(note) }
      settings += self.settings(of: change)
    }
    let lossOf = Dictionary(grouping: UpdateNote.merged(losses), by: \.id)
    let settingsOf = Dictionary(grouping: UpdateNote.merged(settings), by: \.id)
    for change in all {
      notes += lossOf[change.id] ?? []
      if let note = deletedRole(of: change) { notes.append(note) }
      notes += settingsOf[change.id] ?? []
      if let note = changedServiceToken(change) { notes.append(note) }
    }
    notes += unknownStacks
    return notes
  }

  private mutating func loss(of change: ResourceChange) -> UpdateNote? {
    guard let before = old.template[change.id], !retyped.contains(change.id), let verb = ending(of: change) else {
      return nil
    }
    if let note = instancesLeft(in: before, change, verb) { return note }
    let known = facts(about: before.type).loss ?? lossOfAddress(before)
    if before.isProtected, change.deletesOld, !change.isRetained {
      return UpdateNote(
        .updateLeavesData,
        "the \(known?.noun ?? "load balancer") `\(change.id)` \(verb); its deletion protection keeps the old one outside of "
          + "the stack", id: change.id,
        help: "disable the protection in a deployment before this one")
    }
    guard let loss = known, !Loss.isElsewhere(before.type, before.properties) else { return nil }
    let condition = change.lossCondition.map { " (\($0))" } ?? ""
    let keep = isRenamed(change) ? "keep the logical ID `\(change.id)`, " : ""
    let subject = "the \(loss.noun) `\(change.id)` \(verb)\(condition)"
    if change.isRetained, change.action == .deleted {
      let hasNew = all.contains { $0.action == .added && $0.type == before.type }
      return UpdateNote(
        .updateLeavesData,
        "the \(loss.noun) `\(change.id)` leaves the stack\(condition), and is retained outside of it with \(loss.words)"
          + (hasNew ? "; \(StackChanges.newOne(loss))" : ""),
        id: change.id, help: keep + "refer to the old \(loss.noun) by its ID, or import it into the stack")
    }
    if change.isRetained {
      let isReplaced = change.action != .changed || change.properties.contains { $0.replaces == .sometimes }
      return UpdateNote(
        .updateLeavesData,
        "\(subject); it is retained outside of the stack with \(loss.words)"
          + (isReplaced ? ", and \(StackChanges.newOne(loss))" : ""),
        id: change.id, help: "refer to the old \(loss.noun) by its ID, or import it into the stack")
    }
    let isReplacement = change.action == .replaced || change.properties.contains { $0.replaces == .sometimes }
    let policy = isReplacement ? "UpdateReplacePolicy" : "DeletionPolicy"
    if change.isSnapshot {
      return UpdateNote(
        .updateLeavesData, "\(subject); CloudFormation makes a snapshot of it first", id: change.id,
        help: "restore it from the snapshot, or deploy `\(policy): Retain` first to keep it")
    }
    if let content = before.preventsDeletion {
      return UpdateNote(
        .updateLeavesData, "\(subject); with \(content) in it, it stays outside of the stack", id: change.id,
        help: "keep its logical ID, or deploy `DeletionPolicy: Retain` first")
    }
    if loss.kind == .identity {
      return UpdateNote(
        .updateIdentity, "\(subject), and with it \(loss.words)", topic: .data, id: change.id,
        help: keep + "give clients the new one, or deploy `\(policy): Retain` first to keep the old one")
    }
    return UpdateNote(
      .updateData, "\(subject), and with it \(loss.words): the data is lost", id: change.id,
      help: (keep.isEmpty ? "" : keep + "or ") + "deploy `\(policy): Retain` first to keep it")
  }

  private static func newOne(_ loss: Loss) -> String {
    "the new one \(loss.kind == .identity ? "has another" : "starts empty")"
  }

  /// A function or state machine that is kept outside of the stack does not work without its role.
  private func deletedRole(of change: ResourceChange) -> UpdateNote? {
    guard change.isRetained, change.deletesOld, let before = old.template[change.id]?.properties,
      let role = (before["Role"] ?? before["RoleArn"])?.identity.reference, let end = self[role], end.deletesOld,
      !end.isRetained
    else { return nil }
    return UpdateNote(
      .updateLeavesData,
      "`\(change.id)` is retained outside of the stack without its role `\(role)`, which is deleted: it can no longer run",
      id: change.id, help: "deploy `DeletionPolicy: Retain` of `\(role)` first")
  }

  /// CloudFormation does not change the function behind a custom resource.
  private func changedServiceToken(_ change: ResourceChange) -> UpdateNote? {
    guard change.action == .changed || change.action == .replaced,
      change.type.hasPrefix("Custom::") || change.type == "AWS::CloudFormation::CustomResource",
      let token = change.properties.first(where: { $0.name == "ServiceToken" }),
      let before = old.template[change.id]?.properties["ServiceToken"],
      let after = new.template[change.id]?.properties["ServiceToken"],
      // A text may be what a function gave.
      token.through != nil || (before.scalar == nil) == (after.scalar == nil)
    else { return nil }
    let reason = token.through.map { ", because `\($0)` is replaced" } ?? ""
    let condition = token.conditions.isEmpty ? "" : " if \(token.conditions.joined(separator: " and "))"
    return UpdateNote(
      .updateRejected,
      "the update fails\(condition): CloudFormation does not change the `ServiceToken` of `\(change.id)`\(reason)",
      id: change.id,
      help: "use another logical ID for the custom resource, or keep its function")
  }

  /// The end of a resource in words; nil if it stays.
  private func ending(of change: ResourceChange) -> String? {
    switch change.action {
    case .added: return nil
    case .deleted: return "is deleted"
    case .moved: return "is deleted and created again in another stack"
    case .replaced: return "is replaced" + (change.reason.map { " because of \($0)" } ?? "")
    case .changed:
      let sometimes = change.properties.filter { $0.replaces == .sometimes }.map { "`\($0.name)`" }
      if !sometimes.isEmpty { return "may be replaced because of \(sometimes.joined(separator: ", "))" }
      return change.addedCondition.map { "is deleted if not `\($0)`" }
    }
  }

  private var unknownStacks: [UpdateNote] {
    old.unknown.compactMap { id in
      // A template elsewhere cannot be read; it stays as it is if its URL does.
      let url = old.template[id]?.properties["TemplateURL"]
      let isElsewhere = url.map { $0.text?.contains("://") ?? true } ?? false
      if isElsewhere, self[id] == nil { return nil }
      return UpdateNote(
        .updateUnknownStack,
        "the template of the nested stack `\(id)` is not available: its resources are not compared",
        id: id,
        help: isElsewhere
          ? "compare the two templates: apigw-synth does not read URLs"
          : "save it next to the main template, under the name in `TemplateURL`")
    }
  }
}

extension Resource {
  /// The content with which AWS does not delete it.
  var preventsDeletion: String? {
    switch type {
    case "AWS::S3::Bucket": "objects"
    case "AWS::ECR::Repository" where properties["EmptyOnDelete"]?.scalar != "true": "images"
    default: nil
    }
  }

  /// Whether AWS does not delete it, as load balancers, tables, user pools and databases can be set.
  var isProtected: Bool {
    if ["true", "ACTIVE"].contains(properties["DeletionProtection"]?.scalar) { return true }
    if properties["DeletionProtectionEnabled"]?.scalar == "true" { return true }
    guard case .list(let attributes)? = properties["LoadBalancerAttributes"] else { return false }
    return attributes.contains {
      $0.object?["Key"]?.text == "deletion_protection.enabled" && $0.object?["Value"]?.scalar == "true"
    }
  }
}

extension ResourceChange {
  /// The properties because of which a resource is replaced, in words; nil if there are none.
  var reason: String? {
    let words = properties.filter { $0.replaces == .always }.map { property in
      "`\(property.name)`" + (property.through.map { " (`\($0)` is replaced)" } ?? "")
        + property.conditionWords
    }
    return words.isEmpty ? nil : words.joined(separator: ", ")
  }
}
