import Diagnostics
import SpecReading
import YAMLTree

/// The parts of a spec that were read completely.
///
/// A value that seems to be missing next to an unreadable one may only be misspelled: it is not reported, so that one
/// mistake gives one finding.
struct Wholeness {
  private let errors: [Mark]
  private let boundaries: [Mark]
  /// Whether something could not be read that any element may have: defaults, or the value of an anchor.
  private let isSharedBroken: Bool

  init(_ names: SpecNames, errors found: [Diagnostic]) {
    let tree = names.tree
    // What is missing hides nothing.
    errors = found.filter { !$0.isOf(.missingKey) }.map(\.mark)
    if errors.isEmpty {
      boundaries = []
      isSharedBroken = false
      return
    }
    let sections = tree.kind(.first) == .mapping ? Array(tree.entries(.first)) : []
    let shared = sections.filter { tree.equals($0.key, "defaults") || tree.string($0.key).hasPrefix("x-") }
    let elements = Wholeness.elements(of: names)
    let all = elements + sections.map { tree.mark($0.key) }
    let sharedMarks = Set(shared.map { tree.mark($0.key) })
    isSharedBroken = errors.contains { error in
      Wholeness.last(of: all, before: error).map(sharedMarks.contains) ?? false
    }
    boundaries = all
  }

  /// Whether everything under an element's key could be read.
  func isWhole(_ mark: Mark) -> Bool {
    if errors.isEmpty { return true }
    if isSharedBroken { return false }
    let next = boundaries.filter { $0.source == mark.source && $0.start > mark.start }.map(\.start).min() ?? .max
    return !errors.contains { $0.source == mark.source && (mark.start..<next).contains($0.start) }
  }

  /// Whether everything in the same element as a place could be read, of elements that begin at `marks`.
  func isWhole(_ mark: Mark, among marks: () -> [Mark]) -> Bool {
    if errors.isEmpty { return true }
    let own = marks().filter { $0.source == mark.source } + boundaries.filter { $0.source == mark.source }
    let start = own.map(\.start).filter { $0 <= mark.start }.max() ?? 0
    let next = own.map(\.start).filter { $0 > mark.start }.min() ?? .max
    return !isSharedBroken && !errors.contains { $0.source == mark.source && (start..<next).contains($0.start) }
  }

  private static func last(of marks: [Mark], before mark: Mark) -> Mark? {
    marks.filter { $0.source == mark.source && $0.start <= mark.start }.max { $0.start < $1.start }
  }

  /// Where elements begin, and listeners, which are elements of their own.
  private static func elements(of names: SpecNames) -> [Mark] {
    let spec = names.spec
    return names.sections.flatMap { $0.elements.map(\.mark) } + spec.resources.map(\.mark)
      + spec.outputs.map(\.mark) + spec.loadBalancers.flatMap { $0.value.listeners.map(\.mark) }
  }
}
