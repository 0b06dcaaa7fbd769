import Glibc
import SpecReading

/// The commands' names, for the case that one is misspelt: the parser takes it for a spec then, since `synth` need not
/// be named.
enum CommandWords {
  /// What to say about the first spec of a command line that is no file but reads like a command.
  static func hint(for spec: String?) -> String? {
    guard let spec, !spec.isEmpty, access(spec, F_OK) != 0 else { return nil }
    let words = Apigw.configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"]
    guard let word = Suggestion.nearest(to: spec, among: words) else { return nil }
    if word == spec { return "the command `\(word)` stands first: apigw-synth \(word) …" }
    return "there is no command or file `\(spec)`; did you mean the command `\(word)`?"
  }
}
