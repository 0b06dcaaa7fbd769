import YAMLTree

/// Collects findings.
public struct Findings: Sendable {
  private var all: [Diagnostic] = []
  private var seen: Set<Diagnostic> = []
  private var counts: [Severity: Int] = [:]

  /// An empty collection.
  public init() {}

  /// Adds a finding, unless an equal one was added before.
  ///
  /// A finding without a location is dropped unless `always` is set: there is no line to show, and the element that
  /// generated the value has its own findings.
  public mutating func report(_ diagnostic: Diagnostic, always: Bool = false) {
    guard always || !diagnostic.mark.isNowhere, seen.insert(diagnostic).inserted else { return }
    all.append(diagnostic)
    counts[diagnostic.severity, default: 0] += 1
  }

  /// Adds several findings.
  public mutating func report(_ diagnostics: some Sequence<Diagnostic>) {
    for diagnostic in diagnostics { report(diagnostic) }
  }

  /// All findings by file, then location, then ID; otherwise in the order in which they were reported.
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

  /// Whether there are no findings.
  public var isEmpty: Bool { all.isEmpty }
}
