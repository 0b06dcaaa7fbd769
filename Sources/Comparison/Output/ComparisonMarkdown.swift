import Diagnostics
import TextSearch

extension StackComparison {
  /// The comparison as Markdown, for a comment on a pull request.
  public func markdown(title: String) -> [UInt8] {
    var lines = ["### \(title)", ""]
    if isEmpty { lines.append("No changes.") }
    for note in notes {
      let help = note.help.map { " _\($0)_" } ?? ""
      let place = note.placeText.map { "`\($0)`: " } ?? ""
      lines.append("- **\(note.kind.severity.rawValue)** \(place)\(note.message)\(help) [\(note.kind.id)]")
    }
    for api in apis {
      lines += ["", "#### API \(api.name)", ""]
      lines += StackComparison.table(api.lines)
    }
    if !outputs.isEmpty { lines += ["", "#### Outputs", ""] + StackComparison.table(outputs) }
    if !resources.isEmpty { lines += ["", "#### Resources", ""] + countTable + details }
    if !otherSections.isEmpty { lines += ["", "Changed sections: \(otherSections.joined(separator: ", "))"] }
    return Array(lines.map { visible($0) + "\n" }.joined().utf8)
  }

  private static func table(_ lines: [ApiLine]) -> [String] {
    ["| | | | |", "| --- | --- | --- | --- |"]
      + lines.map { line in
        let detail = line.opens ? "**\(line.detail): open to everyone**" : line.detail
        return "| `\(line.sign.rawValue)` | \(line.kind) | `\(cell(line.name))` | \(cell(detail)) |"
      }
  }

  private var countTable: [String] {
    let actions = ResourceChange.Action.allCases
    return [
      "| type | \(actions.map(\.rawValue).joined(separator: " | ")) |",
      "| --- |" + actions.map { _ in " ---: |" }.joined(),
    ]
      + counts.map { row in
        "| \(row.type) | \(actions.map { row.counts[$0].map(String.init) ?? "" }.joined(separator: " | ")) |"
      }
  }

  private var details: [String] {
    let shown = resources.filter { $0.action != .added }
    if shown.isEmpty { return [] }
    return ["", "<details><summary>\(shown.count) changed, replaced or deleted</summary>", ""]
      + shown.map { "- `\($0.id)` \($0.type)\(StackComparison.cell($0.details))" } + ["", "</details>"]
  }

  /// Text that does not end a cell.
  private static func cell(_ text: String) -> String { text.replacing("|", with: "\\|") }
}
