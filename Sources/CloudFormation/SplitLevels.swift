extension SplitTemplate {
  /// The level of each resource that is moved; nil for one that stays.
  static func levels(
    of template: Template, _ references: ReferenceGraph, _ canMove: (String) -> Bool
  ) -> [Int?] {
    let resources = template.resources
    let needs = zip(references.properties, references.dependsOn).map { $0 + $1 }
    let stays = staying(in: template, references, canMove)
    let heights = heights(needs, stays)
    // As few levels as needed for the root to be within the limit, counting one resource per nested stack.
    var height = 0
    let highest = zip(heights, stays).filter { !$1 }.map(\.0).max() ?? 0
    while height < highest {
      let moving = resources.indices.filter { !stays[$0] && heights[$0] <= height }.count
      if resources.count - moving + moving / (average / 2) + 8 <= Limit.resources { break }
      height += 1
    }
    var levels: [Int?] = Array(repeating: nil, count: resources.count)
    func level(_ index: Int) -> Int {
      if let known = levels[index] { return known }
      let below = needs[index].filter { !stays[$0] && heights[$0] <= height }
      let level = 1 + below.map(level).reduce(0, max)
      levels[index] = level
      return level
    }
    for index in resources.indices where !stays[index] && heights[index] <= height { _ = level(index) }
    return levels
  }

  /// Whether each resource stays: other types, targets of outputs, and targets of resources that stay.
  private static func staying(
    in template: Template, _ references: ReferenceGraph, _ canMove: (String) -> Bool
  ) -> [Bool] {
    // A nested stack cannot use the root's conditions and mappings, and its parameters are strings.
    let resources = template.resources
    var stays = resources.indices.map { index in
      !canMove(resources[index].type) || resources[index].isConditional || references.needsList[index]
        || references.properties[index].contains { resources[$0].condition != nil }
    }
    for output in template.outputs.members {
      output.value.forEachReference { if let index = template.indices[$0] { stays[index] = true } }
    }
    var open = stays.indices.filter { stays[$0] }
    while let index = open.popLast() {
      // `DependsOn` of a staying resource can name the nested stack instead.
      for other in references.properties[index] where !stays[other] {
        stays[other] = true
        open.append(other)
      }
    }
    return stays
  }

  /// The longest chain of moved resources that refer to each resource.
  private static func heights(_ needs: [[Int]], _ stays: [Bool]) -> [Int] {
    var users: [[Int]] = Array(repeating: [], count: needs.count)
    for (index, others) in needs.enumerated() where !stays[index] {
      for other in others where !stays[other] { users[other].append(index) }
    }
    var heights: [Int?] = Array(repeating: nil, count: needs.count)
    func height(_ index: Int) -> Int {
      if let known = heights[index] { return known }
      let height = users[index].map { height($0) + 1 }.reduce(0, max)
      heights[index] = height
      return height
    }
    return needs.indices.map(height)
  }
}

extension Resource {
  /// Whether the resource uses a condition or a mapping.
  var isConditional: Bool { condition != nil || properties.members.contains { $0.value.isConditional } }
}

extension Value {
  /// Whether the value contains `Fn::If` or `Fn::FindInMap`.
  fileprivate var isConditional: Bool {
    switch self {
    case .list(let items): items.contains(where: \.isConditional)
    case .object(let object):
      object.members.contains { $0.key == "Fn::If" || $0.key == "Fn::FindInMap" || $0.value.isConditional }
    case .string, .number, .bool, .null, .ref, .getAtt: false
    }
  }
}
