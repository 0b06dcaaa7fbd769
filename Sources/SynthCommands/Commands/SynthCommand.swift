import ArgumentParser
import Gateway

/// `synth SPEC… -o DIR`, the default command.
struct SynthCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "synth", _superCommandName: Apigw.name, abstract: "Generate templates from specs.",
    usage: """
      apigw-synth SPEC … -o DIR
      apigw-synth SPEC -o -
      """,
    discussion: """
      The file name of a template is its spec's `stack`, or the spec's file name: DIR/STACK.template.json. Writing is \
      atomic, and unchanged files are not touched. Nothing is written if any of the specs has an error, or a finding \
      that makes the run fail because of --fail-on.

      Then the commands of the AWS CLI that deploy the template are printed on standard error: `package` if it refers to \
      local code or nested templates, and `deploy` with the capabilities and parameters that it needs. --quiet omits them.

      EXAMPLES:
        apigw-synth spec.yaml -o out
        apigw-synth spec.yaml -o out/api.json --env prod --set version=7
        apigw-synth specs/ -o out --dry-run
        apigw-synth spec.yaml -o out -f text -f sarif=findings.sarif
      """)

  @Argument(
    help: ArgumentHelp("The specs, or folders with specs; - reads standard input.", valueName: "SPEC"),
    completion: .spec)
  var specs: [String]

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "Folder for the templates, created if missing; FILE.json writes that file; - prints the template.",
      valueName: "DIR"),
    completion: .directory)
  var output: String?

  @Flag(help: "Check the specs without writing templates; does not need -o.")
  var validateOnly = false

  @Flag(help: "Print what would be written, changed or left unchanged, without writing it.")
  var dryRun = false

  @Flag(help: "Print the use of AWS's limits instead of writing templates; does not need -o.")
  var budget = false

  @OptionGroup var style: StyleOptions
  @OptionGroup var choices: ChoiceOptions
  @OptionGroup var fixes: FixOptions
  @OptionGroup var options: ReportOptions

  /// Usage is not checked in `validate`, which runs before the parser reports unknown options: a misspelled `--output` is
  /// not a missing one.
  func run() throws {
    var generation = Generation(
      specs: specs, output: output, validateOnly: validateOnly, dryRun: dryRun, budget: budget, style: style.style,
      fixing: fixes.fixing,
      reporting: options.reporting)
    try generation.checkUsage()
    generation.choices = try choices.choices()
    try generation.run()
  }
}
