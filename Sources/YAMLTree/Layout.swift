/// Nodes that are written alike: the same text in the same layout, so that every place in one has its like in the other at
/// the same distance from its start.
extension Tree {
  /// Takes in how a key and its value are written; equal for entries that are alike.
  public func hashLayout(of entry: (key: Node, value: Node), into state: inout UInt64) {
    let start = arena.pointee.records[entry.key.index].start
    forEachRecord(of: entry) { record in
      mix(UInt64(record.start &- start) << 32 | UInt64(record.end &- start), into: &state)
      if record.kind == .scalar {
        for byte in arena.pointee.text(of: record) { mix(UInt64(byte), into: &state) }
      }
    }
  }

  /// Whether two keys with their values are written alike.
  public func isAlike(_ a: (key: Node, value: Node), _ b: (key: Node, value: Node)) -> Bool {
    let starts = (arena.pointee.records[a.key.index].start, arena.pointee.records[b.key.index].start)
    let count = end(of: a.value) - a.key.index
    guard end(of: b.value) - b.key.index == count else { return false }
    for offset in 0..<count {
      let (one, other) = (arena.pointee.records[a.key.index + offset], arena.pointee.records[b.key.index + offset])
      guard one.kind == other.kind, one.flags == other.flags, one.tag == other.tag, one.source == other.source,
        one.start &- starts.0 == other.start &- starts.1, one.end &- starts.0 == other.end &- starts.1
      else { return false }
      switch one.kind {
      case .scalar where !isSame(arena.pointee.text(of: one), arena.pointee.text(of: other)): return false
      case .alias where one.link != other.link: return false
      default: break
      }
    }
    return true
  }

  /// The part of the source from a key to the end of its value.
  public func extent(of entry: (key: Node, value: Node)) -> Mark {
    let (first, last) = (arena.pointee.records[entry.key.index], arena.pointee.records[end(of: entry.value) - 1])
    return Mark(source: UInt32(first.source), start: first.start, end: max(first.end, last.end))
  }

  /// The part of the source from the start of a node to the end of the last one in it.
  public func extent(of node: Node) -> Mark {
    let mark = mark(node)
    return Mark(
      source: mark.source, start: mark.start, end: max(mark.end, arena.pointee.records[end(of: node) - 1].end))
  }

  private func forEachRecord(of entry: (key: Node, value: Node), _ body: (Record) -> Void) {
    for index in entry.key.index..<end(of: entry.value) { body(arena.pointee.records[index]) }
  }

  private func end(of node: Node) -> UInt32 { arena.pointee.next(node.index) }

  /// FNV-1a, a word at a time.
  private func mix(_ word: UInt64, into state: inout UInt64) { state = (state ^ word) &* 0x100_0000_01b3 }
}
