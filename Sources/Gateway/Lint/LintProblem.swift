import Diagnostics

/// Mistakes in ignoring findings. All are warnings, so that ignores do not accumulate unnoticed.
enum LintProblem: String, CaseIterable {
  /// It matches no finding.
  case unused = "LINT001"
  /// It has an unknown ID.
  case unknown = "LINT002"
  /// It has no reason.
  case noReason = "LINT003"
  /// It is for an error that makes the template incomplete.
  case essential = "LINT004"
  /// It is malformed.
  case malformed = "LINT005"

  fileprivate var summary: String {
    switch self {
    case .unused: "unused ignore"
    case .unknown: "unknown rule ID"
    case .noReason: "ignore without a reason"
    case .essential: "ignore of an error that cannot be ignored"
    case .malformed: "malformed ignore comment"
    }
  }

  fileprivate var why: String {
    switch self {
    case .unused:
      """
      Either the finding has been fixed, or the comment is on the wrong line: it applies to its own line or, on a line
      of its own, to the next one. A comment that remains would hide the next mistake of the same kind.
      """
    case .unknown: "Usually the ID is misspelled, so the intended finding is still reported."
    case .noReason:
      """
      Other readers need to know why the finding does not matter here, and when it would. The reason follows the
      bracket: `# apigw-synth: ignore[VPC018] the proxy adds its own headers`.
      """
    case .essential:
      """
      If the spec cannot be read, refers to something that does not exist, or lacks something that a resource needs, the
      template is incomplete. An ignore can suppress a judgement, but cannot fill such a gap.
      """
    case .malformed: "The form of the comment is `# apigw-synth: ignore[ID, ID2] reason`."
    }
  }
}

extension Explanation {
  /// The documentation of the rules about ignoring.
  static let lint: [Explanation] = LintProblem.allCases.map { problem in
    Explanation(id: problem.rawValue, severity: .warning, summary: problem.summary, why: problem.why)
  }
}
