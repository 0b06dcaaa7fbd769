/// Chooses what moves to nested stacks: first what nothing notices, then what gets another ARN, then whole groups from the
/// last one on, as far as the main stack needs it.
struct SplitChoice {
  private(set) var graph: SplitGraph
  /// The resources that move.
  private(set) var layers: SplitGraph.Layers
  /// The parts that move, each unit with the resource first that most others of it refer to.
  private(set) var units: [[Int]] = []
  /// The groups that move although nothing asks for it.
  private(set) var crowdedOut: [String] = []

  private let nested: [String: Bool]
  /// The groups with the number of their resources, in the order of the template.
  private var groups: [(name: String, count: Int)] = []
  private let bytes: Int
  /// The length of each resource.
  private let sizes: [Int]
  /// Beyond this size, a unit is cut at the resource that most others refer to, which stays.
  private static let largestUnit = 50

  init(
    _ template: Template, _ references: ReferenceGraph, _ moving: [Moving], nested: [String: Bool], sizes: [Int]
  ) {
    graph = SplitGraph(template, references, moving)
    layers = SplitGraph.Layers(parts: [], grouped: [])
    self.nested = nested
    bytes = template.byteCount(resources: sizes)
    self.sizes = sizes
    var places: [String: Int] = [:]
    for case .group(let name) in moving {
      let place = places[name] ?? groups.count
      if place == groups.count { groups.append((name, 0)) }
      places[name] = place
      groups[place].count += 1
    }
  }

  mutating func choose() {
    var inside = Set(nested.filter(\.value).keys)
    for step in SplitGraph.Step.allCases {
      settle(step, inside)
      if fits(inside) { return }
    }
    for group in groups.reversed() where nested[group.name] == nil && group.count > SplitPlan.stacks {
      inside.insert(group.name)
      crowdedOut.insert(group.name, at: 0)
      settle(.later, inside)
      if fits(inside) { return }
    }
  }

  /// The layers without anything that would close a circle between stacks, and their units.
  private mutating func settle(_ step: SplitGraph.Step, _ inside: Set<String>) {
    let moving = graph.moving
    defer { graph.moving = moving }
    while true {
      layers = graph.layers(step, inside)
      units = graph.units(of: layers.parts)
      let tooLarge = units.filter { $0.count > SplitChoice.largestUnit }
      if tooLarge.isEmpty { return }
      for unit in tooLarge { graph.moving[unit[0]] = .named }
    }
  }

  private func fits(_ inside: Set<String>) -> Bool {
    let moved = layers.parts.indices.filter { layers.parts[$0] || layers.grouped[$0] }
    var count = layers.parts.count - moved.count
    if !units.isEmpty { count += min(SplitPlan.stacks, units.count) }
    for group in groups where inside.contains(group.name) { count += min(SplitPlan.stacks, group.count) }
    if count > SplitTemplate.Limit.resources { return false }
    if bytes <= SplitTemplate.Limit.bytes { return true }
    return bytes - moved.reduce(0) { $0 + sizes[$1] - SplitLoad.bytesToPass } <= SplitTemplate.Limit.bytes
  }
}
