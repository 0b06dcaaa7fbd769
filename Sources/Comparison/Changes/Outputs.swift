import CloudFormation
import Diagnostics
import Gateway
import TextSearch

/// The outputs that differ between two versions, and what their readers lose.
struct OutputComparison {
  private(set) var lines: [ApiLine] = []
  private(set) var notes: [UpdateNote] = []

  init(_ changes: StackChanges) {
    let (old, new) = (changes.old.template, changes.new.template)
    noteExportedValues(changes)
    if old.outputs == new.outputs { return }
    for output in new.outputs.members {
      guard let before = old.outputs[output.key] else {
        lines.append(ApiLine(sign: .added, kind: "output", name: output.key, detail: ""))
        continue
      }
      let names = Difference.between(before, output.value).compactMap(\.path.first).distinct
      if names.isEmpty { continue }
      lines.append(ApiLine(sign: .changed, kind: "output", name: output.key, detail: names.joined(separator: ", ")))
    }
    for output in old.outputs.members where new.outputs[output.key] == nil {
      lines.append(ApiLine(sign: .removed, kind: "output", name: output.key, detail: ""))
    }
    let left = OutputComparison.exports(of: new).map(\.canonical)
    let removed = OutputComparison.exports(of: old).filter { !left.contains($0.canonical) }
    if let first = removed.first {
      let names = removed.prefix(4).map { "`\($0.words)`" }.joined(separator: ", ")
      let more = removed.count > 4 ? " and \(removed.count - 4) more" : ""
      notes.append(
        UpdateNote(
          .updateExport,
          removed.count == 1
            ? "the export \(names) is removed: the update fails if another stack imports it"
            : "the exports \(names)\(more) are removed: the update fails if another stack imports one of them",
          help: OutputComparison.help(first)))
    }
  }

  /// The command that shows who imports an export.
  private static func help(_ name: Value) -> String {
    let text = name.words.replacing("${AWS::StackName}", with: "STACK").replacing("AWS::StackName", with: "STACK")
    return "check it with: aws cloudformation list-imports --export-name '\(text)'"
  }

  /// An export keeps its value as long as another stack imports it.
  private mutating func noteExportedValues(_ changes: StackChanges) {
    for output in changes.new.template.outputs.members {
      guard let after = output.value.object, let name = after["Export"]?.object?["Name"], let value = after["Value"],
        let before = changes.old.template.outputs.members.lazy.compactMap(\.value.object).first(where: {
          $0["Export"]?.object?["Name"]?.canonical == name.canonical
        }), let old = before["Value"]
      else { continue }
      let isConditional = after["Condition"] != before["Condition"] || changes.conditions.choose(output.value)
      let flaw: String
      if changes.change(old, to: value) {
        flaw = "the value of the export `\(name.words)` changes"
      } else if let condition = after["Condition"]?.text, isConditional, !changes.conditions.choose(value) {
        flaw = "the export `\(name.words)` is removed if not `\(condition)`"
      } else if isConditional, changes.conditions.choose(value) {
        flaw = "the value of the export `\(name.words)` may change, because a condition does"
      } else {
        continue
      }
      notes.append(
        UpdateNote(
          .updateExport, "\(flaw): the update fails if another stack imports it",
          help: OutputComparison.help(name)))
    }
  }

  private static func exports(of template: Template) -> [Value] {
    template.outputs.members.compactMap { $0.value.object?["Export"]?.object?["Name"] }
  }
}

extension StackChanges {
  /// Whether a value is another one after the update, as far as that is known.
  fileprivate func change(_ old: Value, to new: Value) -> Bool {
    // A text may be what a function gave.
    if !areSame(old, new) { return (old.scalar == nil) == (new.scalar == nil) }
    var isOfReplaced = false
    new.forEachReference { isOfReplaced = isOfReplaced || self[$0]?.isFresh ?? false }
    return isOfReplaced || mappings.change(new)
  }
}

extension [String] {
  /// Without repeated elements.
  var distinct: [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }
}
