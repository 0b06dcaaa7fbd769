import Diagnostics
import SpecReading
import YAMLTree

/// What can be wrong before the files of a spec are one spec.
enum AssemblyProblem: String, CaseIterable {
  /// A file that is named cannot be read.
  case unreadable = "INC001"
  /// A pattern that no file matches.
  case noMatch = "INC002"
  /// A file that includes itself, maybe through others.
  case circle = "INC003"
  /// A name that two files define.
  case twice = "INC004"
  /// What only the first file says.
  case firstFile = "INC005"
  /// More files, or files deeper within one another, than anybody can mean.
  case tooMany = "INC006"
  /// A variable that is not defined.
  case undefined = "VAR001"
  /// A variable whose value needs itself.
  case circularValue = "VAR002"
  /// A `$(` that names no variable.
  case malformed = "VAR003"
  /// A variable that nothing uses.
  case unused = "VAR004"
  /// Variables that make texts too long.
  case tooLong = "VAR005"
  /// An include's path that a file changes which is read later.
  case changed = "VAR006"
}

extension Reader {
  func report(
    _ problem: AssemblyProblem, at mark: Mark, _ message: String, related: [Related] = [], help: String? = nil
  ) {
    findings.report(
      Diagnostic(
        id: problem.rawValue, severity: problem == .unused ? .warning : .error, message: message, mark: mark,
        related: related, help: help))
  }
}
