import Diagnostics
import SpecReading
import YAMLTree

/// The parts of a spec that were read completely.
///
/// A value that seems to be missing next to an unreadable one may only be misspelled: it is not reported, so that one
/// mistake gives one finding.
struct Wholeness {
  private let errors: Starts
  /// Where elements and sections begin.
  private let boundaries: Starts
  /// The same, with routes and integrations.
  private let targets: Starts
  /// Whether something could not be read that any element may have: defaults, or the value of an anchor.
  private let isSharedBroken: Bool

  init(_ names: SpecNames, errors found: [Diagnostic]) {
    let tree = names.tree
    // What is missing hides nothing.
    errors = Starts(found.filter { !$0.isOf(.missingKey) }.map(\.mark))
    if errors.isEmpty {
      (boundaries, targets, isSharedBroken) = (Starts([]), Starts([]), false)
      return
    }
    let sections = tree.kind(.first) == .mapping ? Array(tree.entries(.first)) : []
    let shared = sections.filter { tree.equals($0.key, "defaults") || tree.string($0.key).hasPrefix("x-") }
    let all = Wholeness.elements(of: names) + sections.map { tree.mark($0.key) }
    let boundaries = Starts(all)
    let sharedStarts = Starts(shared.map { tree.mark($0.key) })
    isSharedBroken = errors.all.contains { error in boundaries.last(upTo: error).map(sharedStarts.contains) ?? false }
    self.boundaries = boundaries
    targets = Starts(
      all + names.spec.apis.flatMap { $0.value.routes.map(\.mark) + $0.value.integrations.map(\.mark) })
  }

  /// Whether everything under an element's key could be read.
  func isWhole(_ mark: Mark) -> Bool {
    if errors.isEmpty { return true }
    let start = Starts.start(of: mark)
    return !isSharedBroken && !errors.contains(from: start, before: boundaries.next(after: start))
  }

  /// Whether everything next to a target's name could be read.
  func isWhole(target mark: Mark) -> Bool {
    if errors.isEmpty { return true }
    let start = Starts.start(of: mark)
    let first = targets.last(upTo: start) ?? Starts.start(ofSource: mark.source)
    return !isSharedBroken && !errors.contains(from: first, before: targets.next(after: start))
  }

  /// Where elements begin, and listeners, which are elements of their own.
  private static func elements(of names: SpecNames) -> [Mark] {
    let spec = names.spec
    return names.sections.flatMap { $0.elements.map(\.mark) } + spec.resources.map(\.mark)
      + spec.outputs.map(\.mark) + spec.loadBalancers.flatMap { $0.value.listeners.map(\.mark) }
  }
}

/// Where marks start, in order: the source and the offset in one number.
private struct Starts {
  let all: [UInt64]

  init(_ marks: [Mark]) { all = marks.map(Starts.start).sorted() }

  static func start(of mark: Mark) -> UInt64 { start(ofSource: mark.source) | UInt64(mark.start) }
  static func start(ofSource source: UInt32) -> UInt64 { UInt64(source) << 32 }

  var isEmpty: Bool { all.isEmpty }

  /// Whether one of them is a start.
  func contains(_ start: UInt64) -> Bool { contains(from: start, before: start + 1) }

  /// Whether one of them is in a range.
  func contains(from first: UInt64, before end: UInt64) -> Bool {
    let place = count(below: first)
    return place < all.count && all[place] < end
  }

  /// The last one in the same source that is not after a start.
  func last(upTo start: UInt64) -> UInt64? {
    let place = count(below: start + 1)
    return place > 0 && all[place - 1] >> 32 == start >> 32 ? all[place - 1] : nil
  }

  /// The first one after a start; the end of the source if there is none in it.
  func next(after start: UInt64) -> UInt64 {
    let place = count(below: start + 1)
    let end = (start >> 32 + 1) << 32
    return place < all.count ? min(all[place], end) : end
  }

  private func count(below start: UInt64) -> Int {
    var (low, high) = (0, all.count)
    while low < high {
      let middle = (low + high) / 2
      if all[middle] < start { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
