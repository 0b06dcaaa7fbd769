import ArgumentParser
import Gateway

/// `validate SPEC…`
struct ValidateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate", _superCommandName: Apigw.name,
    abstract: "Check specs without writing templates.")

  @Argument(help: ArgumentHelp("The specs; - reads standard input.", valueName: "SPEC"), completion: .file())
  var specs: [String]

  @OptionGroup var choices: ChoiceOptions
  @OptionGroup var fixes: FixOptions
  @OptionGroup var options: ReportOptions

  func run() throws {
    try options.checkUsage(specs: specs)
    try fixes.checkUsage(specs: specs, options)
    try Self.check(specs, choices.choices(), fixes, options)
  }

  /// Checks specs, and lists those that are valid.
  static func check(_ specs: [String], _ choices: Choices, _ fixes: FixOptions, _ options: ReportOptions)
    throws(ExitStatus)
  {
    let first = Batch(specs, choices, failOn: options.failOn)
    if fixes.diff { return try fixes.show(first, options) }
    let (batch, fixed) = fixes.mend(first) { Batch(specs, choices, failOn: options.failOn) }
    let lines =
      fixed
      + batch.compiled.filter { !$0.compilation.hasFindings(from: options.failOn) }.map {
        "\($0.path): valid (\(resourceCount($0.compilation.template.rootCount)))"
      }
    try batch.report.write(options, summary: lines)
    try batch.report.status.end()
  }
}
