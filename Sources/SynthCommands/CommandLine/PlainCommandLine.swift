/// The command line of most runs, `SPEC … -o DIR` or `validate SPEC …` without other options.
///
/// It is read without swift-argument-parser, which takes 10 M instructions for it, more than a run for ten routes: at run
/// time it looks up the conformances of every option, of absent ones as well. Every other command line, and so every
/// message about a wrong one, is left to the parser.
struct PlainCommandLine {
  private let isValidation: Bool
  private var specs: [String] = []
  private var output: String?

  /// Nil for every other command line.
  init?(_ arguments: [String]) {
    let command = Apigw.subcommand(arguments.first)
    isValidation = command == ValidateCommand.self
    guard isValidation || command == nil || command == SynthCommand.self, arguments.first != "help" else { return nil }
    var words = arguments.dropFirst(command == nil ? 0 : 1)
    while let word = words.popFirst() {
      if word == "-o", !isValidation, output == nil, let folder = words.popFirst(), Self.isName(folder) {
        output = folder
      } else if Self.isName(word) {
        specs.append(word)
      } else {
        return nil
      }
    }
    if specs.isEmpty || output == nil && !isValidation { return nil }
  }

  /// Whether a word cannot be an option.
  private static func isName(_ word: String) -> Bool { !word.isEmpty && !word.hasPrefix("-") }

  /// Does what the parsed command would do.
  func run() throws {
    if isValidation {
      let validation = Validation(specs: specs)
      try validation.checkUsage()
      try validation.run()
    } else {
      let generation = Generation(specs: specs, output: output)
      try generation.checkUsage()
      try generation.run()
    }
  }
}
