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
      """)

  /// The output path that means standard output.
  static let standardOutput = "-"

  @Argument(help: ArgumentHelp("The specs; - reads standard input.", valueName: "SPEC"), completion: .file())
  var specs: [String]

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Folder for the templates, created if missing; - prints the template.", valueName: "DIR"),
    completion: .directory)
  var output: String?

  @Flag(help: "Check the specs without writing templates; does not need -o.")
  var validateOnly = false

  @Flag(help: "Print what would be written, changed or left unchanged, without writing it.")
  var dryRun = false

  @OptionGroup var choices: ChoiceOptions
  @OptionGroup var fixes: FixOptions
  @OptionGroup var options: ReportOptions

  /// Checks combinations of options that the parser does not check. Not in `validate`, which runs before the parser
  /// reports unknown options: a misspelled `--output` is not a missing one.
  private func checkUsage() throws {
    try options.checkUsage(specs: specs)
    try fixes.checkUsage(specs: specs, options)
    if fixes.fix, !fixes.diff, dryRun {
      throw ValidationError("--dry-run and --fix cannot be combined; use --diff to print the changes of --fix")
    }
    // Without templates, no folder is needed.
    if validateOnly || fixes.diff {
      if validateOnly, dryRun { throw ValidationError("--validate-only and --dry-run cannot be combined") }
      return
    }
    guard let output else {
      if let hint = CommandWords.hint(for: specs.first) { throw ValidationError(hint) }
      throw ValidationError("missing output; set a folder with -o DIR, or print the template with -o -")
    }
    if output.isEmpty { throw ValidationError("-o must be a folder, or - to print the template") }
    guard output == Self.standardOutput else { return }
    if specs.count > 1 { throw ValidationError("-o - prints one template; give one spec, or a folder with -o DIR") }
    if let format = options.formatOnStandardOutput {
      throw ValidationError("-o - and --format \(format) both use standard output; set a folder with -o DIR")
    }
    if dryRun { throw ValidationError("--dry-run compares with the files in a folder; set one with -o DIR") }
  }

  func run() throws {
    try checkUsage()
    if validateOnly || fixes.diff {
      try ValidateCommand.check(specs, choices.choices(), fixes, options)
    } else if output == Self.standardOutput {
      try printTemplate(choices.choices())
    } else {
      try writeTemplates(to: OutputFolder(output ?? "."), choices.choices())
    }
  }

  /// Compiles the specs, a second time if fixes were applied.
  private func compile(_ choices: Choices, outputFolder: String) -> (batch: Batch, fixed: [String]) {
    let first = Batch(specs, choices, outputFolder: outputFolder, failOn: options.failOn)
    let (batch, lines) = fixes.mend(first) {
      Batch(specs, choices, outputFolder: outputFolder, failOn: options.failOn)
    }
    return (batch, lines)
  }

  private func printTemplate(_ choices: Choices) throws(ExitStatus) {
    let (batch, fixed) = compile(choices, outputFolder: ".")
    try batch.report.write(options)
    // Standard output is for the template.
    if !options.quiet { try Console.write(lines: fixed, toError: true) }
    try batch.report.status.end()
    for item in batch.compiled {
      if item.compilation.template.isSplit {
        Console.writeToError(
          Array("error: the template is too large for one file; set a folder for several files with -o DIR\n".utf8))
        throw ExitStatus.failed
      }
      try Console.write(item.compilation.template.root.json())
    }
  }

  private func writeTemplates(to folder: OutputFolder, _ choices: Choices) throws(ExitStatus) {
    let (batch, fixed) = compile(choices, outputFolder: folder.path)
    var report = batch.report
    var lines = fixed
    do throws(FileProblem) {
      try OutputPlan.checkNames(of: batch.compiled, in: folder)
      if report.status == .fine {
        let plan = try OutputPlan(batch.compiled, folder: folder)
        let losses =
          plan.changesFiles
          ? batch.compiled.flatMap { EarlierTemplate.warnings(about: $0.compilation, in: folder) } : []
        if !dryRun { try plan.carryOut() }
        lines += plan.lines(tense: dryRun ? .conditional : .past) + losses
      }
    } catch {
      report.add(error)
    }
    // The output of a dry run is its result, not a summary.
    if dryRun {
      try report.write(options)
      try Console.write(lines: lines, toError: options.formatOnStandardOutput != nil)
    } else {
      try report.write(options, summary: lines)
    }
    try report.status.end()
  }
}
