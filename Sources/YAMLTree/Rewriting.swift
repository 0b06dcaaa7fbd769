import CLibYAML

/// How a scalar is rewritten.
public enum Rewriting {
  /// It is not changed.
  case unchanged
  /// Its text is replaced. It stays plain or quoted, and keeps its tag.
  case text(String)
  /// Its text is unknown. It loses its mark, so that no further mistakes are reported for it.
  case unknown
}

/// Replacing the text of scalars after reading. Marks are kept.
extension Tree {
  /// The number of nodes. Nodes that are read later come after them.
  public var nodeCount: Int { arena.pointee.records.count }

  /// Whether a node is another one or one of its descendants, aliases not followed.
  public func contains(_ outer: Node, _ node: Node) -> Bool {
    node.index >= outer.index && node.index < max(arena.pointee.next(outer.index), outer.index + 1)
  }

  /// Calls `rewriting` for every scalar that contains two adjacent ASCII characters, in order, starting at a node
  /// number. If no text contains them, no node is visited. Returns whether any text was replaced.
  public func rewriteScalars(
    from first: Int, holding one: Unicode.Scalar, _ other: Unicode.Scalar, _ rewriting: (Node, String) -> Rewriting
  ) -> Bool {
    let pair = (UInt8(ascii: one), UInt8(ascii: other))
    guard first < nodeCount, hasPair(pair) else { return false }
    let end = nodeCount
    var isChanged = false
    for index in UInt32(first)..<UInt32(end) {
      let record = arena.pointee.records[index]
      guard record.kind == .scalar, !record.flags.contains(.stopgap), !record.flags.contains(.rewritten),
        hasPair(pair, in: arena.pointee.text(of: record))
      else { continue }
      let node = Node(index: index)
      let result = rewriting(node, string(node))
      if case .text = result { isChanged = true }
      rewrite(node, result)
    }
    return isChanged
  }

  /// Replaces the text of a scalar; `rewriteScalars` skips it from then on.
  public func rewrite(_ node: Node, _ rewriting: Rewriting) {
    let index = target(node).index
    switch rewriting {
    case .unchanged: return
    case .unknown: arena.pointee.records[index].flags.insert(.stopgap)
    case .text(let text):
      var record = arena.pointee.records[index]
      record.flags.insert(.rewritten)
      // An empty text or `null` from a variable is a string; only in the source is it a missing value.
      if text.isEmpty || text == "~" || text == "null" { record.flags.remove(.plain) }
      var copy = text
      copy.withUTF8 { arena.pointee.decode($0, into: &record) }
      arena.pointee.records[index] = record
    }
  }

  /// The mark of the rest of a scalar's text from its `number`th pair of two characters on, if that rest is the same in
  /// the file; otherwise the mark of the whole scalar.
  public func mark(
    of part: String, in node: Node, atPair number: Int, _ one: Unicode.Scalar, _ other: Unicode.Scalar
  ) -> Mark {
    let whole = mark(node)
    guard !whole.isNowhere else { return whole }
    let pair = (UInt8(ascii: one), UInt8(ascii: other))
    let bytes = sources[Int(whole.source)].bytes
    var left = number
    for place in Int(whole.start)..<max(Int(whole.start), Int(whole.end) - 1)
    where bytes[place] == pair.0 && bytes[place + 1] == pair.1 {
      left -= 1
      guard left < 0 else { continue }
      let end = place + part.utf8.count
      guard end <= Int(whole.end), bytes[place..<end].elementsEqual(part.utf8) else { return whole }
      return Mark(source: whole.source, start: UInt32(place), end: UInt32(end))
    }
    return whole
  }

  /// Whether any text has two adjacent characters.
  private func hasPair(_ pair: (UInt8, UInt8)) -> Bool {
    hasPair(pair, in: arena.pointee.decoded.range(from: 0, count: UInt32(arena.pointee.decoded.count)))
      || sources.contains { hasPair(pair, in: $0.text) }
  }

  private func hasPair(_ pair: (UInt8, UInt8), in text: UnsafeBufferPointer<UInt8>) -> Bool {
    var rest = text[...]
    while let start = UnsafeBufferPointer(rebasing: rest).baseAddress, rest.count > 1,
      let found = memchr(start, Int32(pair.0), rest.count - 1)
    {
      let place = rest.startIndex + (UnsafeRawPointer(found) - UnsafeRawPointer(start))
      if text[place + 1] == pair.1 { return true }
      rest = text[(place + 1)...]
    }
    return false
  }
}
