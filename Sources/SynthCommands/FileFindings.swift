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

  static let unknownChoice = FindingKind(
    id: "OPT001", summary: "unknown environment or variable on the command line",
    why: "The option would not change any template.")

  /// All of them.
  static let files = [
    unreadableFile, unwritableFile, sameOutput, unknownChoice,
  ]
}
