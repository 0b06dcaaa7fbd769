/// The nodes of all files that were read, to be asked about by handle. An alias answers for what it stands for.
public final class Tree {
  /// What a node is.
  public enum Kind: Sendable {
    /// A single value.
    case scalar
    /// A list.
    case sequence
    /// Keys with values.
    case mapping
  }

  /// The files that were read, in order; a mark names one by its place here.
  public private(set) var sources: [Source] = []
  /// The nodes of each source, in the order of its text.
  private(set) var nodeRanges: [Range<UInt32>] = []
  // Behind a pointer that never changes: a class's own variables are checked for other accesses at each use.
  let arena: UnsafeMutablePointer<Arena>

  /// A tree of nothing.
  public init() {
    arena = .allocate(capacity: 1)
    arena.initialize(to: Arena())
  }

  deinit {
    arena.deinitialize(count: 1)
    arena.deallocate()
  }

  /// Reads one more file and gives its root mapping.
  ///
  /// Everything wrong with the YAML is appended to `problems`. Keys that occur twice do not keep the rest from being
  /// used (the first is kept); after any other problem the result is nil, since what was read says something else
  /// than what was meant.
  public func read(_ source: Source, problems: inout [Problem]) -> Node? {
    let index = sources.count
    sources.append(source)
    let first = UInt32(nodeCount)
    defer { nodeRanges.append(first..<UInt32(nodeCount)) }
    if let problem = checkText(of: source, index: index, textCount: arena.pointee.text.count) {
      problems.append(problem)
      return nil
    }
    // The arena moves into the builder and back, so that it is never copied.
    var builder = TreeBuilder(source: source, sourceIndex: UInt16(index))
    swap(&arena.pointee, &builder.arena)
    let root = builder.build()
    swap(&arena.pointee, &builder.arena)
    problems += builder.problems
    return root.map(Node.init(index:))
  }

  /// What a node is.
  public func kind(_ node: Node) -> Kind {
    switch record(node).kind {
    case .sequence: .sequence
    case .mapping: .mapping
    default: .scalar
    }
  }

  /// What an alias stands for; any other node itself.
  public func target(_ node: Node) -> Node {
    Node(index: arena.pointee.target(node.index))
  }

  /// Whether the node is an alias (`*name`).
  public func isAlias(_ node: Node) -> Bool {
    arena.pointee.records[node.index].kind == .alias
  }

  /// Where the node stands; an alias where the alias stands.
  ///
  /// A scalar with its quotes and tag; a list or mapping in brackets from one to the other; any other from its start
  /// to the end of its first key or item, on one line.
  ///
  /// A scalar whose text could not be made out stands nowhere: what is wrong with it has been said.
  public func mark(_ node: Node) -> Mark {
    let record = arena.pointee.records[node.index]
    if record.flags.contains(.stopgap) { return .nowhere }
    return Mark(source: UInt32(record.source), start: record.start, end: record.end)
  }

  /// Where a scalar's text stands, without quotes, tag and anchor; nil where it does not stand there as it reads
  /// (escapes, several lines, block scalars). A place in the text is then a place in the file.
  public func textMark(_ node: Node) -> Mark? {
    let record = arena.pointee.records[node.index]
    guard record.kind == .scalar, !record.flags.contains(.decoded) else { return nil }
    let end = record.end - (record.flags.contains(.plain) ? 0 : 1)
    return Mark(source: UInt32(record.source), start: end - record.length, end: end)
  }

  /// The key of a mapping's value: the scalar before it. Nil for the first node and for what follows a collection.
  public func key(of value: Node) -> Node? {
    guard value.index > 0 else { return nil }
    let record = arena.pointee.records[value.index - 1]
    return record.kind == .scalar ? Node(index: value.index - 1) : nil
  }

  /// The value of a mapping's key: the node after it.
  public func value(of key: Node) -> Node { Node(index: key.index + 1) }

  /// Whether the node is a scalar without quotes.
  public func isPlain(_ node: Node) -> Bool {
    record(node).flags.contains(.plain)
  }

  /// Whether nothing is written: an untagged scalar without quotes that is empty, `~` or `null`.
  public func isNull(_ node: Node) -> Bool {
    let record = record(node)
    guard record.kind == .scalar, record.flags.contains(.plain), record.tag == 0, record.length <= 4 else {
      return false
    }
    let text = arena.pointee.text(of: record)
    return text.isEmpty || ("~" as StaticString).hasUTF8(text) || ("null" as StaticString).hasUTF8(text)
  }

  /// The node's tag.
  public func tag(_ node: Node) -> Tag {
    let tag = record(node).tag
    return tag == 0 ? .none : arena.pointee.tag(tag)
  }

  /// A scalar's text, decoded; empty for any other node.
  public func string(_ node: Node) -> String {
    withText(node) { String(decoding: $0, as: UTF8.self) }
  }

  /// Whether a scalar has this text, compared without making a `String`.
  public func equals(_ node: Node, _ text: StaticString) -> Bool {
    let record = record(node)
    return record.kind == .scalar && Int(record.length) == text.utf8CodeUnitCount
      && text.hasUTF8(arena.pointee.text(of: record))
  }

  /// Calls `body` with a scalar's text, decoded, as UTF-8; with nothing for any other node.
  public func withText<Result>(
    _ node: Node, _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
  ) rethrows -> Result {
    let record = record(node)
    guard record.kind == .scalar else { return try body(UnsafeBufferPointer(start: nil, count: 0)) }
    return try body(arena.pointee.text(of: record))
  }

  /// The number of a list's items or of a mapping's own entries, those that `<<` brings not counted; 0 for a scalar.
  public func count(_ node: Node) -> Int {
    let record = record(node)
    return record.kind == .scalar ? 0 : Int(record.length)
  }

  @inline(__always)
  private func record(_ node: Node) -> Record { arena.pointee.resolved(node.index) }
}
