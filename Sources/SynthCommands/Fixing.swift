import ArgumentParser
import Diagnostics
import YAMLTree

/// The options that change specs.
struct FixOptions: ParsableArguments {
  @Flag(help: "Mend in the specs what has one right answer, then go on with what they say.")
  var fix = false

  @Flag(help: "Show what --fix would change, as a unified diff on standard output, and change nothing.")
  var diff = false

  /// Checks what the parser cannot.
  func checkUsage(specs: [String], _ options: ReportOptions) throws {
    guard fix || diff else { return }
    if specs.contains(InputFile.standardInput) {
      throw ValidationError("what comes from standard input cannot be changed; give a file")
    }
    if diff, let format = options.formatOnStandardOutput {
      throw ValidationError("--diff and --format \(format) both need standard output; give a file: -f \(format)=FILE")
    }
  }

  /// Reports what was found, and prints what would change.
  func show(_ batch: Batch, _ options: ReportOptions) throws(ExitStatus) {
    let fixed = FixedSpecs(batch)
    try Console.write(fixed.diff)
    try batch.report.write(options)
    try batch.report.status.end()
  }

  /// Mends what is wanted. What was found counts only if nothing changed; else everything is read again.
  func mend(_ batch: Batch, again: () -> Batch) -> (batch: Batch, lines: [String]) {
    guard fix else { return (batch, []) }
    let fixed = FixedSpecs(batch)
    if fixed.isEmpty { return (batch, []) }
    do throws(FileProblem) {
      try fixed.write()
    } catch {
      var batch = batch
      batch.add(error)
      return (batch, [])
    }
    return (again(), fixed.lines)
  }
}

/// The specs of a run with all fixes that were found.
private struct FixedSpecs {
  private var files: [(path: String, text: FixedText)] = []

  /// Every file once, however many specs include it.
  init(_ batch: Batch) {
    for item in batch.compiled {
      for (number, source) in item.compilation.sources.enumerated()
      where !files.contains(where: { $0.path == source.path }) {
        let fixes = item.compilation.findings.compactMap(\.fix).filter { fix in
          fix.edits.contains { $0.mark.source == UInt32(number) }
        }
        let text = FixedText(source, number: UInt32(number), fixes: fixes)
        if text.count > 0 { files.append((source.path, text)) }
      }
    }
  }

  var isEmpty: Bool { files.isEmpty }

  var diff: [UInt8] { files.flatMap { $0.text.diff(path: RelativePath.fromHere($0.path)) } }

  var lines: [String] { files.map { "fixed \($0.path) (\($0.text.count) change\($0.text.count == 1 ? "" : "s"))" } }

  /// Writes all files, unless one of them is not any more what was read.
  func write() throws(FileProblem) {
    var outputs: [OutputFile] = []
    for (path, text) in files {
      if try InputFile.read(path).bytes != text.source.bytes {
        throw FileProblem(.unwritableFile, path: path, reason: "it was changed in the meantime")
      }
      outputs.append(try OutputFile(path: path, bytes: text.bytes))
    }
    try Signals.holding { () throws(FileProblem) in try AtomicWriting.write(outputs) }
  }
}
