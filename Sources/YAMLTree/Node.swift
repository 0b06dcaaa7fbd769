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

/// A node or none, in four bytes: a `Node?` takes eight.
public struct PossibleNode: Hashable, Sendable {
  @usableFromInline
  let handle: UInt32
  @usableFromInline
  static let absent = UInt32.max

  /// A node, or none.
  @inlinable
  public init(_ node: Node?) { handle = node?.index ?? PossibleNode.absent }

  /// The node, if there is one.
  @inlinable
  public var node: Node? { handle == PossibleNode.absent ? nil : Node(index: handle) }
}

/// A node as stored in the arena, in 20 bytes: specs have a node about every 9 bytes.
///
/// Nodes are in source order, each before its children: a collection's first child is the node after it, and the node
/// after a node's subtree (see `Arena.next`) is a child's next sibling.
struct Record {
  enum Kind: UInt8 {
    case scalar, alias, sequence, mapping
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
  /// For a scalar, the offset of its text: in its source or, if it is decoded, in the arena's text; for an alias, its
  /// target; for a collection, the node after its subtree, or 0 while it is still being read.
  var link: UInt32 = 0
  /// The number of a scalar's bytes, or of a collection's children.
  var length: UInt32 = 0
  var source: UInt16
  /// See `Arena.tag`.
  var tag: UInt8 = 0
  /// The kind in the upper two bits, and the flags.
  private var bits: UInt8

  init(_ kind: Kind, start: UInt32, end: UInt32, length: UInt32 = 0, source: UInt16) {
    self.start = start
    self.end = end
    self.length = length
    self.source = source
    bits = kind.rawValue << 6
  }

  @inline(__always)
  var kind: Kind {
    get { unsafeBitCast(bits >> 6, to: Kind.self) }
    set { bits = newValue.rawValue << 6 | bits & 63 }
  }

  @inline(__always)
  var flags: Flags {
    get { Flags(rawValue: bits & 63) }
    set { bits = bits & 192 | newValue.rawValue }
  }

  /// Whether it is a list or mapping.
  @inline(__always)
  var isCollection: Bool { bits >> 6 >= Kind.sequence.rawValue }
}
