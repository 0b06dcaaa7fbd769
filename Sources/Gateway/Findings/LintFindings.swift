import Diagnostics

/// Mistakes in ignoring findings. All are warnings, so that ignores do not accumulate unnoticed.
extension FindingKind {
  static let unusedIgnore = FindingKind(
    id: "LINT001", severity: .warning, summary: "unused ignore",
    why: """
      Either the finding has been fixed, or the comment is on the wrong line: it applies to its own line or, on a line
      of its own, to the next one. A comment that remains would hide the next mistake of the same kind.
      """)

  static let unknownId = FindingKind(
    id: "LINT002", severity: .warning, summary: "unknown rule ID",
    why: "Usually the ID is misspelled, so the intended finding is still reported.")

  static let ignoreWithoutReason = FindingKind(
    id: "LINT003", severity: .warning, summary: "ignore without a reason",
    why: """
      Other readers need to know why the finding does not matter here, and when it would. The reason follows the
      bracket: `# apigw-synth: ignore[VPC018] the proxy adds its own headers`.
      """)

  static let ignoredEssential = FindingKind(
    id: "LINT004", severity: .warning, summary: "ignore of an error that cannot be ignored",
    why: """
      If the spec cannot be read, refers to something that does not exist, or lacks something that a resource needs, the
      template is incomplete. An ignore can suppress a judgement, but cannot fill such a gap.
      """)

  static let malformedIgnore = FindingKind(
    id: "LINT005", severity: .warning, summary: "malformed ignore comment",
    why: "The form of the comment is `# apigw-synth: ignore[ID, ID2] reason`.")

  /// All of them.
  static let lint = [
    unusedIgnore, unknownId, ignoreWithoutReason, ignoredEssential, malformedIgnore,
  ]
}
