import ArgumentParser
import Diagnostics
import SpecReading

/// `explain ID…`
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Explain a rule: the reason, and for most rules an example and its fix.",
    discussion: """
      EXAMPLES:
        apigw-synth explain REF001
        apigw-synth explain AUT021 DOM003
      """)

  @Argument(help: ArgumentHelp("Rule IDs, as shown in brackets after findings.", valueName: "ID"))
  var ids: [String]

  func run() throws {
    let known = FindingKind.all.map(\.id)
    let found = try ids.map { id in
      guard let kind = FindingKind.all.first(where: { $0.id == id.uppercased() }) else {
        let nearest = Suggestion.nearest(to: id, among: known).map { "did you mean \($0)?" }
        throw ValidationError("unknown rule \(visible(id)); \(nearest ?? "run `apigw-synth rules` for a list")")
      }
      return kind
    }
    let columns = TerminalWidth.columns
    try Console.write(found.map { RulePage.text(of: $0, width: columns) }.joined(separator: "\n"))
  }
}
