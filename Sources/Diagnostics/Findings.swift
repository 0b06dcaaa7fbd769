import YAMLTree

/// Collects findings.
public struct Findings: Sendable {
  private var all: [Diagnostic] = []
  private var seen: Set<Diagnostic> = []
  /// The number of errors.
  public private(set) var errorCount = 0
  /// The number of warnings.
  public private(set) var warningCount = 0
  /// The number of notes.
  public private(set) var noteCount = 0

  /// An empty collection.
  public init() {}

  /// Adds a finding, unless an equal one was added before.
  ///
  /// A finding without a location is dropped unless `always` is set: there is no line to show, and the element that
  /// generated the value has its own findings.
  public mutating func report(_ diagnostic: Diagnostic, always: Bool = false) {
    guard always || !diagnostic.mark.isNowhere, seen.insert(diagnostic).inserted else { return }
    all.append(diagnostic)
    switch diagnostic.severity {
    case .error: errorCount += 1
    case .warning: warningCount += 1
    case .note: noteCount += 1
    }
  }

  /// Adds several findings.
  public mutating func report(_ diagnostics: some Sequence<Diagnostic>) {
    for diagnostic in diagnostics { report(diagnostic) }
  }

  /// All findings by file, then location, then ID; otherwise in the order in which they were reported.
  public var sorted: [Diagnostic] {
    if all.count < 2 { return all }
    return all.enumerated().sorted { left, right in
      (left.element.mark.source, left.element.mark.start, left.element.id, left.offset)
        < (right.element.mark.source, right.element.mark.start, right.element.id, right.offset)
    }.map(\.element)
  }

  /// The number of all findings.
  public var count: Int { all.count }

  /// Whether there are no findings.
  public var isEmpty: Bool { all.isEmpty }
}
