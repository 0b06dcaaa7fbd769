import Diagnostics

/// Problems outside of specs.
extension FindingKind {
  static let unreadableFile = FindingKind(
    id: "FILE001", summary: "file that cannot be read",
    why: "The message of the operating system gives the reason. The other specs are checked nevertheless.")

  static let unwritableFile = FindingKind(
    id: "FILE002", summary: "file or folder that cannot be written",
    why: "The message of the operating system gives the reason. No file is written partially.")

  static let sameOutput = FindingKind(
    id: "FILE003", summary: "specs with the same output file",
    why: "One template would overwrite the other. Set a different `stack` in each spec.")

  static let overwrite = FindingKind(
    id: "FILE004", summary: "output file that is an input file or another output file",
    why: """
      Writing it would destroy a spec, an included file, an OpenAPI document, or another output of the same run. Files are
      compared by identity: a link is the same file. Nothing is written.
      """)

  static let unknownChoice = FindingKind(
    id: "OPT001", summary: "unknown environment or variable on the command line",
    why: "The option would not change any template.")

  static let notShown = FindingKind(
    id: "OPT002", severity: .note, summary: "more findings than a report shows",
    why: """
      A report shows at most 1,000 findings: errors first, then warnings. Usually many of them have the same cause; the others
      are shown when the first are fixed.
      """)

  /// All of them.
  static let files = [
    unreadableFile, unwritableFile, sameOutput, overwrite, unknownChoice, notShown,
  ]
}
