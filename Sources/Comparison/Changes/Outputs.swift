import CloudFormation
import Diagnostics
import Gateway
import TextSearch

/// The outputs that differ between two versions, and what their readers lose.
struct OutputComparison {
  private(set) var lines: [ApiLine] = []
  private(set) var notes: [UpdateNote] = []
  /// A resource that the value of an output is of, by the place of the output in findings: the spec does not contain those of APIs.
  private(set) var owners: [String: String] = [:]

  init(_ changes: StackChanges) {
    let (old, new) = (changes.old.template, changes.new.template)
    noteExportedValues(changes)
    compareOutputs(old, new)
    for note in notes {
      guard let place = note.placeID, let output = new.outputs[String(place.dropFirst("Outputs.".count))] else {
        continue
      }
      output.forEachReference { if owners[place] == nil { owners[place] = $0 } }
    }
  }

  private mutating func compareOutputs(_ old: Template, _ new: Template) {
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
    let left = OutputComparison.exports(of: new).map(\.name.canonical)
    let removed = OutputComparison.exports(of: old).filter { !left.contains($0.name.canonical) }
    let kept = removed.first { new.outputs[$0.output] != nil }
    note(removed.map(\.name), .isRemoved(condition: nil), of: kept?.output)
  }

  /// Notes the exports that lose the same, if there are any.
  private mutating func note(_ names: [Value], _ flaw: ExportFlaw, of output: String? = nil) {
    guard let first = names.first else { return }
    let list = UpdateNote.list(names.map(\.words))
    let text = first.words.replacing("${AWS::StackName}", with: "STACK").replacing("AWS::StackName", with: "STACK")
    notes.append(
      UpdateNote(
        .updateExport,
        "\(flaw.words(list, isOne: names.count == 1)): the update fails if another stack imports "
          + (names.count == 1 ? "it" : "one of them"),
        at: output.map { "Outputs.\($0)" },
        help: "check it with: aws cloudformation list-imports --export-name '\(text)'"))
  }

  /// An export keeps its value as long as another stack imports it.
  private mutating func noteExportedValues(_ changes: StackChanges) {
    var found: [(flaw: ExportFlaw, names: [Value], output: String)] = []
    for output in changes.new.template.outputs.members {
      guard let after = output.value.object, let name = after["Export"]?.object?["Name"], let value = after["Value"],
        let before = changes.old.template.outputs.members.lazy.compactMap(\.value.object).first(where: {
          $0["Export"]?.object?["Name"]?.canonical == name.canonical
        }), let old = before["Value"]
      else { continue }
      let isConditional = after["Condition"] != before["Condition"] || changes.conditions.choose(output.value)
      let flaw: ExportFlaw
      if changes.change(old, to: value) {
        flaw = .changes
      } else if let condition = after["Condition"]?.text, isConditional, !changes.conditions.choose(value) {
        flaw = .isRemoved(condition: condition)
      } else if isConditional, changes.conditions.choose(value) {
        flaw = .mayChange
      } else {
        continue
      }
      if let index = found.firstIndex(where: { $0.flaw == flaw }) {
        found[index].names.append(name)
      } else {
        found.append((flaw, [name], output.key))
      }
    }
    for group in found { note(group.names, group.flaw, of: group.output) }
  }

  private static func exports(of template: Template) -> [(name: Value, output: String)] {
    template.outputs.members.compactMap { output in
      output.value.object?["Export"]?.object?["Name"].map { ($0, output.key) }
    }
  }
}

/// The change of an export because of which an update fails while another stack imports it.
private enum ExportFlaw: Equatable {
  case changes, mayChange
  case isRemoved(condition: String?)

  func words(_ names: String, isOne: Bool) -> String {
    switch self {
    case .changes: isOne ? "the value of the export \(names) changes" : "the values of the exports \(names) change"
    case .mayChange:
      "the value\(isOne ? " of the export" : "s of the exports") \(names) may change, because a condition does"
    case .isRemoved(let condition):
      "the export\(isOne ? " \(names) is" : "s \(names) are") removed" + (condition.map { " if not `\($0)`" } ?? "")
    }
  }
}

extension StackChanges {
  /// Whether a value is another one after the update, as far as that is known.
  fileprivate func change(_ old: Value, to new: Value) -> Bool {
    // A text may be what a function gave.
    if !areSame(old, new) { return (old.scalar == nil) == (new.scalar == nil) }
    return refersToFresh(new) || mappings.change(new)
  }
}

extension Array where Element: Hashable {
  /// Without repeated elements.
  var distinct: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
