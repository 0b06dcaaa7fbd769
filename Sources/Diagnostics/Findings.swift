import YAMLTree

/// Collects findings. Of very many, the first are kept and the others are only counted: a report shows fewer.
public struct Findings: Sendable {
  /// The number of findings of a severity that are kept, if it is limited.
  public static let limit = 2_000

  /// The number of errors whose help is searched for among all names.
  private static let helpLimit = 100

  /// The severities that are limited. Findings that may still be ignored must not be: all of them are needed.
  public var limited: [Severity]
  private var all: [Diagnostic] = []
  /// The findings that are only counted, as one for each severity.
  private var omitted: [Diagnostic] = []
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
  public init(limited: [Severity] = []) { self.limited = limited }

  /// Adds a finding, unless an equal one was added before.
  ///
  /// A finding without a location is dropped unless `always` is set: there is no line to show, and the element that
  /// generated the value has its own findings.
  public mutating func report(_ diagnostic: Diagnostic, always: Bool = false) {
    guard always || !diagnostic.mark.isNowhere else { return }
    if !diagnostic.isCount, number(of: diagnostic.severity) < Findings.limit || !limited.contains(diagnostic.severity) {
      guard insert(diagnostic) else { return }
    } else if let index = omitted.firstIndex(where: { $0.severity == diagnostic.severity }) {
      omitted[index].count += diagnostic.count
    } else {
      omitted.append(Diagnostic(countOf: diagnostic))
    }
    switch diagnostic.severity {
    case .error: errorCount += diagnostic.count
    case .warning: warningCount += diagnostic.count
    case .note: noteCount += diagnostic.count
    }
  }

  /// Whether there are more errors than a report shows, so that no others need to be found.
  public var isFull: Bool { errorCount >= Findings.limit }

  /// Whether there are so many errors that the help of another one, for which all names are searched, would come late: a
  /// search for each would cost the square of their number.
  public var isLong: Bool { errorCount >= Findings.helpLimit }

  private func number(of severity: Severity) -> Int {
    switch severity {
    case .error: errorCount
    case .warning: warningCount
    case .note: noteCount
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

  /// All findings by file, then location, then ID; otherwise in the order in which they were reported. The counted ones
  /// are last, as one for each severity.
  public var sorted: [Diagnostic] {
    if all.count + omitted.count < 2 { return all + omitted }
    let order = all.indices.sorted { left, right in
      let (one, other) = (all[left], all[right])
      return (one.mark.source, one.mark.start, one.id, left) < (other.mark.source, other.mark.start, other.id, right)
    }
    return order.map { all[$0] } + omitted
  }

  /// The number of all findings.
  public var count: Int { errorCount + warningCount + noteCount }

  /// Whether there are no findings.
  public var isEmpty: Bool { all.isEmpty && omitted.isEmpty }
}
