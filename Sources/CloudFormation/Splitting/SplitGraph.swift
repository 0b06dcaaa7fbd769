/// The dependencies of resources, to find those that can move without a circle between stacks.
struct SplitGraph {
  /// Which parts move.
  enum Step: CaseIterable {
    case none, first, later
  }

  /// Resources that move, by index. Groups may depend on parts, but not the other way round.
  struct Layers {
    var parts: [Bool]
    var grouped: [Bool]

    var all: [Bool] { zip(parts, grouped).map { $0 || $1 } }
  }

  var moving: [Moving]
  /// The resource that each one must be in the same stack with.
  let owners: [Int?]
  private let needs: Lists<Int>
  private let users: Lists<Int>

  init(_ template: Template, _ references: ReferenceGraph, _ moving: [Moving]) {
    self.moving = moving
    var needs = Lists<Int>(capacity: moving.count)
    for index in moving.indices {
      for reference in references.properties[index] { needs.append(reference.target) }
      for other in references.dependsOn[index] { needs.append(other) }
      needs.endList()
    }
    self.needs = needs
    users = needs.inverted()
    owners = moving.enumerated().map { index, moving in
      guard case .with(let property) = moving else { return nil }
      return template.resources[index].properties[property]?.firstReference { template.indices[$0] != nil }
        .flatMap { template.indices[$0] }
    }
  }

  /// The resources that move in a step, and with the groups that are in nested stacks.
  func layers(_ step: Step, _ inside: Set<String>) -> Layers {
    var layers = Layers(
      parts: moving.map { $0 == .first && step != .none || $0 == .later && step == .later },
      grouped: moving.map { if case .group(let name) = $0 { inside.contains(name) } else { false } })
    for (index, owner) in owners.enumerated() {
      guard let owner else { continue }
      layers.parts[index] = layers.parts[owner]
      layers.grouped[index] = layers.grouped[owner]
    }
    var changed = true
    while changed {
      while keepTogether(&layers.parts) {}
      changed = openCircles(&layers)
    }
    return layers
  }

  /// A resource that stays because of its name must not need parts if parts need it: everything that it needs stays.
  private func keepTogether(_ parts: inout [Bool]) -> Bool {
    var changed = false
    for index in parts.indices where !parts[index] && moving[index].canMove {
      guard users[index].contains(where: { parts[$0] }) else { continue }
      for other in needs[index] where parts[other] {
        parts[other] = false
        changed = true
      }
    }
    return changed
  }

  /// A resource that moves must not need one that stays and depends on another one that moves.
  private func openCircles(_ layers: inout Layers) -> Bool {
    var changed = false
    let (grouped, all) = (depending(on: layers.grouped), depending(on: layers.all))
    for index in moving.indices {
      let isCut = owners[index].map { !layers.parts[$0] && !layers.grouped[$0] } ?? false
      if layers.grouped[index], isCut || needs[index].contains(where: { !layers.grouped[$0] && grouped[$0] }) {
        layers.grouped[index] = false
        changed = true
      }
      if layers.parts[index], isCut || needs[index].contains(where: { !layers.parts[$0] && all[$0] }) {
        layers.parts[index] = false
        changed = true
      }
    }
    return changed
  }

  /// The resources of a set, and all that depend on them.
  private func depending(on set: [Bool]) -> [Bool] {
    var found = set
    var open = set.indices.filter { set[$0] }
    while let index = open.popLast() {
      for user in users[index] where !found[user] {
        found[user] = true
        open.append(user)
      }
    }
    return found
  }

  /// The parts that move, those together that need each other. First in a unit is what most others of it need.
  func units(of parts: [Bool]) -> [[Int]] {
    var seen = parts.map { !$0 }
    var units: [[Int]] = []
    for start in parts.indices where !seen[start] {
      var unit = [start]
      seen[start] = true
      var next = 0
      while next < unit.count {
        for other in needs[unit[next]] + users[unit[next]] where !seen[other] {
          seen[other] = true
          unit.append(other)
        }
        next += 1
      }
      unit.sort()
      let head = unit.max {
        usersInside($0, parts) < usersInside($1, parts) || usersInside($0, parts) == usersInside($1, parts) && $0 > $1
      }
      if let head, let place = unit.firstIndex(of: head) { unit.insert(unit.remove(at: place), at: 0) }
      units.append(unit)
    }
    return units
  }

  private func usersInside(_ index: Int, _ parts: [Bool]) -> Int { users[index].count { parts[$0] } }
}
