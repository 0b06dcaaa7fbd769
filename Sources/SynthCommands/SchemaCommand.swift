import ArgumentParser
import Gateway

/// `schema`
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema", abstract: "Print the JSON Schema of the spec language, for editors.",
    discussion: """
      An editor with a YAML language server completes and checks a spec that begins with a line like \
      `# yaml-language-server: $schema=schema.json`.
      """)

  func run() throws {
    try Console.write(LanguageReference.schema)
  }
}
