import CloudFormation
import Diagnostics
import Gateway

/// Versions of functions that Lambda does not publish because nothing changes, and versions that do not get a change.
struct FunctionVersions {
  private(set) var notes: [UpdateNote] = []
  private let changes: StackChanges

  init(_ changes: StackChanges) {
    self.changes = changes
    let known = Set(changes.old.template.resources.compactMap(\.versionedFunction))
    for version in changes.new.template.resources {
      guard let function = version.versionedFunction, known.contains(function),
        let old = changes.old.template[function], let new = changes.new.template[function],
        !(changes[function]?.isFresh ?? false)
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
            topic: .collision, id: version.id, help: "change the function in each case, such as its `Description`"))
      case nil where !changed.isEmpty:
        let names = changed.map { "`\($0.name)`" }.joined(separator: ", ")
        notes.append(
          UpdateNote(
            .updateVersion, "the version `\(version.id)` does not get the new \(names) of `\(function)`",
            id: version.id, help: "use another logical ID for the version"))
      default: break
      }
    }
  }

  /// The changes of what a version of a function keeps.
  private func changesOfContent(_ id: String, _ old: Resource, _ new: Resource) -> [ResourceChange.Property] {
    let (before, after) = (FunctionVersion.content(of: old.properties), FunctionVersion.content(of: new.properties))
    return (changes[id]?.properties ?? []).filter { change in
      let name = change.name.prefix { $0 != "." }
      let isIndirect = change.through != nil || !change.conditions.isEmpty
      return isIndirect && after[String(name)] != nil || before[String(name)] != after[String(name)]
    }
  }
}

extension Resource {
  /// The function that this is a version of, if it is in the stack.
  fileprivate var versionedFunction: String? {
    type == "AWS::Lambda::Version" ? properties["FunctionName"]?.reference : nil
  }
}
