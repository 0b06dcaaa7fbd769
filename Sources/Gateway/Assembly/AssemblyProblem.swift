import Diagnostics
import SpecReading
import YAMLTree

/// Mistakes in combining the files of a spec.
enum AssemblyProblem: String, CaseIterable {
  /// A file that cannot be read.
  case unreadable = "INC001"
  /// A pattern that matches no file.
  case noMatch = "INC002"
  /// A file that includes itself, directly or indirectly.
  case circle = "INC003"
  /// A name that is defined in two files.
  case twice = "INC004"
  /// A key that is only allowed in the first file.
  case firstFile = "INC005"
  /// Files that include each other too deeply.
  case tooMany = "INC006"
  /// An undefined variable.
  case undefined = "VAR001"
  /// A variable that refers to itself.
  case circularValue = "VAR002"
  /// A `$(` without a valid variable name.
  case malformed = "VAR003"
  /// An unused variable.
  case unused = "VAR004"
  /// Variables that expand to too much text.
  case tooLong = "VAR005"
  /// An include path with a variable that a later file changes.
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
