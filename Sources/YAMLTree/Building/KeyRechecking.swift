/// Duplicate keys after variables in keys are replaced.
extension Tree {
  /// Checks mappings with rewritten keys, starting at a node number. The first of duplicate keys is kept; a key that
  /// `<<` adds is dropped without a report.
  public func checkRewrittenKeys(from first: Int, problems: inout [Problem]) {
    var keys = KeySet()
    for index in UInt32(first)..<UInt32(nodeCount) where arena.pointee.records[index].kind == .mapping {
      let node = Node(index: index)
      guard entries(node).contains(where: { isRewritten($0.key) }) else { continue }
      keys.clear()
      var kept: [Arena.Entry] = []
      var number = 0
      var own = count(node)
      let written = own
      for entry in entries(node) {
        number += 1
        if let first = keys.insert(entry.key.index, arena.pointee) {
          if number > written { continue }
          problems.append(repeated(entry.key, first: Node(index: first)))
          own -= 1
        } else {
          kept.append(Arena.Entry(key: entry.key.index, value: entry.value.index))
        }
      }
      if kept.count < number { retable(index, kept, own: own) }
    }
  }

  private func isRewritten(_ key: Node) -> Bool {
    arena.pointee.resolved(key.index).flags.contains(.rewritten)
  }

  private func repeated(_ key: Node, first: Node) -> Problem {
    Problem(
      kind: .duplicateKey, message: "duplicate key `\(string(key))`", mark: mark(key),
      related: [RelatedMark(message: "first defined here", mark: mark(first))],
      help: "the keys are equal after variables are replaced; rename or remove one of them")
  }

  private func retable(_ index: UInt32, _ entries: [Arena.Entry], own: Int) {
    let start = UInt32(arena.pointee.tableEntries.count)
    for entry in entries { arena.pointee.tableEntries.append(entry) }
    arena.pointee.tables[index] = start..<UInt32(arena.pointee.tableEntries.count)
    arena.pointee.records[index].flags.insert(.tabled)
    arena.pointee.records[index].length = UInt32(own)
  }
}
