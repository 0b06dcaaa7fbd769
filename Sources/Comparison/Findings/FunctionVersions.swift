import CloudFormation
import Diagnostics
import Gateway
import TextSearch

/// Versions of functions that Lambda does not publish because nothing changes, and versions that do not get a change.
struct FunctionVersions {
  private(set) var notes: [UpdateNote] = []
  private let changes: StackChanges

  init(_ changes: StackChanges) {
    self.changes = changes
    for change in changes.all where change.type == "AWS::Serverless::Function" && change.action == .changed {
      noteSamVersion(change)
    }
    let known = Set(changes.old.template.resources.compactMap(\.versionedFunction))
    // Beside a new version, another one is kept as it is.
    let renewed = Set(
      changes.new.template.resources.filter { changes.isFresh($0.id) }.compactMap(\.versionedFunction))
    for version in changes.new.template.resources {
      guard let function = version.versionedFunction, known.contains(function),
        let old = changes.old.template[function], let new = changes.new.template[function],
        !changes.isFresh(function)
      else { continue }
      let changed = changesOfContent(function, old, new)
      switch changes[version.id]?.action {
      case .added where !changed.isEmpty && changed.allSatisfy { !$0.conditions.isEmpty }:
        let conditions = changed.flatMap(\.conditions).distinct.map { "`\($0)`" }
        notes.append(
          UpdateNote(
            .updateCollision,
            "the update may fail: `\(function)` changes only if \(conditions.joined(separator: " or ")), and otherwise "
              + "Lambda has an equal version already",
            id: version.id, help: "change the function in each case, such as its `Description`"))
      case (let action?) where (action == .added || action == .replaced) && changed.isEmpty && isKnown(new):
        notes.append(
          UpdateNote(
            .updateCollision,
            "the update fails: `\(function)` does not change, and Lambda has an equal version already; `\(version.id)` is \(action == .added ? "created" : "replaced")",
            id: version.id,
            help: (action == .added ? "keep the logical ID of the version" : "leave the version as it is")
              + ", or change the function, such as its `Description`"))
      // With the same fingerprint, the code is only at another path, or was uploaded.
      case nil where !changed.isEmpty && !changes.new.renewed.contains(version.id) && !renewed.contains(function):
        let names = changed.map { "`\($0.name)`" }.joined(separator: ", ")
        // Where the conditions are what they were, Lambda publishes nothing for another logical ID.
        let isUncertain = changed.allSatisfy { change in
          !change.conditions.isEmpty && old.properties[change.top] == new.properties[change.top]
        }
        notes.append(
          UpdateNote(
            .updateVersion,
            "the version `\(version.id)` does not get the new \(names) of `\(function)`"
              + (isUncertain ? ", which depends on a condition that changes" : ""),
            id: version.id,
            help: isUncertain
              ? "change the `Description` of the function as well, and the logical ID of a version in `resources`"
              : "use another logical ID for the version"))
      default: break
      }
    }
  }

  /// SAM publishes a version of a function only if some of its properties change (source: SAM Developer Guide,
  /// AWS::Serverless::Function, AutoPublishAliasAllProperties).
  private mutating func noteSamVersion(_ change: ResourceChange) {
    guard let old = changes.old.template[change.id]?.properties, let new = changes.new.template[change.id]?.properties,
      let alias = new["AutoPublishAlias"], old["AutoPublishAlias"] != nil,
      new["AutoPublishAliasAllProperties"]?.scalar != "true"
    else { return }
    let changed = change.properties.map(\.top).distinct
    if changed.contains(where: FunctionVersions.publishing.contains) { return }
    // Writing a default changes nothing.
    let (before, after) = (FunctionVersion.content(of: old), FunctionVersion.content(of: new))
    let lost = changed.filter { FunctionVersions.copied.contains($0) && (before[$0] != nil || after[$0] != nil) }
    if lost.isEmpty { return }
    notes.append(
      UpdateNote(
        .updateVersion,
        "the alias `\(alias.words)` of `\(change.id)` does not get the new \(UpdateNote.list(lost)): SAM publishes no version for it, "
          + "unless the code changes as well",
        id: change.id, help: "set `AutoPublishAliasAllProperties: true`"))
  }

  /// The properties of a function of SAM whose change publishes a version.
  private static let publishing: Set = [
    "AutoPublishAliasAllProperties", "AutoPublishCodeSha256", "CodeUri", "Environment", "ImageUri", "InlineCode",
    "MemorySize", "SnapStart",
  ]
  /// Others that a version keeps.
  private static let copied: Set = [
    "Architectures", "DeadLetterQueue", "EphemeralStorage", "FileSystemConfigs", "Handler", "ImageConfig", "KmsKeyArn",
    "Layers", "LoggingConfig", "Role", "Runtime", "Timeout", "Tracing", "VpcConfig",
  ]

  /// Whether the two templates show all that a version keeps: not where a local file or a parameter may change.
  private func isKnown(_ function: Resource) -> Bool {
    if case .string? = function.properties["Code"] { return false }
    let content = Value.object(FunctionVersion.content(of: function.properties))
    if content.hasText(where: { $0.contains("{{resolve:") }) { return false }
    return !content.refers { id in
      !id.hasPrefix("AWS::") && changes.new.template[id].map { $0.type == "AWS::Lambda::LayerVersion" } ?? true
    }
  }

  /// The changes of what a version of a function keeps.
  private func changesOfContent(_ id: String, _ old: Resource, _ new: Resource) -> [ResourceChange.Property] {
    let (before, after) = (FunctionVersion.content(of: old.properties), FunctionVersion.content(of: new.properties))
    return (changes[id]?.properties ?? []).filter { before[$0.top] != nil || after[$0.top] != nil }
  }
}

extension Resource {
  /// The function that this is a version of, if it is in the stack.
  fileprivate var versionedFunction: String? {
    type == "AWS::Lambda::Version" ? properties["FunctionName"]?.reference : nil
  }
}
