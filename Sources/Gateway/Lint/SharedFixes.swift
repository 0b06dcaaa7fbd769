import Diagnostics
import YAMLTree

/// Removes the fixes of texts that an alias refers to: they would also change its other places, where another value may
/// be right. The help remains.
public struct SharedFixes {
  private let shared: [Mark]

  /// The findings with the fixes that change only their own place.
  public static func removed(from findings: [Diagnostic], tree: Tree) -> [Diagnostic] {
    guard findings.contains(where: { $0.fix != nil }) else { return findings }
    let shared = SharedFixes(shared: tree.sharedScalars.sorted { ($0.source, $0.start) < ($1.source, $1.start) })
    if shared.shared.isEmpty { return findings }
    return findings.map { finding in
      guard let fix = finding.fix, fix.edits.contains(where: { shared.contain($0.mark) }) else { return finding }
      var kept = finding
      kept.fix = nil
      return kept
    }
  }

  /// Whether a text is in one of them.
  private func contain(_ mark: Mark) -> Bool {
    var (low, high) = (0, shared.count)
    while low < high {
      let middle = (low + high) / 2
      if (shared[middle].source, shared[middle].start) <= (mark.source, mark.start) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    guard low > 0 else { return false }
    return shared[low - 1].source == mark.source && mark.start <= shared[low - 1].end
  }
}
