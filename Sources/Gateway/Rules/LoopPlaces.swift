import Diagnostics
import YAMLTree

/// Where the loops of `resources` are.
struct LoopPlaces {
  private let places: MarkIndex

  /// The loops; nil if there are none.
  init?(_ model: Model) {
    let loops = model.names.spec.resources.filter { $0.name.hasPrefix("Fn::ForEach") }
    if loops.isEmpty { return nil }
    places = MarkIndex(loops.map { model.names.tree.extent(of: $0.value.node) })
  }

  /// The findings of a rule without those that it repeats in a loop, each time with the name of another resource.
  func once(_ findings: [Diagnostic]) -> [Diagnostic] {
    var seen: Set<Mark> = []
    return findings.filter { !places.touches($0.mark) || seen.insert($0.mark).inserted }
  }
}
