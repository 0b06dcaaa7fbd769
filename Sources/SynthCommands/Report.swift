import Diagnostics
import YAMLTree

/// All that a run found, in all specs, and how it is written.
struct Report {
  /// The severity from which on findings make the run fail.
  let failOn: Severity
  private var sources: [Source] = []
  private(set) var findings: [Diagnostic] = []
  private var problems: [FileProblem] = []

  /// A report of nothing.
  init(failOn: Severity = .error) { self.failOn = failOn }

  /// What the run amounts to. A file that cannot be read or written weighs more than errors in a spec.
  var status: ExitStatus {
    if !problems.isEmpty { return .failed }
    return findings.contains { $0.severity >= failOn } ? .specHasErrors : .fine
  }

  /// Adds what was found in one spec. Every compilation counts its sources from 0: here they follow one another.
  mutating func add(_ compilation: Compilation) {
    let base = UInt32(sources.count)
    sources += compilation.sources
    findings += base == 0 ? compilation.findings : compilation.findings.map { $0.shifted(by: base) }
  }

  /// Adds a file that cannot be read or written.
  mutating func add(_ problem: FileProblem) {
    problems.append(problem)
  }

  /// Writes what was found as the options want it, and after it what was done, where that is wanted. What is for
  /// people comes first, then files, then what is for a program: if a file cannot be written, all the others say so.
  func write(_ options: ReportOptions, summary lines: [String] = []) throws(ExitStatus) {
    var report = self
    var files: [OutputFile] = []
    for request in options.requests {
      guard let path = request.path else { continue }
      do throws(FileProblem) {
        files.append(try OutputFile(path: path, bytes: render(request.format, quiet: options.quiet)))
      } catch {
        report.add(error)
      }
    }
    do throws(FileProblem) {
      let changed = files.filter { $0.state != .same }
      try Signals.holding { () throws(FileProblem) in try AtomicWriting.write(changed) }
    } catch {
      report.add(error)
    }
    // Problems of these files have to reach somebody, whatever else was wanted.
    let isNew = report.problems.count > problems.count
    var isTold = false
    for request in options.requests where request.path == nil {
      isTold = true
      if request.format.isForPrograms {
        try Console.write(report.render(request.format, quiet: options.quiet))
      } else {
        report.writeToError(request.format, quiet: options.quiet)
      }
    }
    if isNew, !isTold { report.writeToError(.text, quiet: options.quiet, problemsOnly: true) }
    if options.formatOnStandardOutput == nil, !options.quiet { try Console.write(lines: lines) }
    if isNew { throw .failed }
  }

  /// Writes what was found for people, on standard error.
  func writeText(quiet: Bool) {
    writeToError(.text, quiet: quiet)
  }

  private func writeToError(_ format: ReportFormat, quiet: Bool, problemsOnly: Bool = false) {
    // A file problem has no place in a text: the message names the file.
    let found = problemsOnly ? [] : findings
    let all = (found + problems.map { $0.diagnostic(at: .nowhere) }).filter { isWanted($0, quiet) }
    if all.isEmpty { return }
    Console.writeToError(
      format.render(all, in: sources, failOn: failOn, color: Console.hasColor, summary: !quiet && !problemsOnly))
  }

  private func render(_ format: ReportFormat, quiet: Bool) -> [UInt8] {
    // Programs look for a place: the beginning of the file, of which no text was read.
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
    return format.render(all.filter { isWanted($0, quiet) }, in: sources, failOn: failOn)
  }

  /// Those that make the run fail are always told.
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
    Diagnostic(
      id: id, severity: severity, message: message, mark: mark.shifted(by: base),
      related: related.map { Related(message: $0.message, mark: $0.mark.shifted(by: base)) }, help: help,
      fix: fix.map { fix in
        Fix(
          fix.description,
          edits: fix.edits.map { edit in
            Edit(mark: edit.mark.shifted(by: base), original: edit.original, replacement: edit.replacement)
          })
      })
  }
}

extension Mark {
  fileprivate func shifted(by base: UInt32) -> Mark {
    isNowhere ? self : Mark(source: source + base, start: start, end: end)
  }
}
