import ArgumentParser

/// `manual`
struct ManualCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "manual", _superCommandName: Apigw.name,
    abstract: "Print the manual page.",
    discussion: """
      In the format of man(1): all commands with their options.

      EXAMPLES:
        apigw-synth manual | man -l -
        apigw-synth manual > /usr/local/share/man/man1/apigw-synth.1
      """)

  func run() throws { try Console.write(ManualPage(.program).text) }
}
