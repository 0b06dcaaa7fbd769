import Diagnostics
import YAMLTree

/// Removes the fixes of texts that an alias refers to: they would also change its other places, where another value may
/// be right. The help remains.
public enum SharedFixes {
  /// The findings with the fixes that change only their own place.
  public static func removed(from findings: [Diagnostic], tree: Tree) -> [Diagnostic] {
    guard findings.contains(where: { $0.fix != nil }) else { return findings }
    let shared = tree.sharedScalars
    if shared.isEmpty { return findings }
    let index = MarkIndex(shared)
    return findings.map { finding in
      guard let fix = finding.fix, fix.edits.contains(where: { index.touches($0.mark.beginning) }) else {
        return finding
      }
      var kept = finding
      kept.fix = nil
      return kept
    }
  }
}

extension Mark {
  /// Its first place.
  fileprivate var beginning: Mark { Mark(source: source, start: start, end: start) }
}
