import YAMLTree

/// Collects findings.
public struct Findings: Sendable {
  private var all: [Diagnostic] = []
  /// The last finding of each hash, and for each finding the one before it with the same hash: fewer bytes than a set.
  private var last: [Int: Int32] = [:]
  private var previous: [Int32] = []
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
    guard always || !diagnostic.mark.isNowhere, insert(diagnostic) else { return }
    switch diagnostic.severity {
    case .error: errorCount += 1
    case .warning: warningCount += 1
    case .note: noteCount += 1
    }
  }

  /// Whether there was no equal finding before.
  private mutating func insert(_ diagnostic: Diagnostic) -> Bool {
    var hasher = Hasher()
    diagnostic.hash(into: &hasher)
    hasher.combine(diagnostic.message)
    let hash = hasher.finalize()
    var index = last[hash]
    let newest = index
    while let known = index, known >= 0 {
      if all[Int(known)] == diagnostic { return false }
      index = previous[Int(known)]
    }
    last[hash] = Int32(all.count)
    previous.append(newest ?? -1)
    all.append(diagnostic)
    return true
  }

  /// Adds several findings.
  public mutating func report(_ diagnostics: some Sequence<Diagnostic>) {
    for diagnostic in diagnostics { report(diagnostic) }
  }

  /// All findings by file, then location, then ID; otherwise in the order in which they were reported.
  public var sorted: [Diagnostic] {
    if all.count < 2 { return all }
    let order = all.indices.sorted { left, right in
      let (one, other) = (all[left], all[right])
      return (one.mark.source, one.mark.start, one.id, left) < (other.mark.source, other.mark.start, other.id, right)
    }
    return order.map { all[$0] }
  }

  /// The number of all findings.
  public var count: Int { all.count }

  /// Whether there are no findings.
  public var isEmpty: Bool { all.isEmpty }
}
