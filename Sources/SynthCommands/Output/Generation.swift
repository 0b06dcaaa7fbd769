import ArgumentParser
import Gateway

/// A run that generates templates from specs.
struct Generation {
  /// The output path that means standard output.
  static let standardOutput = "-"

  let specs: [String]
  let output: String?
  var validateOnly = false
  var dryRun = false
  var budget = false
  var style = OutputStyle()
  var choices = ReadingChoices()
  var fixing = Fixing()
  var reporting = Reporting()

  /// Checks combinations of options that the parser does not check.
  func checkUsage() throws {
    try reporting.checkUsage(specs: specs)
    try fixing.checkUsage(specs: specs, reporting)
    if fixing.fix, !fixing.diff, dryRun {
      throw ValidationError("--dry-run and --fix cannot be combined; use --diff to print the changes of --fix")
    }
    // Without templates, no folder is needed.
    let reports = [("--validate-only", validateOnly), ("--budget", budget), ("--dry-run", dryRun)].filter(\.1)
    if reports.count > 1 { throw ValidationError("\(reports[0].0) and \(reports[1].0) cannot be combined") }
    if validateOnly || budget || fixing.diff { return }
    guard let output else {
      if let message = CommandWords.message(forAnyWord: specs.first) { throw ValidationError(message) }
      throw ValidationError("missing output; set a folder with -o DIR, or print the template with -o -")
    }
    if output.isEmpty { throw ValidationError("-o must be a folder, or - to print the template") }
    if output.hasSuffix(".yaml") || output.hasSuffix(".yml"), (try? status(of: output).isFolder) != true {
      throw ValidationError("templates are written as JSON; set a folder with -o DIR, or a file with -o FILE.json")
    }
    if OutputFolder.isFile(output), specs.count > 1 {
      throw ValidationError("-o FILE writes one template; give one spec, or a folder with -o DIR")
    }
    try style.checkUsage(output: output)
    guard output == Self.standardOutput else { return }
    if specs.count > 1 { throw ValidationError("-o - prints one template; give one spec, or a folder with -o DIR") }
    if let format = reporting.formatOnStandardOutput {
      throw ValidationError("-o - and --format \(format) both use standard output; set a folder with -o DIR")
    }
    if dryRun { throw ValidationError("--dry-run compares with the files in a folder; set one with -o DIR") }
  }

  /// Generates the templates.
  func run() throws(ExitStatus) {
    if validateOnly || fixing.diff {
      try Validation(specs: specs, choices: choices, fixing: fixing, reporting: reporting).run()
    } else if budget {
      try printBudget()
    } else if output == Self.standardOutput {
      try printTemplate()
    } else {
      try writeTemplates(to: OutputFolder(output: output ?? "."))
    }
  }

  /// Compiles the specs, a second time if fixes were applied.
  private func compile(outputFolder: String) -> (batch: Batch, lines: [String]) {
    let first = Batch(specs, choices, outputFolder: outputFolder, failOn: reporting.failOn)
    return fixing.apply(first) { drafts in
      Batch(specs, choices, outputFolder: outputFolder, failOn: reporting.failOn, drafts: drafts)
    }
  }

  /// The compiled specs for a result on standard output, so that everything else is on standard error.
  private func compileForOutput() throws(ExitStatus) -> [Batch.Item] {
    let (batch, fixed) = compile(outputFolder: ".")
    try batch.report.write(reporting)
    if !reporting.quiet { try Console.write(lines: fixed, toError: true) }
    try batch.report.status.end()
    return batch.compiled
  }

  private func printTemplate() throws(ExitStatus) {
    let items = try compileForOutput()
    if items.count > 1 {
      throw Console.failure("the folder has several specs; set a folder for the templates with -o DIR")
    }
    for item in items {
      if item.compilation.template.isSplit {
        throw Console.failure("the template is too large for one file; set a folder for several files with -o DIR")
      }
      try Console.write(style.template(of: item.compilation).root.json())
    }
  }

  private func printBudget() throws(ExitStatus) {
    for item in try compileForOutput() {
      let rows = (item.compilation.model?.exactBudget ?? []).map { use in
        [item.compilation.stack, use.owner, use.counted, "\(use.used)", "\(use.allowed)", "\(use.percent) %"]
      }
      try Console.write(alignedColumns([["SPEC", "OWNER", "LIMIT", "USED", "ALLOWED", "USE"]] + rows))
    }
  }

  private func writeTemplates(to folder: OutputFolder) throws(ExitStatus) {
    let (batch, fixed) = compile(outputFolder: folder.path)
    var report = batch.report
    var lines = fixed
    do throws(FileProblem) {
      try OutputPlan.checkNames(of: batch.compiled, in: folder)
      if report.status == .fine {
        let plan = try OutputPlan(batch.compiled, folder: folder, style)
        try report.reserve(plan.paths, reporting)
        let losses =
          plan.changesFiles && !style.isAssembly
          ? batch.compiled.flatMap { EarlierTemplate.warnings(about: $0.compilation, in: folder) } : []
        if !dryRun { try plan.carryOut() }
        lines += (dryRun ? plan.wouldBeLines : plan.lines) + losses
      }
    } catch {
      report.add(error)
    }
    // The output of a dry run is its result, not a summary.
    if dryRun {
      try report.write(reporting)
      try Console.write(lines: lines, toError: reporting.isOutputForPrograms)
    } else {
      try report.write(reporting, summary: lines)
    }
    try report.status.end()
    if !dryRun, !reporting.quiet, !reporting.isOutputForPrograms {
      try Console.write(lines: NextSteps.lines(for: batch.compiled, in: folder, style), toError: true)
    }
  }
}
