import YAMLTree

/// Collects findings.
public struct Findings: Sendable {
  private var all: [Diagnostic] = []
  private var seen: Set<Diagnostic> = []
  private var counts: [Severity: Int] = [:]

  /// No findings.
  public init() {}

  /// Adds a finding, unless exactly the same one was added before.
  ///
  /// One about a value that nobody wrote is dropped, unless it must be said `always`: there is no place to show, and
  /// what made the value has its own findings.
  public mutating func report(_ diagnostic: Diagnostic, always: Bool = false) {
    guard always || !diagnostic.mark.isNowhere, seen.insert(diagnostic).inserted else { return }
    all.append(diagnostic)
    counts[diagnostic.severity, default: 0] += 1
  }

  /// Adds several findings.
  public mutating func report(_ diagnostics: some Sequence<Diagnostic>) {
    for diagnostic in diagnostics { report(diagnostic) }
  }

  /// All findings by file, then place, then id; those at the same place in the order in which they were reported.
  public var sorted: [Diagnostic] {
    all.enumerated().sorted { left, right in
      (left.element.mark.source, left.element.mark.start, left.element.id, left.offset)
        < (right.element.mark.source, right.element.mark.start, right.element.id, right.offset)
    }.map(\.element)
  }

  /// The number of findings of one severity.
  public func count(_ severity: Severity) -> Int { counts[severity, default: 0] }

  /// The number of errors.
  public var errorCount: Int { count(.error) }

  /// The number of warnings.
  public var warningCount: Int { count(.warning) }

  /// The number of notes.
  public var noteCount: Int { count(.note) }

  /// The number of all findings.
  public var count: Int { all.count }

  /// Whether there are none.
  public var isEmpty: Bool { all.isEmpty }
}
