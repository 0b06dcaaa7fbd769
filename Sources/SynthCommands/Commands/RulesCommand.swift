import ArgumentParser
import Diagnostics
import Gateway
import JSONWriting

/// `rules`
struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules", abstract: "List all rules.",
    discussion: """
      EXAMPLES:
        apigw-synth rules
        apigw-synth rules --area AUT --format markdown
      """)

  @Option(
    name: .shortAndLong,
    help: "text: a table; json: an array with all explanations; markdown: an index, or with --area a page.")
  var format = PageFormat.text

  @Option(help: ArgumentHelp("Only rules whose IDs begin with these letters.", valueName: "letters"))
  var area: String?

  func run() throws {
    let area = try self.area.map(RulesCommand.area)
    let kinds =
      area.map { area in FindingKind.all.filter { Area.of($0.id)?.letters == area.letters } } ?? FindingKind.all
    switch format {
    case .text:
      try Console.write(
        alignedColumns(
          [["ID", "SEVERITY", "SUMMARY"]] + kinds.map { [$0.id, $0.severityLabel, $0.summary] }))
    case .json: try Console.write(json(kinds))
    case .markdown:
      let text = area.map { RulePage.page(kinds, introduction: RulesCommand.heading(of: $0)) } ?? RulesCommand.index
      try Console.write(text)
    }
  }

  private static func area(_ letters: String) throws -> Area {
    if let area = Area.all.first(where: { $0.letters == letters.uppercased() }) { return area }
    let known = Area.all.map(\.letters).joined(separator: ", ")
    throw ValidationError("unknown area \(visible(letters)); the areas are \(known)")
  }

  private static func heading(of area: Area) -> String {
    "# \(area.title)\n\nPrinted by `apigw-synth rules --format markdown --area \(area.letters)`. [All rules](../rules.md)\n"
  }

  /// The introduction, and a table for each area.
  private static var index: String {
    introduction
      + Area.all.map { area in
        let kinds = FindingKind.all.filter { Area.of($0.id)?.letters == area.letters }
        let page = "rules/\(area.letters).md"
        return "\n## [\(area.title)](\(page))\n\n" + RulePage.table(kinds, page: page)
      }.joined()
  }

  private static let introduction = """
    # Rules

    Printed by `apigw-synth rules --format markdown`; `apigw-synth explain ID` prints one rule.

    To suppress a finding, add a comment with a reason on its line, or on a line of its own above it:
    `# apigw-synth: ignore[ID, ID2] reason`. To ignore a rule in a whole spec, set `lint: {ignore: [ID]}` at the top
    level; to change its severity, set `lint: {severity: {ID: note}}`. An ignore comment that matches no finding, has no
    ID or has no reason is reported.

    Optional rules apply to nearly every spec, so they run only if `lint: {severity: {ID: note}}` enables them; that is
    also their severity.

    Errors that make the template incomplete cannot be ignored: a spec that cannot be read (`YAML`, `SPEC`, `INC`,
    `VAR`), unresolved names (`REF`), invalid route keys, and everything else that prevents a resource from being
    generated. An attempt to ignore them is reported as `LINT004`.

    """

  private func json(_ kinds: [FindingKind]) -> [UInt8] {
    var json = JSONWriter()
    json.array {
      for one in kinds {
        $0.object {
          $0.member("id", one.id)
          $0.member("severity", one.severity.rawValue)
          $0.member("summary", one.summary)
          $0.member("why", one.why)
          $0.member("source", orNull: one.source)
          $0.member("page", orNull: one.page)
          $0.member("bad", orNull: one.example?.unmarked)
          $0.member("good", orNull: one.example?.good)
          $0.member("optional", one.isOptional)
        }
      }
    }
    return json.finish()
  }
}
