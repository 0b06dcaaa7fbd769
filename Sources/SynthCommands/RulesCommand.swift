import ArgumentParser
import Diagnostics
import Gateway
import JSONWriting

/// `rules`
struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules", abstract: "List all rules.")

  /// The output format.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, json, markdown
  }

  @Option(name: .shortAndLong, help: "text: a table; json: an array with all explanations; markdown: a page.")
  var format = Format.text

  func run() throws {
    switch format {
    case .text:
      try Console.write(
        alignedColumns(
          [["ID", "SEVERITY", "SUMMARY"]] + FindingKind.all.map { [$0.id, $0.severityLabel, $0.summary] }))
    case .json: try Console.write(json())
    case .markdown:
      let page = RulePage.document(FindingKind.all, introduction: Self.introduction) { Area.of($0)?.title }
      try Console.write(Array(page.utf8))
    }
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

  private func json() -> [UInt8] {
    var json = JSONWriter()
    json.beginArray()
    for one in FindingKind.all {
      json.beginObject()
      let example = one.example
      let pairs: [(String, String?)] = [
        ("id", one.id), ("severity", one.severity.rawValue), ("summary", one.summary), ("why", one.why),
        ("source", one.source), ("page", one.page), ("bad", example?.unmarked), ("good", example?.good),
      ]
      for (key, value) in pairs {
        json.key(key)
        if let value { json.string(value) } else { json.null() }
      }
      json.key("optional")
      json.bool(one.isOptional)
      json.endObject()
    }
    json.endArray()
    return json.finish()
  }
}
