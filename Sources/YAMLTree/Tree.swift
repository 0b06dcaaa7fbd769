/// The nodes of all files that were read, accessed by handle. An alias behaves as its target.
public final class Tree {
  /// The kind of a node, or of an alias's target.
  public enum Kind: Sendable {
    /// A single value.
    case scalar
    /// A list.
    case sequence
    /// Keys and their values.
    case mapping
  }

  /// The files that were read, in order; a mark refers to one by its index.
  public private(set) var sources: [Source] = []
  /// The range of nodes of each source.
  private(set) var firstNodes: [UInt32] = []
  // Behind a pointer that never changes: access to a class's own variables is checked for exclusivity.
  let arena: UnsafeMutablePointer<Arena>

  /// An empty tree.
  public init() {
    arena = .allocate(capacity: 1)
    arena.initialize(to: Arena())
  }

  deinit {
    arena.deinitialize(count: 1)
    arena.deallocate()
  }

  /// Reads one more file and returns its root mapping.
  ///
  /// Mistakes in the YAML are appended to `problems`. After duplicate keys the rest is usable (the first key is kept);
  /// after any other mistake the result is nil, because the nodes may differ from what was intended.
  public func read(_ source: Source, problems: inout [Problem]) -> Node? {
    let index = sources.count
    sources.append(source)
    firstNodes.append(UInt32(nodeCount))
    arena.pointee.sources.append(source.text)
    if let problem = checkText(of: source, index: index, textCount: arena.pointee.decoded.count) {
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

  /// The kind of a node, or of an alias's target.
  public func kind(_ node: Node) -> Kind {
    switch record(node).kind {
    case .sequence: .sequence
    case .mapping: .mapping
    default: .scalar
    }
  }

  /// An alias's target; any other node itself.
  public func target(_ node: Node) -> Node {
    Node(index: arena.pointee.target(node.index))
  }

  /// Whether the node is an alias (`*name`).
  public func isAlias(_ node: Node) -> Bool {
    arena.pointee.records[node.index].kind == .alias
  }

  /// The mark of the node; for an alias, of the alias.
  ///
  /// A scalar's mark includes quotes and tag. The mark of a list or mapping in brackets includes both brackets; that of
  /// a block ends with its first key or item, on its first line.
  ///
  /// A scalar whose text is unknown has no mark: its mistake has been reported.
  public func mark(_ node: Node) -> Mark {
    let record = arena.pointee.records[node.index]
    if record.flags.contains(.stopgap) { return .nowhere }
    return Mark(source: UInt32(record.source), start: record.start, end: record.end)
  }

  /// The mark of a scalar's text, without quotes, tag and anchor; nil if the text differs from its source (escapes,
  /// several lines, block scalars). An offset in the text corresponds to an offset in the file.
  public func textMark(_ node: Node) -> Mark? {
    let record = arena.pointee.records[node.index]
    guard record.kind == .scalar, !record.flags.contains(.decoded) else { return nil }
    let end = record.end - (record.flags.contains(.plain) ? 0 : 1)
    return Mark(source: UInt32(record.source), start: end - record.length, end: end)
  }

  /// The key of a mapping's value: the scalar before it. Nil for the first node and after a collection.
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

  /// Whether the value is missing: an untagged scalar without quotes that is empty, `~` or `null`.
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

  /// Whether a scalar has this text; makes no `String`.
  public func equals(_ node: Node, _ text: StaticString) -> Bool {
    let record = record(node)
    return record.kind == .scalar && Int(record.length) == text.utf8CodeUnitCount
      && text.hasUTF8(arena.pointee.text(of: record))
  }

  /// Whether a scalar has one of these texts.
  public func isScalar(_ node: Node, in texts: [StaticString]) -> Bool {
    withText(node) { text in texts.contains { $0.utf8CodeUnitCount == text.count && $0.hasUTF8(text) } }
  }

  /// Calls `body` with a scalar's decoded text as UTF-8; with an empty buffer for any other node.
  public func withText<Result>(
    _ node: Node, _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
  ) rethrows -> Result {
    let record = record(node)
    guard record.kind == .scalar else { return try body(UnsafeBufferPointer(start: nil, count: 0)) }
    return try body(arena.pointee.text(of: record))
  }

  /// The number of a list's items or a mapping's own entries, without those that `<<` adds; 0 for a scalar.
  public func count(_ node: Node) -> Int {
    let record = record(node)
    return record.kind == .scalar ? 0 : Int(record.length)
  }

  @inline(__always)
  private func record(_ node: Node) -> Record { arena.pointee.resolved(node.index) }
}
