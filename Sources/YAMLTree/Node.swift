/// A handle to a node of a `Tree`: four bytes, cheap to copy.
public struct Node: Hashable, Sendable {
  @usableFromInline
  let index: UInt32

  @inlinable
  init(index: UInt32) {
    self.index = index
  }

  /// The node with a handle.
  @inlinable
  public init(handle: UInt32) { index = handle }

  /// The node as a number, for modules that do not import this one.
  @inlinable
  public var handle: UInt32 { index }
}

/// A node as stored in the arena.
///
/// Nodes are in source order, each before its children: a collection's first child is the node after it, and `next`
/// (the node after a node's subtree) is a child's next sibling.
struct Record {
  enum Kind: UInt8 {
    case scalar, sequence, mapping, alias
  }

  struct Flags: OptionSet {
    let rawValue: UInt8
    /// A scalar that is neither quoted nor a block scalar.
    static let plain = Flags(rawValue: 1)
    /// The text differs from its source.
    static let decoded = Flags(rawValue: 2)
    /// A mapping whose entries differ from its children (`<<`, a duplicate key): they are in the arena's table.
    static let tabled = Flags(rawValue: 4)
    /// A placeholder for an undefined alias, or for a scalar whose text is unknown.
    static let stopgap = Flags(rawValue: 8)
    /// A scalar whose text was replaced after reading.
    static let rewritten = Flags(rawValue: 16)
  }

  /// The mark's range in the source.
  var start: UInt32
  var end: UInt32
  /// For a scalar, the offset of its text in the arena; for an alias, its target.
  var text: UInt32 = 0
  var length: UInt32 = 0
  /// The node after this one's subtree; 0 while a collection is still being read.
  var next: UInt32 = 0
  var source: UInt16
  /// See `Arena.tag`.
  var tag: UInt16 = 0
  var kind: Kind
  var flags: Flags = []
}
