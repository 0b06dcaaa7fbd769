/// Keys that are not scalars, and duplicate keys.
extension TreeBuilder {
  /// Checks the entries of a mapping that has just been read. If they differ from its children, they are stored in the
  /// arena's table.
  mutating func finishMapping(_ index: UInt32) {
    let end = UInt32(arena.records.count)
    var merges: [UInt32] = []
    var children = 0
    var child = index + 1
    keys.clear()
    while child < end {
      let key = arena.resolved(child)
      if key.kind != .scalar {
        report(keyNotText(child))
      } else if isMergeKey(key) {
        if let first = merges.first { report(repeated(child, first: first)) }
        merges.append(child)
      } else if let first = keys.insert(child, arena) {
        report(repeated(child, first: first))
      }
      children += 1
      child = arena.next(arena.next(child))
    }
    arena.records[index].length = UInt32(keys.count)
    if keys.count != children { fillTable(of: index, merges: merges) }
  }

  /// Whether a key is the merge key `<<` of YAML 1.1. In quotes it is an ordinary string.
  private func isMergeKey(_ key: Record) -> Bool {
    key.length == 2 && key.flags == .plain && key.tag == 0 && ("<<" as StaticString).hasUTF8(arena.text(of: key))
  }

  private func repeated(_ key: UInt32, first: UInt32) -> Problem {
    let record = arena.resolved(key)
    let name = String(decoding: arena.text(of: record), as: UTF8.self)
    return Problem(
      kind: .duplicateKey, message: "duplicate key `\(name)`", mark: mark(of: key),
      related: [RelatedMark(message: "first defined here", mark: mark(of: first))],
      help: isMergeKey(record) ? "merge several mappings with one list: `<<: [*a, *b]`" : nil)
  }

  private func keyNotText(_ key: UInt32) -> Problem {
    let isMapping = arena.resolved(key).kind == .mapping
    return Problem(
      kind: .keyNotText, message: "a key must be a string, found a \(isMapping ? "mapping" : "list")",
      mark: mark(of: key),
      help: "quote a string that starts with a brace or bracket: `\(isMapping ? "\"{id}\"" : "\"[id]\"")`")
  }
}
