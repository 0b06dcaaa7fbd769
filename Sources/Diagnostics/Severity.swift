/// The severity of a finding.
public enum Severity: String, Comparable, CaseIterable, Sendable {
  /// Worth knowing; no change is needed.
  case note
  /// Probably a mistake.
  case warning
  /// A mistake; no template is written.
  case error

  /// Whether `left` is less severe than `right`.
  public static func < (left: Severity, right: Severity) -> Bool {
    left.rank < right.rank
  }

  private var rank: Int {
    switch self {
    case .note: 0
    case .warning: 1
    case .error: 2
    }
  }
}
