import Diagnostics
import SpecReading
import YAMLTree

/// Which routes of an API have targets that are written alike. Each such target is handled once, and what is found in it
/// is reported at each of its places: a thousand routes often have fifty targets.
struct EqualTargets {
  /// For each route, the first route whose target is written alike.
  let first: [Int]
  /// For each first route, those after it.
  private var others: [Int: [Int]] = [:]
  private let entries: [[Entry]]
  private let tree: Tree

  private typealias Entry = (key: Node, value: Node)

  /// Compares the targets of an API's routes.
  init(_ routes: [ApiRoutes.Resolved], _ tree: Tree) {
    self.tree = tree
    entries = routes.map { route in EqualTargets.entries(of: route.route.node, tree) }
    var first = Array(routes.indices)
    var known: [Int: [Int]] = [:]
    for (index, own) in entries.enumerated() {
      if own.isEmpty { continue }
      var hash: UInt64 = 0xcbf2_9ce4_8422_2325
      for entry in own { tree.hashLayout(of: entry, into: &hash) }
      let layout = Int(truncatingIfNeeded: hash)
      if let other = known[layout]?.first(where: { [entries] in EqualTargets.areAlike(entries[$0], own, tree) }) {
        first[index] = other
        others[other, default: []].append(index)
      } else {
        known[layout, default: []].append(index)
      }
    }
    self.first = first
  }

  /// A finding in the first of equal targets, as it is in each of the others.
  func likes(of finding: Diagnostic) -> [Diagnostic] {
    guard let first = others.keys.first(where: { entry(of: finding.mark, in: $0) != nil }) else { return [] }
    return (others[first] ?? []).map { other in finding.moved { place(of: $0, from: first, to: other) } }
  }

  /// The place in the target of a route that is written like a place in the first target that equals it.
  func place(of mark: Mark, at route: Int) -> Mark { place(of: mark, from: first[route], to: route) }

  private func place(of mark: Mark, from first: Int, to other: Int) -> Mark {
    guard first != other, let number = entry(of: mark, in: first) else { return mark }
    let start = mark.start - tree.mark(entries[first][number].key).start + tree.mark(entries[other][number].key).start
    return Mark(source: mark.source, start: start, end: start + mark.end - mark.start)
  }

  /// The number of the entry of a target that a place is in.
  private func entry(of mark: Mark, in target: Int) -> Int? {
    entries[target].firstIndex { entry in
      let extent = tree.extent(of: entry)
      return extent.source == mark.source && extent.start <= mark.start && mark.start <= extent.end
    }
  }

  private static func areAlike(_ a: [Entry], _ b: [Entry], _ tree: Tree) -> Bool {
    a.count == b.count && zip(a, b).allSatisfy { tree.isAlike($0, $1) }
  }

  /// The written parts of a target: the entries of its route that are not the route's own, or its text.
  private static func entries(of key: Node?, _ tree: Tree) -> [Entry] {
    guard let key else { return [] }
    let value = tree.value(of: key)
    if tree.kind(value) != .mapping { return [(value, value)] }
    var entries: [Entry] = []
    entries.reserveCapacity(tree.count(value))
    for entry in tree.entries(value) where !ownKeys.contains(where: { tree.equals(entry.key, $0) }) {
      entries.append(entry)
    }
    return entries
  }

  /// The most common keys that do not belong to a route's target; one that is not listed only keeps targets apart.
  private static let ownKeys: [StaticString] = ["auth", "throttle", "detailedMetrics", "logging", "operationName"]
}
