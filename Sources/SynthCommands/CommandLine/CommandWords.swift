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
    if let other = elsewhere.first(where: { $0.words.contains(argument) }) { return other.help }
    let words = Apigw.configuration.subcommands.compactMap { $0.configuration.commandName } + ["help", "version"]
    guard let word = Suggestion.nearest(to: argument, among: words) else { return nil }
    if word == "version" { return "did you mean `--version`?" }
    if word == argument { return "the command must come first: \(Apigw.name) \(word) …" }
    return "did you mean the command `\(word)`?"
  }

  /// Commands of other tools.
  private static let elsewhere: [(words: Set<String>, help: String)] = [
    (["deploy", "apply", "up"], "the program writes templates; deploy them with `aws cloudformation deploy`"),
    (["destroy", "remove", "down"], "delete stacks with `aws cloudformation delete-stack`"),
    (["plan", "preview"], "did you mean the command `diff`?"),
    (["lint", "check", "test"], "did you mean the command `validate`?"),
    (["package", "build", "generate"], "did you mean the command `synth`?"),
    (["list", "ls", "show", "info"], "did you mean the command `routes`?"),
  ]

  /// A message of the parser about an option of another tool, with the option of this program.
  static func withOption(_ message: String) -> String {
    let options = [
      "--stage": "--env", "-s": "--env", "--environment": "--env", "--var": "--set", "-var": "--set",
      "--param": "--set",
      "--parameter-overrides": "--set", "--context": "--set", "-c": "--set",
    ]
    let start = "error: Unknown option '"
    guard let line = message.split(separator: "\n").first, line.hasPrefix(start) else { return message }
    let word = line.dropFirst(start.utf8.count).prefix { $0 != "'" }
    guard let option = options[String(word)] else { return message }
    return "\(start)\(word)'. Did you mean '\(option)'?" + message.dropFirst(line.count)
  }

  /// Whether it can be a command: letters and hyphens.
  private static func isWord(_ argument: String) -> Bool {
    !argument.isEmpty && argument.utf8.first != UInt8(ascii: "-")
      && argument.utf8.allSatisfy { $0 == UInt8(ascii: "-") || $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A }
  }
}
