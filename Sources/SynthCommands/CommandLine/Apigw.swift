import ArgumentParser

/// The root command.
struct Apigw: ParsableCommand {
  /// The program's name.
  static let name = "apigw-synth"

  static let configuration = CommandConfiguration(
    commandName: name,
    abstract: "Generate CloudFormation templates from specs of HTTP and WebSocket APIs.",
    usage: """
      apigw-synth SPEC … -o DIR
      apigw-synth validate SPEC …
      apigw-synth diff SPEC … -o DIR
      apigw-synth ids SPEC
      apigw-synth explain ID
      """,
    discussion: """
      A spec is a YAML file. `apigw-synth spec.yaml -o out` writes out/spec.template.json for deployment with \
      CloudFormation. `apigw-synth synth --help` lists the options.

      Exit status: 0 success, 1 a spec has errors, 2 wrong usage or a file cannot be read or written.

      EXAMPLES:
        apigw-synth init hello
        apigw-synth validate hello/spec.yaml
        apigw-synth hello/spec.yaml -o out
        apigw-synth diff hello/spec.yaml -o out
      """,
    version: version,
    subcommands: [
      SynthCommand.self, ValidateCommand.self, DiffCommand.self, RoutesCommand.self, GraphCommand.self,
      TraceCommand.self,
      InitCommand.self, IdsCommand.self,
      ExplainCommand.self,
      RulesCommand.self,
      ReferenceCommand.self, SchemaCommand.self, CompletionsCommand.self, ManualCommand.self, CompleteCommand.self,
    ],
    defaultSubcommand: SynthCommand.self)

  /// The program's version.
  static let version = "0.1.0"

  /// The date of the version, for the manual page.
  static let date = "2026-11-27"

  // The prefix of all other error messages.
  static var _errorPrefix: String { "error: " }

  /// The subcommand of a name.
  static func subcommand(_ name: String?) -> (any ParsableCommand.Type)? {
    configuration.subcommands.first { $0.configuration.commandName == name }
  }
}
