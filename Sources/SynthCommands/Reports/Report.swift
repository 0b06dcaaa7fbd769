import Diagnostics
import YAMLTree

/// All findings of a run, and how they are written.
struct Report {
  /// The minimum severity of findings that make the run fail.
  let failOn: Severity
  private var sources: [Source] = []
  private(set) var findings: [Diagnostic] = []
  private var problems: [FileProblem] = []
  /// The templates that the run writes.
  private var templates: [String] = []

  /// An empty report.
  init(failOn: Severity = .error) { self.failOn = failOn }

  /// The exit status. A file that cannot be read or written takes precedence over errors in specs.
  var status: ExitStatus {
    if !problems.isEmpty { return .failed }
    return findings.contains { $0.severity >= failOn } ? .specHasErrors : .fine
  }

  /// Adds the findings of one spec. Each compilation numbers its sources from 0; here the numbers continue.
  mutating func add(_ compilation: Compilation) {
    let base = UInt32(sources.count)
    sources += compilation.sources
    findings += base == 0 ? compilation.findings : compilation.findings.map { $0.shifted(by: base) }
  }

  /// Adds a file that cannot be read or written.
  mutating func add(_ problem: FileProblem) {
    if !problems.contains(problem) { problems.append(problem) }
  }

  /// Adds templates that the run writes. Throws if one of them or a report would overwrite a spec, a file that it
  /// includes, or another output.
  mutating func reserve(_ templates: [String], _ reporting: Reporting) throws(FileProblem) {
    var check = OverwriteCheck(inputs: sources)
    for path in templates {
      try check.add(output: path)
      self.templates.append(path)
    }
    for path in reporting.requests.compactMap(\.path) { try check.add(output: path) }
  }

  /// Writes the findings in all requested formats, then the summary lines. Text is written first, then files, then
  /// standard output: if a file cannot be written, the later reports include that.
  func write(_ reporting: Reporting, summary lines: [String] = []) throws(ExitStatus) {
    var report = self
    let isComplete = report.writeFiles(reporting)
    var isReported = false
    for request in reporting.requests where request.path == nil {
      isReported = true
      if request.isOnStandardOutput {
        try Console.write(
          report.render(request.format, quiet: reporting.quiet, color: Console.hasColorOnOutput))
      } else {
        report.writeToError(request.format, quiet: reporting.quiet)
      }
    }
    // Problems with report files must always be visible.
    if !isComplete, !isReported { report.writeToError(.text, quiet: reporting.quiet, problemsOnly: true) }
    if !reporting.isOutputForPrograms, !reporting.quiet { try Console.write(lines: lines) }
    if !isComplete { throw .failed }
  }

  /// Writes reports to files; adds problems, and returns whether there were none.
  private mutating func writeFiles(_ reporting: Reporting) -> Bool {
    var isComplete = true
    var files: [OutputFile] = []
    let paths = reporting.requests.compactMap(\.path)
    if paths.isEmpty { return true }
    do throws(FileProblem) {
      var check = OverwriteCheck(inputs: sources)
      for path in templates + paths { try check.add(output: path) }
      for case (let path?, let format) in reporting.requests.map({ ($0.path, $0.format) }) {
        do throws(FileProblem) {
          files.append(try OutputFile(path: path, bytes: render(format, quiet: reporting.quiet)))
        } catch {
          add(error)
          isComplete = false
        }
      }
      try AtomicWriting.write(files)
      return isComplete
    } catch {
      add(error)
      return false
    }
  }

  /// Writes the findings as text to standard error.
  func writeText(quiet: Bool) {
    writeToError(.text, quiet: quiet)
  }

  private func writeToError(_ format: ReportFormat, quiet: Bool, problemsOnly: Bool = false) {
    // The problem has no location: its message names the file.
    let found = problemsOnly ? [] : findings
    let all = (found + problems.map { $0.diagnostic(at: .nowhere) }).filter { isWanted($0, quiet) }
    if all.isEmpty { return }
    Console.writeToError(
      format.render(all, in: sources, failOn: failOn, color: Console.hasColor, summary: !quiet && !problemsOnly))
  }

  private func render(_ format: ReportFormat, quiet: Bool, color: Bool = false) -> [UInt8] {
    // These formats need a location: the start of the file, whose text was not read.
    var sources = sources
    var all = findings
    if format.isForPrograms {
      for problem in problems {
        all.append(problem.diagnostic(at: Mark(source: UInt32(sources.count), start: 0, end: 0)))
        sources.append(Source(path: problem.path, bytes: []))
      }
    } else {
      all += problems.map { $0.diagnostic(at: .nowhere) }
    }
    if format.wantsRelativePaths {
      sources = sources.map { Source(path: RelativePath.fromHere($0.path), bytes: $0.bytes) }
    }
    return format.render(
      all.filter { isWanted($0, quiet) }, in: sources, failOn: failOn, color: color, summary: !quiet)
  }

  /// Findings that make the run fail are always reported.
  private func isWanted(_ finding: Diagnostic, _ quiet: Bool) -> Bool {
    !quiet || finding.severity == .error || finding.severity >= failOn
  }
}

extension FileProblem {
  fileprivate func diagnostic(at mark: Mark) -> Diagnostic {
    Diagnostic(kind, message: message, mark: mark, help: help)
  }
}

extension Diagnostic {
  fileprivate func shifted(by base: UInt32) -> Diagnostic {
    moved { $0.shifted(by: base) }
  }
}

extension Mark {
  fileprivate func shifted(by base: UInt32) -> Mark {
    isNowhere ? self : Mark(source: source + base, start: start, end: end)
  }
}
