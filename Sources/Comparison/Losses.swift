import CloudFormation
import Diagnostics
import Gateway

extension StackChanges {
  /// The notes about changes that CloudFormation rejects, and about data and identities that are lost.
  mutating func notesOnResources() -> [UpdateNote] {
    var notes = retyped.map { id in
      UpdateNote(
        .updateType,
        "the update fails: `\(id)` changes its type from \(old.template[id]?.type ?? "") to \(new.template[id]?.type ?? "")",
        topic: .collision, id: id, help: "use another logical ID for the new resource")
    }
    for change in all {
      if let note = loss(of: change) { notes.append(note) }
      notes += settings(of: change)
    }
    notes += unknownStacks
    return notes
  }

  private mutating func loss(of change: ResourceChange) -> UpdateNote? {
    guard let type = old.template[change.id]?.type, !retyped.contains(change.id), let loss = facts(about: type).loss,
      let verb = ending(of: change)
    else { return nil }
    let subject = "the \(loss.noun) `\(change.id)` \(verb)"
    if change.isRetained {
      let isReplaced = change.action != .deleted || all.contains { $0.action == .added && $0.type == type }
      return UpdateNote(
        .updateLeavesData,
        "\(subject); it is retained outside of the stack with \(loss.words)"
          + (isReplaced ? ", and the new one starts empty" : ""),
        id: change.id, help: "refer to the old \(loss.noun) by its ID, or import it into the stack")
    }
    let isReplacement = change.action == .replaced || change.properties.contains { $0.replaces == .sometimes }
    let policy = isReplacement ? "UpdateReplacePolicy" : "DeletionPolicy"
    if loss.kind == .identity {
      return UpdateNote(
        .updateIdentity, "\(subject), and with it \(loss.words)", topic: .data, id: change.id,
        help: "give clients the new one, or deploy `\(policy): Retain` first to keep the old one")
    }
    return UpdateNote(
      .updateData, "\(subject), and with it \(loss.words): the data is lost", topic: .data, id: change.id,
      help: "deploy `\(policy): Retain` first to keep it")
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
      let condition = new.template[change.id]?.condition
      return change.properties.contains { $0.name == "Condition" } ? condition.map { "is deleted if not `\($0)`" } : nil
    }
  }

  private var unknownStacks: [UpdateNote] {
    old.unknown.map { id in
      UpdateNote(
        .updateUnknownStack, "the template of the nested stack `\(id)` is not available: its resources appear as new",
        id: id, help: "save it next to the main template, under the name in `TemplateURL`")
    }
  }
}

extension ResourceChange {
  /// The properties because of which a resource is replaced, in words; nil if there are none.
  var reason: String? {
    let words = properties.filter { $0.replaces == .always }.map { property in
      "`\(property.name)`" + (property.through.map { " (`\($0)` is replaced)" } ?? "")
        + (property.conditions.isEmpty ? "" : " (if \(property.conditions.joined(separator: " and ")))")
    }
    return words.isEmpty ? nil : words.joined(separator: ", ")
  }
}
