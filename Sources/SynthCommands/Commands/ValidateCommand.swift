import ArgumentParser
import Gateway

/// `validate SPEC…`
struct ValidateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate", _superCommandName: Apigw.name,
    abstract: "Check specs without writing templates.",
    usage: "apigw-synth validate SPEC …",
    discussion: """
      A folder means the specs in it and in its subfolders: .yaml and .yml files with `apis` at the top level.

      EXAMPLES:
        apigw-synth validate spec.yaml
        apigw-synth validate . --fail-on warning
        apigw-synth validate spec.yaml --env prod -f json
        apigw-synth validate spec.yaml --fix
      """)

  @Argument(
    help: ArgumentHelp("The specs, or folders with specs; - reads standard input.", valueName: "SPEC"),
    completion: .spec)
  var specs: [String]

  @Flag(help: "Print the use of AWS's limits.")
  var budget = false

  @OptionGroup var choices: ChoiceOptions
  @OptionGroup var fixes: FixOptions
  @OptionGroup var options: ReportOptions

  func run() throws {
    if budget {
      var generation = Generation(
        specs: specs, output: nil, budget: true, fixing: fixes.fixing, reporting: options.reporting)
      try generation.checkUsage()
      generation.choices = try choices.choices()
      return try generation.run()
    }
    var validation = Validation(specs: specs, fixing: fixes.fixing, reporting: options.reporting)
    try validation.checkUsage()
    validation.choices = try choices.choices()
    try validation.run()
  }
}

/// A run that checks specs, and lists those that are valid.
struct Validation {
  let specs: [String]
  var choices = ReadingChoices()
  var fixing = Fixing()
  var reporting = Reporting()

  /// Checks combinations of options that the parser does not check.
  func checkUsage() throws {
    try reporting.checkUsage(specs: specs)
    try fixing.checkUsage(specs: specs, reporting)
  }

  /// Checks the specs.
  func run() throws(ExitStatus) {
    let first = Batch(specs, choices, failOn: reporting.failOn)
    func again(_ drafts: Drafts) -> Batch { Batch(specs, choices, failOn: reporting.failOn, drafts: drafts) }
    if fixing.diff { return try fixing.show(first, reporting, again: again) }
    let (batch, fixed) = fixing.apply(first, again: again)
    let valid =
      batch.hasUnknownChoice ? [] : batch.compiled.filter { !$0.compilation.hasFindings(from: reporting.failOn) }
    let lines =
      fixed + valid.map { "\($0.path): valid (\($0.compilation.size))" }
    try batch.report.write(reporting, summary: lines)
    try batch.report.status.end()
  }
}
