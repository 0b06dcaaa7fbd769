import ArgumentParser

/// `completions SHELL`
struct CompletionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "completions", _superCommandName: Apigw.name,
    abstract: "Print the completion script of a shell.",
    discussion: """
      The script completes commands, options, spec files, formats and IDs, and from the specs on the command line their \
      environments, variables, APIs and stages.

      EXAMPLES:
        apigw-synth completions bash > /etc/bash_completion.d/apigw-synth
        apigw-synth completions zsh > ~/.zfunc/_apigw-synth
        apigw-synth completions fish > ~/.config/fish/completions/apigw-synth.fish
      """)

  /// A shell.
  enum Shell: String, CaseIterable, ExpressibleByArgument {
    case bash, zsh, fish
  }

  @Argument(help: ArgumentHelp("bash, zsh or fish.", valueName: "SHELL"))
  var shell: Shell

  func run() throws {
    let script =
      switch shell {
      case .bash: CompletionScripts.bash
      case .zsh: CompletionScripts.zsh
      case .fish: CompletionScripts.fish
      }
    try Console.write(script)
  }
}

/// `complete -- WORD …`, which the scripts call.
struct CompleteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "complete", _superCommandName: Apigw.name,
    abstract: "Print the completions of a command line's last word.", shouldDisplay: false)

  @Argument(parsing: .captureForPassthrough)
  var words: [String] = []

  func run() throws {
    let words = words.first == "--" ? Array(self.words.dropFirst()) : words
    try Console.write(Completion(words).lines.map { $0 + "\n" }.joined())
  }
}
