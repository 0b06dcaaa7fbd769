extension Node {
  /// The first node of a tree: a placeholder for values that have no node of their own.
  public static let first = Node(index: 0)
}

extension Tree {
  /// A node merged with its default: mappings are merged key by key, and lists are appended to the default's list.
  /// Any other node, and any leaf, replaces the default. New nodes refer to the old ones, so that marks are kept.
  public func merged(default base: Node, with own: Node, isLeaf: (Node) -> Bool) -> Node {
    if isLeaf(base) || isLeaf(own) { return own }
    return switch (kind(base), kind(own)) {
    case (.mapping, .mapping) where tag(base) == .none && tag(own) == .none: mergedMapping(base, own, isLeaf)
    case (.sequence, .sequence) where tag(base) == .none && tag(own) == .none: appended(base, own)
    default: own
    }
  }

  private func mergedMapping(_ base: Node, _ own: Node, _ isLeaf: (Node) -> Bool) -> Node {
    var entries: [Arena.Entry] = []
    var defaults = Array(self.entries(base))
    for entry in self.entries(own) {
      var value = entry.value
      if let index = defaults.firstIndex(where: { string($0.key) == string(entry.key) }) {
        value = merged(default: defaults.remove(at: index).value, with: value, isLeaf: isLeaf)
      }
      entries.append(Arena.Entry(key: entry.key.index, value: value.index))
    }
    entries += defaults.map { Arena.Entry(key: $0.key.index, value: $0.value.index) }
    return newMapping(entries, like: own)
  }

  private func appended(_ base: Node, _ own: Node) -> Node {
    list(Array(items(base)) + Array(items(own)), like: own)
  }
}
