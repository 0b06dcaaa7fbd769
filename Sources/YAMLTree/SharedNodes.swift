/// The nodes that aliases refer to, with all nodes below them: they can be visited any number of times.
public struct SharedNodes {
  /// Ranges of nodes in order, which do not overlap.
  private var ranges: [Range<UInt32>] = []
  private var targetCount = 0

  /// None, before the first file is read.
  public init() {}

  /// Whether a node is one of them. A tree without aliases costs nothing.
  public mutating func contains(_ node: Node, in tree: Tree) -> Bool {
    if tree.arena.pointee.aliasTargets.count > targetCount { update(from: tree) }
    if ranges.isEmpty { return false }
    let index = tree.target(node).index
    var (low, high) = (0, ranges.count)
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].upperBound <= index { low = middle + 1 } else { high = middle }
    }
    return low < ranges.count && ranges[low].contains(index)
  }

  private mutating func update(from tree: Tree) {
    let targets = tree.arena.pointee.aliasTargets
    targetCount = targets.count
    ranges = []
    for target in Set(targets).sorted() where target >= ranges.last?.upperBound ?? 0 {
      ranges.append(target..<tree.arena.pointee.next(target))
    }
  }
}

extension Tree {
  /// The marks of all scalars that an alias refers to, by itself or in a collection; empty without aliases.
  public var sharedScalars: [Mark] {
    Set(arena.pointee.aliasTargets).flatMap { target in
      (target..<arena.pointee.next(target)).map(Node.init(handle:)).filter { kind($0) == .scalar }.map(mark)
    }
  }
}

extension Tree {
  /// The aliases of scalars, each with the scalar; empty without aliases.
  public var scalarAliases: [(alias: Mark, scalar: Mark)] {
    if arena.pointee.aliasTargets.isEmpty { return [] }
    return (0..<UInt32(nodeCount)).map(Node.init(handle:)).filter { isAlias($0) && kind($0) == .scalar }.map {
      (mark($0), mark(target($0)))
    }
  }
}
