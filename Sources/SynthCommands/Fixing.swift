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

  /// Reports the findings, and prints the diff.
  func show(_ batch: Batch, _ reporting: Reporting) throws(ExitStatus) {
    let fixed = FixedSpecs(batch)
    try Console.write(fixed.diff)
    try batch.report.write(reporting)
    try batch.report.status.end()
  }

  /// Applies fixes if requested. After changes, everything is read and checked again.
  func mend(_ batch: Batch, again: () -> Batch) -> (batch: Batch, lines: [String]) {
    guard fix else { return (batch, []) }
    var batch = batch
    var counts: [String: Int] = [:]
    for _ in 0..<Fixing.rounds {
      let fixed = FixedSpecs(batch)
      if fixed.isEmpty { break }
      do throws(FileProblem) {
        try fixed.write()
      } catch {
        batch.add(error)
        return (batch, [])
      }
      counts.merge(fixed.counts) { $0 + $1 }
      let isPartial = batch.report.findings.contains(where: \.isCount)
      batch = again()
      if !isPartial { break }
    }
    return (
      batch,
      counts.sorted { $0.key < $1.key }.map { "fixed \($0.key) (\($0.value) change\($0.value == 1 ? "" : "s"))" }
    )
  }

  /// The maximum number of rounds: findings that are only counted have their fixes in the next one.
  private static let rounds = 100
}

/// The specs of a run with all fixes applied.
private struct FixedSpecs {
  private var files: [(path: String, text: FixedText)] = []

  /// Includes each file once, even if several specs include it, or by several paths.
  init(_ batch: Batch) {
    var known: Set<FileIdentity> = []
    for item in batch.compiled {
      for (number, source) in item.compilation.sources.enumerated() {
        guard let identity = FileIdentity(of: source.path), known.insert(identity).inserted else { continue }
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

  /// The number of changes by path.
  var counts: [String: Int] { Dictionary(files.map { ($0.path, $0.text.count) }, uniquingKeysWith: +) }

  /// Writes all files, unless one of them has changed since it was read.
  func write() throws(FileProblem) {
    var outputs: [OutputFile] = []
    for (path, text) in files { outputs.append(try OutputFile(path: path, bytes: text.bytes)) }
    try AtomicWriting.write(outputs) { () throws(FileProblem) in
      for (path, text) in files where try InputFile.read(path).bytes != text.source.bytes {
        throw FileProblem(.unwritableFile, path: path, reason: "it has changed since it was read")
      }
    }
  }
}
