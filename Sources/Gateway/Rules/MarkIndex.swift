import YAMLTree

/// The parts of files that findings mark, to find whether another one touches them.
struct MarkIndex {
  /// For each file, the marks by their start, each with the last end up to it.
  private var parts: [UInt32: [(start: UInt32, end: UInt32)]] = [:]

  init(_ marks: [Mark]) {
    for mark in marks { parts[mark.source, default: []].append((mark.start, mark.end)) }
    for source in parts.keys {
      var sorted = parts[source, default: []].sorted { $0.start < $1.start }
      for index in sorted.indices.dropFirst() { sorted[index].end = max(sorted[index].end, sorted[index - 1].end) }
      parts[source] = sorted
    }
  }

  /// Whether a mark and one of these have a part in common, or the end of one is the start of the other.
  func touches(_ mark: Mark) -> Bool {
    let sorted = parts[mark.source] ?? []
    // The number of those that start before its end.
    var (low, high) = (0, sorted.count)
    while low < high {
      let middle = (low + high) / 2
      if sorted[middle].start <= mark.end { low = middle + 1 } else { high = middle }
    }
    return low > 0 && sorted[low - 1].end >= mark.start
  }
}
