import Glibc
import SpecReading

/// Detects misspelled commands: the argument parser reads them as specs, since `synth` is the default command.
enum CommandWords {
  /// A hint about the first spec of a command line, if it is not a file but similar to a command.
  static func hint(for spec: String?) -> String? {
    guard let spec, !spec.isEmpty, access(spec, F_OK) != 0 else { return nil }
    let words = Apigw.configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"]
    guard let word = Suggestion.nearest(to: spec, among: words) else { return nil }
    if word == spec { return "the command must come first: apigw-synth \(word) …" }
    return "unknown command or file `\(spec)`; did you mean the command `\(word)`?"
  }
}
