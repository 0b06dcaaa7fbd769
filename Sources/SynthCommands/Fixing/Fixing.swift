import ArgumentParser
import Diagnostics
import YAMLTree

/// The options that apply fixes to specs.
struct FixOptions: ParsableArguments {
  @Flag(help: "Apply fixes to the specs for findings that have exactly one correct fix, then continue.")
  var fix = false

  @Flag(help: "Print the changes of --fix as a unified diff on standard output, without applying them.")
  var diff = false

  /// The chosen values.
  var fixing: Fixing { Fixing(fix: fix, diff: diff) }
}

/// Whether a run applies fixes to specs, or prints them.
struct Fixing {
  var fix = false
  var diff = false

  /// Checks combinations of options that the parser does not check.
  func checkUsage(specs: [String], _ reporting: Reporting) throws {
    guard fix || diff else { return }
    if specs.contains(InputFile.standardInput) {
      throw ValidationError("--fix and --diff cannot change standard input; give a file")
    }
    if diff, let format = reporting.formatOnStandardOutput {
      throw ValidationError("--diff and --format \(format) both use standard output; add a file: -f \(format)=FILE")
    }
  }

  /// Reports the findings, and prints the diff of the fixes that leave no more errors.
  func show(_ batch: Batch, _ reporting: Reporting, again: @escaping (Drafts) -> Batch) throws(ExitStatus) {
    let (fixed, _) = FixTrial(batch, again).accepted(without: [])
    try Console.write(fixed.diff)
    try batch.report.write(reporting)
    try batch.report.status.end()
  }

  /// Applies fixes if requested, until none is left. A fix that leaves more errors is not applied.
  func apply(_ batch: Batch, again: @escaping (Drafts) -> Batch) -> (batch: Batch, lines: [String]) {
    guard fix else { return (batch, []) }
    var (best, drafts) = (batch, Drafts())
    var counts: [FileIdentity: (path: String, count: Int)] = [:]
    var rejected: Set<FixTrial.Key> = []
    for _ in 0..<Fixing.rounds {
      let trial = FixTrial(best, drafts: drafts, again)
      let (fixed, failed) = trial.accepted(without: rejected)
      if fixed.isEmpty { break }
      rejected.formUnion(failed)
      for (identity, path, text) in fixed.files {
        counts[identity] = (path, (counts[identity]?.count ?? 0) + text.count)
        drafts[identity] = text.bytes
      }
      best = again(drafts)
    }
    if drafts.isEmpty { return (batch, []) }
    do throws(FileProblem) {
      try write(drafts, counts.values.map(\.path), of: batch)
    } catch {
      var batch = batch
      batch.add(error)
      return (batch, [])
    }
    let lines = counts.values.sorted { $0.path < $1.path }.map {
      "fixed \($0.path) (\($0.count) change\($0.count == 1 ? "" : "s"))"
    }
    return (best, lines)
  }

  /// A fix may make another one possible, but not without end.
  private static let rounds = 100

  /// Writes all files, unless one of them has changed since it was read.
  private func write(_ drafts: Drafts, _ paths: [String], of batch: Batch) throws(FileProblem) {
    let sources = batch.compiled.flatMap(\.compilation.sources)
    var outputs: [OutputFile] = []
    for path in paths {
      guard let bytes = drafts.source(path)?.bytes else { continue }
      outputs.append(try OutputFile(path: path, bytes: bytes))
    }
    try AtomicWriting.write(outputs) { () throws(FileProblem) in
      for path in paths where try InputFile.read(path).bytes != sources.first(where: { $0.path == path })?.bytes {
        throw FileProblem(.unwritableFile, path: path, reason: "it has changed since it was read")
      }
    }
  }
}
