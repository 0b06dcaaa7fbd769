import ArgumentParser

/// The description of a command with its options, from which completions and the manual page are made.
struct HelpDescription {
  let name: String
  let abstract: String
  let discussion: String
  let arguments: [Argument]
  let subcommands: [HelpDescription]

  /// An option, a flag or a positional argument.
  struct Argument {
    /// `-o`, `--output`; none for a positional argument.
    var names: [String] = []
    var isFlag = false
    var isRepeating = false
    var isOptional = false
    let valueName: String
    let abstract: String
    /// All values, if they are known.
    var values: [String] = []
    var defaultValue: String?
    var files = Files.none

    /// The kind of files that a value names.
    enum Files {
      case none, folders
      case with(extensions: [String])
    }

    /// Whether a word is its name.
    func isNamed(_ word: String) -> Bool { names.contains(word) }
  }

  /// The whole program.
  static let program: HelpDescription = {
    let shown = Apigw.configuration.subcommands.map { $0.configuration }.filter { $0.shouldDisplay }
    let help = Argument(
      isRepeating: true, isOptional: true, valueName: "COMMAND", abstract: "A command.",
      values: shown.compactMap { $0.commandName })
    let subcommands = shown.map { HelpDescription($0, Argument.all(of: $0.commandName ?? "")) }
    return HelpDescription(
      Apigw.configuration, [],
      subcommands + [HelpDescription(CommandConfiguration(commandName: "help", abstract: "Show help."), [help])])
  }()

  private init(
    _ configuration: CommandConfiguration, _ arguments: [Argument], _ subcommands: [HelpDescription] = []
  ) {
    name = configuration.commandName ?? ""
    abstract = configuration.abstract
    discussion = configuration.discussion
    self.arguments = arguments
    self.subcommands = subcommands
  }

  /// The subcommand of a name.
  subscript(_ name: String) -> HelpDescription? { subcommands.first { $0.name == name } }
}
