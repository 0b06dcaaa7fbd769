import Diagnostics

/// What can be wrong outside of every spec.
extension FindingKind {
  static let unreadableFile = FindingKind(
    id: "FILE001", summary: "a file that cannot be read",
    why: "The operating system's own words say why. The other specs are checked all the same.")

  static let unwritableFile = FindingKind(
    id: "FILE002", summary: "a file or folder that cannot be written",
    why: "The operating system's own words say why. Nothing is left half written.")

  static let sameOutput = FindingKind(
    id: "FILE003", summary: "two specs that would be written to one file",
    why: "One of the templates would be gone; `stack` gives each of them a name of its own.")

  static let unknownChoice = FindingKind(
    id: "OPT001", summary: "an environment or a variable on the command line that no spec has",
    why: "What was meant by it would have no effect on any template.")

  /// All of them.
  static let files = [
    unreadableFile, unwritableFile, sameOutput, unknownChoice,
  ]
}
