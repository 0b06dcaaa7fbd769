import Diagnostics
import SpecReading
import YAMLTree

/// Which routes of an API have targets that are written alike. Each such target is handled once, and what is found in it
/// is reported at each of its places: a thousand routes often have fifty targets.
final class EqualTargets {
  /// For each route, the first route whose target is written alike.
  let first: [Int]
  /// For each first route, those after it.
  private let others: [Int: [Int]]
  /// The first routes of equal ones, in order.
  private let firsts: [Int]
  /// The entries of all targets, and where those of each route start.
  private let entries: [Entry]
  private let starts: [Int]
  private let tree: Tree

  private typealias Entry = (key: Node, value: Node)

  /// Compares the targets of an API's routes.
  init(_ routes: [ApiRoutes.Resolved], _ tree: Tree) {
    self.tree = tree
    var entries: [Entry] = []
    var starts = [0]
    starts.reserveCapacity(routes.count + 1)
    for route in routes {
      EqualTargets.addEntries(of: route.route.node, tree, to: &entries)
      starts.append(entries.count)
    }
    var first = Array(routes.indices)
    var others: [Int: [Int]] = [:]
    var known: [Int: [Int]] = [:]
    for index in routes.indices {
      let own = entries[starts[index]..<starts[index + 1]]
      if own.isEmpty { continue }
      var hash: UInt64 = 0xcbf2_9ce4_8422_2325
      for entry in own { tree.hashLayout(of: entry, into: &hash) }
      let layout = Int(truncatingIfNeeded: hash)
      let other = known[layout]?.first { other in
        EqualTargets.areAlike(entries[starts[other]..<starts[other + 1]], own, tree)
      }
      if let other {
        first[index] = other
        others[other, default: []].append(index)
      } else {
        known[layout, default: []].append(index)
      }
    }
    self.first = first
    self.others = others
    firsts = others.keys.sorted()
    self.entries = entries
    self.starts = starts
  }

  /// Whether routes have equal targets.
  var hasEqual: Bool { !firsts.isEmpty }

  /// A finding in the first of equal targets, as it is in each of the others.
  func likes(of finding: Diagnostic) -> [Diagnostic] {
    guard let first = firsts.first(where: { entry(of: finding.mark, in: $0) != nil }) else { return [] }
    return (others[first] ?? []).map { other in finding.moved { place(of: $0, from: first, to: other) } }
  }

  /// The place in the target of a route that is written like a place in the first target that equals it.
  func place(of mark: Mark, at route: Int) -> Mark { place(of: mark, from: first[route], to: route) }

  private func place(of mark: Mark, from first: Int, to other: Int) -> Mark {
    guard first != other, let number = entry(of: mark, in: first) else { return mark }
    let start = mark.start - tree.mark(key(number, of: first)).start + tree.mark(key(number, of: other)).start
    return Mark(source: mark.source, start: start, end: start + mark.end - mark.start)
  }

  /// The number of the entry of a target that a place is in.
  private func entry(of mark: Mark, in target: Int) -> Int? {
    (0..<starts[target + 1] - starts[target]).first { number in
      let extent = tree.extent(of: entries[starts[target] + number])
      return extent.source == mark.source && extent.start <= mark.start && mark.start <= extent.end
    }
  }

  private func key(_ number: Int, of target: Int) -> Node { entries[starts[target] + number].key }

  private static func areAlike(_ a: ArraySlice<Entry>, _ b: ArraySlice<Entry>, _ tree: Tree) -> Bool {
    a.count == b.count && zip(a, b).allSatisfy { tree.isAlike($0, $1) }
  }

  /// Adds the written parts of a target: the entries of its route that are not the route's own, or its text.
  private static func addEntries(of key: Node?, _ tree: Tree, to entries: inout [Entry]) {
    guard let key else { return }
    let value = tree.value(of: key)
    if tree.kind(value) != .mapping { return entries.append((value, value)) }
    for entry in tree.entries(value) where !tree.isScalar(entry.key, in: ownKeys) { entries.append(entry) }
  }

  /// The most common keys that do not belong to a route's target; one that is not listed only keeps targets apart.
  private static let ownKeys: [StaticString] = ["auth", "throttle", "detailedMetrics", "logging", "operationName"]
}
