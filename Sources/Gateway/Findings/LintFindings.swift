import Diagnostics

/// What can be wrong with ignoring. All are warnings: what an ignore hides must not grow unseen.
extension FindingKind {
  static let unusedIgnore = FindingKind(
    id: "LINT001", severity: .warning, summary: "an ignore that ignores nothing",
    why: """
      What it ignored is mended, or it stands on the wrong line: a comment counts for its own line or, alone on a line,
      for the next one. Left where it is, it would hide the next mistake of the kind.
      """)

  static let unknownId = FindingKind(
    id: "LINT002", severity: .warning, summary: "an id that no finding has",
    why: "Most often it is misspelt, so what it was meant for is told, or will be.")

  static let ignoreWithoutReason = FindingKind(
    id: "LINT003", severity: .warning, summary: "an ignore without a reason",
    why: """
      The next reader has to know why the finding does not count here, and when it would. The reason stands behind the
      bracket: `# apigw-synth: ignore[VPC018] the proxy adds its own headers`.
      """)

  static let ignoredEssential = FindingKind(
    id: "LINT004", severity: .warning, summary: "an error that cannot be ignored",
    why: """
      Where the spec cannot be read, names something that is not there, or says nothing that a resource needs, something
      is missing from the template. An ignore can take away a judgement; it cannot fill such a gap.
      """)

  static let malformedIgnore = FindingKind(
    id: "LINT005", severity: .warning, summary: "a comment to this program that it does not understand",
    why: "The comment is written `# apigw-synth: ignore[ID, ID2] reason`.")

  /// All of them.
  static let lint = [
    unusedIgnore, unknownId, ignoreWithoutReason, ignoredEssential, malformedIgnore,
  ]
}
