import ArgumentParser
import Diagnostics
import Gateway
import JSONWriting

/// `rules`
struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules", abstract: "List everything that can be found.")

  /// How the list is printed.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, json, markdown
  }

  @Option(name: .shortAndLong, help: "text: a table; json: an array with all that explain knows; markdown: a page.")
  var format = Format.text

  func run() throws {
    switch format {
    case .text:
      try Console.write(
        alignedColumns(
          [["ID", "SEVERITY", "WHAT"]] + Explanation.all.map { [$0.id, $0.standing, $0.summary] }))
    case .json: try Console.write(json())
    case .markdown:
      let page = RulePage.document(Explanation.all, introduction: Self.introduction) { Area.of($0)?.title }
      try Console.write(Array(page.utf8))
    }
  }

  private static let introduction = """
    # What is found

    Printed by `apigw-synth rules --format markdown`; `apigw-synth explain ID` prints one of them.

    A finding is ignored where a comment on its line, or alone on the line above, says so and why:
    `# apigw-synth: ignore[ID, ID2] reason`. For a whole spec, `lint: {ignore: [ID]}` at its top does it, and
    `lint: {severity: {ID: note}}` changes how bad it is. An ignore that ignores nothing, names no id or says no reason
    is a finding of its own.

    What is optional is true of nearly every spec: it is looked for only where `lint: {severity: {ID: note}}` asks for
    it, with that severity.

    What nobody can ignore are errors that mean that something is missing from the template: a spec that cannot be read
    (`YAML`, `SPEC`, `INC`, `VAR`), names that lead nowhere (`REF`), route keys that are none, and whatever else keeps a
    resource from being written. They are told as often as they are there (`LINT004`).

    """

  private func json() -> [UInt8] {
    var json = JSONWriter()
    json.beginArray()
    for one in Explanation.all {
      let example = one.example
      json.beginObject()
      let pairs: [(String, String?)] = [
        ("id", one.id), ("severity", one.severity.rawValue), ("summary", one.summary), ("why", one.why),
        ("source", one.source), ("page", one.page), ("bad", example.map { Explanation.unmarked($0.bad) }),
        ("good", example?.good),
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
