import ArgumentParser
import Gateway

/// `synth SPEC… -o DIR`, the command that runs when none is named.
struct SynthCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "synth", _superCommandName: Apigw.name, abstract: "Write the templates of specs.",
    usage: """
      apigw-synth SPEC … -o DIR
      apigw-synth SPEC -o -
      """,
    discussion: """
      A template is called after its spec's `stack`, else after the spec's file: DIR/STACK.template.json. It is \
      replaced as a whole or, if nothing changes, left alone. Nothing is written if any of the specs has an error, \
      or a finding that --fail-on names.
      """)

  /// What stands for standard output where a folder is expected.
  static let standardOutput = "-"

  @Argument(help: ArgumentHelp("The specs; - reads standard input.", valueName: "SPEC"), completion: .file())
  var specs: [String]

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Folder for the templates, made if missing; - prints the template.", valueName: "DIR"),
    completion: .directory)
  var output: String?

  @Flag(help: "Check everything, write nothing; needs no -o.")
  var validateOnly = false

  @Flag(help: "Say what would be written, changed or left, and write nothing.")
  var dryRun = false

  @OptionGroup var choices: ChoiceOptions
  @OptionGroup var fixes: FixOptions
  @OptionGroup var options: ReportOptions

  /// Checks what the parser cannot. Not in `validate`, which comes before the parser's own word on options that it does
  /// not know: a misspelt `--output` is not a missing one.
  private func checkUsage() throws {
    try options.checkUsage(specs: specs)
    try fixes.checkUsage(specs: specs, options)
    if fixes.fix, !fixes.diff, dryRun {
      throw ValidationError("--dry-run writes nothing, and --fix does; --diff shows what --fix would change")
    }
    // A diff needs no folder: nothing is written.
    if validateOnly || fixes.diff {
      if validateOnly, dryRun { throw ValidationError("--validate-only and --dry-run cannot be given together") }
      return
    }
    guard let output else {
      if let hint = CommandWords.hint(for: specs.first) { throw ValidationError(hint) }
      throw ValidationError("where to? Give a folder with -o DIR, or -o - to print the template")
    }
    if output.isEmpty { throw ValidationError("-o needs the name of a folder, or - to print the template") }
    guard output == Self.standardOutput else { return }
    if specs.count > 1 { throw ValidationError("-o - prints one template; give one spec, or a folder with -o DIR") }
    if let format = options.formatOnStandardOutput {
      throw ValidationError("-o - and --format \(format) both need standard output; give a folder with -o DIR")
    }
    if dryRun { throw ValidationError("--dry-run compares with what stands in a folder; give one with -o DIR") }
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

  /// Compiles the specs, once more if that mended something.
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
      if !item.compilation.template.children.isEmpty {
        Console.writeToError(
          Array("error: the template is too large for one file; give a folder for all of them with -o DIR\n".utf8))
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
        if !dryRun { try plan.carryOut() }
        lines += plan.lines(tense: dryRun ? .conditional : .past)
      }
    } catch {
      report.add(error)
    }
    // What a dry run has to say is what it was asked for, no summary.
    if dryRun {
      try report.write(options)
      try Console.write(lines: lines, toError: options.formatOnStandardOutput != nil)
    } else {
      try report.write(options, summary: lines)
    }
    try report.status.end()
  }
}
