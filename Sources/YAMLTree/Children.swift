extension Tree {
  /// A list's items in order; none for any other node. Nothing is allocated.
  public func items(_ node: Node) -> Items {
    Items(tree: self, collection: target(node))
  }

  /// A mapping's keys and values; none for any other node. Nothing is allocated.
  ///
  /// Every key is a scalar and is unique. The mapping's own entries come first, in order, then those that `<<` adds and
  /// no earlier entry overrides.
  public func entries(_ node: Node) -> Entries {
    Entries(tree: self, collection: target(node))
  }

  /// The first entry of a mapping.
  public func firstEntry(_ node: Node) -> Entries.Element? { entries(node).first { _ in true } }

  /// The only entry of a mapping; nil for one of several, and for any other node.
  public func onlyEntry(_ node: Node) -> Entries.Element? {
    kind(node) == .mapping && count(node) == 1 ? firstEntry(node) : nil
  }

  /// Whether a node has one of CloudFormation's tags.
  public func hasFunctionTag(_ node: Node) -> Bool { if case .short = tag(node) { true } else { false } }

  /// The argument of a function, which in the short form is the node itself; nil for any other node.
  public func argument(of function: ShortTag, _ node: Node) -> Node? {
    if case .short(let tag) = tag(node) { return tag == function ? node : nil }
    return onlyEntry(node).flatMap { isName($0.key, of: function) ? $0.value : nil }
  }

  private func isName(_ key: Node, of function: ShortTag) -> Bool {
    function.hasPrefix
      ? withText(key) { text in
        let name = UnsafeBufferPointer(start: function.name.utf8Start, count: function.name.utf8CodeUnitCount)
        return text.starts(with: "Fn::".utf8) && text.dropFirst(4).elementsEqual(name)
      } : equals(key, function.name)
  }

  /// The value of a mapping's key; nil for a mapping without it, and for any other node.
  public func value(_ key: StaticString, in node: Node) -> Node? {
    for entry in entries(node) where equals(entry.key, key) { return entry.value }
    return nil
  }
}

/// The items of a list.
public struct Items: Sequence, IteratorProtocol {
  private let tree: Tree
  private var nextIndex: UInt32
  private let end: UInt32

  init(tree: Tree, collection: Node) {
    let record = tree.arena.pointee.records[collection.index]
    self.tree = tree
    nextIndex = collection.index + 1
    end = record.kind == .sequence ? record.link : nextIndex
  }

  /// The next item.
  public mutating func next() -> Node? {
    guard nextIndex < end else { return nil }
    let item = Node(index: nextIndex)
    nextIndex = tree.arena.pointee.next(nextIndex)
    return item
  }
}

/// The keys and values of a mapping.
public struct Entries: Sequence, IteratorProtocol {
  /// A key and its value.
  public typealias Element = (key: Node, value: Node)

  private let tree: Tree
  /// An index into the arena's records or, if tabled, its entries.
  private var nextIndex: UInt32
  private let end: UInt32
  private let isTabled: Bool

  init(tree: Tree, collection: Node) {
    let record = tree.arena.pointee.records[collection.index]
    self.tree = tree
    isTabled = record.flags.contains(.tabled)
    if isTabled, let range = tree.arena.pointee.tables[collection.index] {
      nextIndex = range.lowerBound
      end = range.upperBound
    } else {
      nextIndex = collection.index + 1
      end = record.kind == .mapping ? record.link : nextIndex
    }
  }

  /// The next key and its value.
  public mutating func next() -> Element? {
    guard nextIndex < end else { return nil }
    if isTabled {
      let entry = tree.arena.pointee.tableEntries[nextIndex]
      nextIndex += 1
      return (Node(index: entry.key), Node(index: entry.value))
    }
    let key = nextIndex
    let value = tree.arena.pointee.next(key)
    nextIndex = tree.arena.pointee.next(value)
    return (Node(index: key), Node(index: value))
  }
}
