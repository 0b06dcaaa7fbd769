/// Nodes that are composed of other nodes, which keep their marks.
extension Tree {
  /// A mapping of these entries, with the mark of another node.
  public func mapping(_ entries: [Entries.Element], like node: Node) -> Node {
    newMapping(entries.map { Arena.Entry(key: $0.key.index, value: $0.value.index) }, like: node)
  }

  /// A list of these items, with the mark of another node, and its tag if asked for.
  public func list(_ items: [Node], like node: Node, withTag: Bool = false) -> Node {
    let index = UInt32(arena.pointee.records.count)
    var record = newRecord(.sequence, like: node, length: items.count)
    if withTag { record.tag = arena.pointee.records[target(node).index].tag }
    record.link = index + UInt32(items.count) + 1
    arena.pointee.records.append(record)
    for item in items {
      var alias = newRecord(.alias, like: item, length: 0)
      alias.link = target(item).index
      arena.pointee.records.append(alias)
    }
    return Node(index: index)
  }

  /// A text, with the mark of another node.
  public func text(_ text: String, like node: Node) -> Node {
    let index = UInt32(arena.pointee.records.count)
    var record = newRecord(.scalar, like: node, length: 0)
    var copy = text
    copy.withUTF8 { arena.pointee.decode($0, into: &record) }
    arena.pointee.records.append(record)
    return Node(index: index)
  }

  /// Replaces a scalar with another node, as if the scalar were an alias of it.
  public func replace(_ node: Node, with other: Node) {
    arena.pointee.records[node.index].kind = .alias
    arena.pointee.records[node.index].link = target(other).index
  }

  func newMapping(_ entries: [Arena.Entry], like node: Node) -> Node {
    var record = newRecord(.mapping, like: node, length: entries.count)
    record.flags = .tabled
    record.link = UInt32(arena.pointee.records.count) + 1
    arena.pointee.records.append(record)
    let start = UInt32(arena.pointee.tableEntries.count)
    for entry in entries { arena.pointee.tableEntries.append(entry) }
    arena.pointee.tables[UInt32(arena.pointee.records.count - 1)] = start..<UInt32(arena.pointee.tableEntries.count)
    return Node(index: UInt32(arena.pointee.records.count - 1))
  }

  private func newRecord(_ kind: Record.Kind, like node: Node, length: Int) -> Record {
    let record = arena.pointee.records[node.index]
    return Record(kind, start: record.start, end: record.end, length: UInt32(length), source: record.source)
  }
}
