import Diagnostics

/// The findings that a report shows. Of very many, the first errors, then warnings, then notes are shown.
enum ShownFindings {
  private static let limit = 1_000

  /// The shown findings in source order; the last one is the number of the others, if there are any.
  static func list(of all: [Diagnostic]) -> [Diagnostic] {
    if all.count <= limit, !all.contains(where: \.isCount) { return all }
    var room = limit
    var left: [Severity: Int] = [:]
    for severity in Severity.allCases.reversed() {
      let share = min(room, all.count { $0.severity == severity && !$0.isCount })
      left[severity] = share
      room -= share
    }
    var shown: [Diagnostic] = []
    var hidden: Diagnostic?
    for finding in all {
      if left[finding.severity, default: 0] > 0, !finding.isCount {
        left[finding.severity, default: 0] -= 1
        shown.append(finding)
      } else {
        hidden = hidden ?? finding
      }
    }
    if let hidden {
      let number = all.reduce(0) { $0 + $1.count }
      let more = number - shown.count
      shown.append(
        Diagnostic(
          .notShown, message: more == 1 ? "1 more finding is not shown" : "\(more) more findings are not shown",
          mark: hidden.mark))
    }
    return shown
  }
}
