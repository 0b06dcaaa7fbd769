import CLibYAML

/// What becomes of a scalar.
public enum Rewriting {
  /// It stays as it is.
  case unchanged
  /// It gets another text. In its place it stays what it was: plain or in quotes, with its tag.
  case text(String)
  /// Its text cannot be made out: it stands nowhere from now on, so that nothing more is said of it.
  case unknown
}

/// Scalars that get another text after they were read. Their marks stay.
extension Tree {
  /// How many nodes there are: those that are read next come after them.
  public var nodeCount: Int { arena.pointee.records.count }

  /// Whether a node is another one, or stands in it (what aliases bring does not).
  public func contains(_ outer: Node, _ node: Node) -> Bool {
    node.index >= outer.index && node.index < max(arena.pointee.records[outer.index].next, outer.index + 1)
  }

  /// Asks what becomes of every scalar that has two characters of ASCII next to each other, in the order of the nodes
  /// from a number of them on. Where no text has them, no node is looked at. Returns whether one got another text.
  public func rewriteScalars(
    from first: Int, holding one: Unicode.Scalar, _ other: Unicode.Scalar, _ rewriting: (Node, String) -> Rewriting
  ) -> Bool {
    let pair = (UInt8(ascii: one), UInt8(ascii: other))
    let all = arena.pointee.text.range(from: 0, count: UInt32(arena.pointee.text.count))
    guard first < nodeCount, hasPair(pair, in: all) else { return false }
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

  /// Gives a scalar another text; `rewriteScalars` leaves it alone then.
  public func rewrite(_ node: Node, _ rewriting: Rewriting) {
    let index = target(node).index
    switch rewriting {
    case .unchanged: return
    case .unknown: arena.pointee.records[index].flags.insert(.stopgap)
    case .text(let text):
      var record = arena.pointee.records[index]
      record.text = UInt32(arena.pointee.text.count)
      record.length = UInt32(text.utf8.count)
      record.flags.formUnion([.decoded, .rewritten])
      // A text that turns out to be empty or `null` is one: only a person writes nothing.
      if text.isEmpty || text == "~" || text == "null" { record.flags.remove(.plain) }
      var copy = text
      copy.withUTF8 { arena.pointee.text.append(contentsOf: $0) }
      arena.pointee.records[index] = record
    }
  }

  /// Where the part of a scalar's text that begins at its `number`th pair of two characters stands, if that part reads
  /// the same in the file; else where all of it stands.
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
