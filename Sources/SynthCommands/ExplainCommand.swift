import ArgumentParser
import Diagnostics
import SpecReading

/// `explain ID…`
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Say why a finding matters, how it looks, and how it is mended.")

  @Argument(help: ArgumentHelp("Ids, as they stand in brackets after findings.", valueName: "ID"))
  var ids: [String]

  func run() throws {
    let known = FindingKind.all.map(\.id)
    let found = try ids.map { id in
      guard let kind = FindingKind.all.first(where: { $0.id == id.uppercased() }) else {
        let nearest = Suggestion.nearest(to: id, among: known).map { "did you mean \($0)?" }
        throw ValidationError("there is no finding \(visible(id)); \(nearest ?? "`apigw-synth rules` lists them")")
      }
      return kind
    }
    try Console.write(Array(found.map(RulePage.text).joined(separator: "\n").utf8))
  }
}
