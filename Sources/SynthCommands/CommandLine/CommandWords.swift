import Glibc
import SpecReading

/// Detects misspelled commands: the argument parser reads them as specs, since `synth` is the default command.
enum CommandWords {
  /// The message about the first argument, if it is neither a command nor a file but similar to a command.
  static func message(for argument: String?) -> String? {
    guard let argument, let help = help(for: argument) else { return nil }
    return "\(unknown(argument)); \(help)"
  }

  /// The message about a word that is neither a command nor a file.
  static func message(forAnyWord argument: String?) -> String? {
    if let message = message(for: argument) { return message }
    guard let argument, isWord(argument), access(argument, F_OK) != 0 else { return nil }
    return "\(unknown(argument)); `\(Apigw.name) --help` lists the commands"
  }

  /// `no such command or file …`
  static func unknown(_ argument: String) -> String { "no such command or file `\(argument)`" }

  /// The suggestion for an argument that is not a file but similar to a command.
  static func help(for argument: String) -> String? {
    guard isWord(argument), access(argument, F_OK) != 0 else { return nil }
    let words = Apigw.configuration.subcommands.compactMap { $0.configuration.commandName } + ["help", "version"]
    guard let word = Suggestion.nearest(to: argument, among: words) else { return nil }
    if word == "version" { return "did you mean `--version`?" }
    if word == argument { return "the command must come first: \(Apigw.name) \(word) …" }
    return "did you mean the command `\(word)`?"
  }

  /// Whether it can be a command: letters and hyphens.
  private static func isWord(_ argument: String) -> Bool {
    !argument.isEmpty && argument.utf8.first != UInt8(ascii: "-")
      && argument.utf8.allSatisfy { $0 == UInt8(ascii: "-") || $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A }
  }
}
