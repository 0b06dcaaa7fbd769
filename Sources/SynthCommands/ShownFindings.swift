import Diagnostics

/// The findings that a report shows. Of very many, the first errors, then warnings, then notes are shown.
struct ShownFindings {
  private static let limit = 1_000

  /// The shown findings in source order; the last one is the number of the others, if there are any.
  let list: [Diagnostic]
  /// The number of all findings of each severity.
  let counts: [Severity: Int]

  init(of all: [Diagnostic]) {
    let counts = all.reduce(into: [Severity: Int]()) { $0[$1.severity, default: 0] += 1 }
    self.counts = counts
    guard all.count > Self.limit else {
      list = all
      return
    }
    var room = Self.limit
    var left: [Severity: Int] = [:]
    for severity in Severity.allCases.reversed() {
      let share = min(room, counts[severity, default: 0])
      left[severity] = share
      room -= share
    }
    var shown: [Diagnostic] = []
    var hidden: Diagnostic?
    for finding in all {
      if left[finding.severity, default: 0] > 0 {
        left[finding.severity, default: 0] -= 1
        shown.append(finding)
      } else {
        hidden = hidden ?? finding
      }
    }
    if let hidden {
      shown.append(
        Diagnostic(.notShown, message: "\(all.count - Self.limit) more findings are not shown", mark: hidden.mark))
    }
    list = shown
  }
}
