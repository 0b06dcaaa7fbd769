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
  /// The groups with the number of their resources, and with those that follow them, in the order of the template.
  private var groups: [(name: String, count: Int, following: Int)] = []
  /// The number of resources that can move without a group, in the step `first` and in the step `later` at most.
  private var movable = (first: 0, later: 0)
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
    count(moving)
  }

  /// Counts at most: a resource that can move may have to stay with another one.
  private mutating func count(_ moving: [Moving]) {
    var places: [String: Int] = [:]
    for (index, own) in moving.enumerated() {
      let owner = graph.owners[index]
      switch owner.map({ moving[$0] }) ?? own {
      case .first, .with:
        movable.first += 1
        movable.later += 1
      case .later: movable.later += 1
      case .group(let name):
        // Most resources are in the same group as the one before.
        let place = groups.last?.name == name ? groups.count - 1 : places[name] ?? groups.count
        if place == groups.count {
          groups.append((name, 0, 0))
          places[name] = place
        }
        if owner == nil { groups[place].count += 1 } else { groups[place].following += 1 }
      case .never, .named: break
      }
    }
  }

  mutating func choose() {
    var inside = Set(nested.filter(\.value).keys)
    if SplitGraph.Step.allCases.contains(where: { settles($0, inside) }) { return }
    for group in groups.reversed() where nested[group.name] == nil && group.count > SplitPlan.stacks {
      inside.insert(group.name)
      crowdedOut.append(group.name)
      if settles(.later, inside) { break }
    }
    crowdedOut.reverse()
    if layers.parts.isEmpty { settle(.later, inside) }
  }

  /// Whether the resources that move in a step leave the main stack small enough. They are only looked for where that
  /// is possible.
  private mutating func settles(_ step: SplitGraph.Step, _ inside: Set<String>) -> Bool {
    let grouped = groups.lazy.filter { inside.contains($0.name) }.reduce(0) { $0 + $1.count + $1.following }
    let parts = step == .none ? 0 : step == .first ? movable.first : movable.later
    guard sizes.count - parts - grouped <= SplitTemplate.Limit.resources else {
      layers = SplitGraph.Layers(parts: [], grouped: [])
      return false
    }
    settle(step, inside)
    return fits(inside)
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
