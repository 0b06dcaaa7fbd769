import YAMLTree

/// The parts of files that findings mark, to find whether another one touches them.
struct MarkIndex {
  /// A mark.
  private struct Part {
    let start: UInt32
    let end: UInt32
    /// The last end of the marks up to this one.
    var reach: UInt32
    /// The number of the mark.
    let index: Int
  }

  /// For each file, the marks by their start.
  private var parts: [UInt32: [Part]] = [:]

  init(_ marks: [Mark]) {
    for (index, mark) in marks.enumerated() {
      parts[mark.source, default: []].append(Part(start: mark.start, end: mark.end, reach: mark.end, index: index))
    }
    for source in parts.keys {
      var sorted = parts[source, default: []].sorted { $0.start < $1.start }
      for index in sorted.indices.dropFirst() {
        sorted[index].reach = max(sorted[index].reach, sorted[index - 1].reach)
      }
      parts[source] = sorted
    }
  }

  /// Whether a mark and one of these have a part in common, or the end of one is the start of the other.
  func touches(_ mark: Mark) -> Bool { parts(before: mark).last.map { $0.reach >= mark.start } ?? false }

  /// Whether one of those that touch a mark is wanted, by its number.
  func contains(touching mark: Mark, where isWanted: (Int) -> Bool) -> Bool {
    for part in parts(before: mark).reversed() {
      if part.reach < mark.start { return false }
      if part.end >= mark.start, isWanted(part.index) { return true }
    }
    return false
  }

  /// Those that start before the end of a mark.
  private func parts(before mark: Mark) -> ArraySlice<Part> {
    let sorted = parts[mark.source] ?? []
    var (low, high) = (0, sorted.count)
    while low < high {
      let middle = (low + high) / 2
      if sorted[middle].start <= mark.end { low = middle + 1 } else { high = middle }
    }
    return sorted[..<low]
  }
}
