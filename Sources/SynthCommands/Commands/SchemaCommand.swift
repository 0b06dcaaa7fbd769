import ArgumentParser
import Gateway

/// `schema`
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema", abstract: "Print the JSON Schema of the spec language, for editors.",
    discussion: """
      An editor with a YAML language server completes and checks specs that start with a line such as \
      `# yaml-language-server: $schema=schema.json`.

      EXAMPLES:
        apigw-synth schema > schema.json
      """)

  func run() throws {
    try Console.write(LanguageReference.schema)
  }
}
