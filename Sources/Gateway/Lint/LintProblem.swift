import Diagnostics

/// What can be wrong with ignoring. All are warnings: what an ignore hides must not grow unseen.
enum LintProblem: String, CaseIterable {
  /// It ignores nothing.
  case unused = "LINT001"
  /// It names an id that no finding has.
  case unknown = "LINT002"
  /// It says no reason.
  case noReason = "LINT003"
  /// It names an error without which the template would not be right.
  case essential = "LINT004"
  /// It has another form.
  case malformed = "LINT005"

  fileprivate var summary: String {
    switch self {
    case .unused: "an ignore that ignores nothing"
    case .unknown: "an id that no finding has"
    case .noReason: "an ignore without a reason"
    case .essential: "an error that cannot be ignored"
    case .malformed: "a comment to this program that it does not understand"
    }
  }

  fileprivate var why: String {
    switch self {
    case .unused:
      """
      What it ignored is mended, or it stands on the wrong line: a comment counts for its own line or, alone on a line,
      for the next one. Left where it is, it would hide the next mistake of the kind.
      """
    case .unknown: "Most often it is misspelt, so what it was meant for is told, or will be."
    case .noReason:
      """
      The next reader has to know why the finding does not count here, and when it would. The reason stands behind the
      bracket: `# apigw-synth: ignore[VPC018] the proxy adds its own headers`.
      """
    case .essential:
      """
      Where the spec cannot be read, names something that is not there, or says nothing that a resource needs, something
      is missing from the template. An ignore can take away a judgement; it cannot fill such a gap.
      """
    case .malformed: "The comment is written `# apigw-synth: ignore[ID, ID2] reason`."
    }
  }
}

extension Explanation {
  /// What the ids of ignoring stand for.
  static let lint: [Explanation] = LintProblem.allCases.map { problem in
    Explanation(id: problem.rawValue, severity: .warning, summary: problem.summary, why: problem.why)
  }
}
