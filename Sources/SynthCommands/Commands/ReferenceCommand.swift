import ArgumentParser
import Gateway

/// `reference`
struct ReferenceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reference", abstract: "Print the reference of the spec language, as Markdown.",
    discussion: """
      EXAMPLES:
        apigw-synth reference > language.md
      """)

  func run() throws {
    try Console.write(LanguageReference.markdown)
  }
}
