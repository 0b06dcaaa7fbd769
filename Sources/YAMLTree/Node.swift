/// A handle on a node of a `Tree`: four bytes, cheap to copy and to keep.
public struct Node: Hashable, Sendable {
  @usableFromInline
  let index: UInt32

  @inlinable
  init(index: UInt32) {
    self.index = index
  }

  /// The node of a number that `handle` gave.
  @inlinable
  public init(handle: UInt32) { index = handle }

  /// A number that stands for the node, for who keeps it without knowing of trees.
  @inlinable
  public var handle: UInt32 { index }
}

/// A node as the arena keeps it.
///
/// Nodes stand in the order of the text, each before its children: a collection's first child is the node after it,
/// and `next` (the node after a node's whole subtree) is a child's next sibling.
struct Record {
  enum Kind: UInt8 {
    case scalar, sequence, mapping, alias
  }

  struct Flags: OptionSet {
    let rawValue: UInt8
    /// A scalar without quotes that is not a block scalar either.
    static let plain = Flags(rawValue: 1)
    /// The text does not stand in the source as it reads.
    static let decoded = Flags(rawValue: 2)
    /// A mapping whose entries are not simply its children (`<<`, a key twice): they are in the arena's table.
    static let tabled = Flags(rawValue: 4)
    /// What stands for an alias that names nothing, or for a scalar whose text could not be made out.
    static let stopgap = Flags(rawValue: 8)
    /// A scalar that got another text after it was read.
    static let rewritten = Flags(rawValue: 16)
  }

  /// The mark's range in the source.
  var start: UInt32
  var end: UInt32
  /// A scalar's text in the arena; an alias's target; of a list or mapping `length` is what `count` says.
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
