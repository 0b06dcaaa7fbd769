/// A template that is too large for CloudFormation, as a root and nested stacks that are each within the limits.
///
/// What many of are written for an API moves: first what nothing refers to, routes and permissions; then, as far as that
/// does not do, integrations, and the functions behind them. A resource moves only if everything that refers to it
/// moves, too, so the root needs no outputs of nested stacks. Those are told apart by level, one more than that of what a resource refers to; so stacks never need each other in a circle.
/// Within a level a resource's stack follows from its own logical id and a number of stacks that is a power of two: a
/// route that is added moves no other one, as long as the stacks have room.
public struct SplitTemplate: Sendable {
  /// A nested stack's template.
  public struct Child: Sendable {
    /// The logical id of the nested stack in the root.
    public let id: String
    /// Its template.
    public let template: Template
  }

  /// The template that is deployed.
  public let root: Template
  /// The nested ones, in the order of the root.
  public let children: [Child]
  /// Bytes of the largest one.
  public let largestSize: Int

  /// CloudFormation's limits (source: CloudFormation quotas).
  public enum Limit {
    /// Resources in a template.
    public static let resources = 500
    /// Outputs in a template, and parameters.
    public static let outputs = 200
    /// Bytes of a template.
    public static let bytes = 1_000_000
    /// Bytes of a template that a call may carry itself; a larger one is read from a bucket.
    public static let directBytes = 51_200
  }

  /// How many resources a nested stack has on the average, at the most: each may need a parameter of its own, and some
  /// stacks get more than others.
  private static let average = 80

  /// The template as it is where it is within the limits, else split; with its references, where they are known.
  /// `canMove` says of a type whether its resources may be in a nested stack.
  public init(
    _ template: Template, _ references: ReferenceGraph? = nil, canMove: (String) -> Bool = { _ in false }
  ) {
    if template.resources.count <= Limit.resources {
      let size = template.byteCount
      if size <= Limit.bytes {
        (root, children, largestSize) = (template, [], size)
        return
      }
    }
    let levels = SplitTemplate.levels(of: template, references ?? ReferenceGraph(template), canMove)
    var groups: [[Int]: [Int]] = [:]
    let counts = Dictionary(grouping: levels.compactMap { $0 }) { $0 }.mapValues(\.count)
    for (index, level) in levels.enumerated() {
      guard let level, let count = counts[level] else { continue }
      var stacks = 1
      while count > stacks * SplitTemplate.average { stacks *= 2 }
      groups[[level, SplitTemplate.bucket(of: template.resources[index].id, stacks)], default: []].append(index)
    }
    var splitter = Splitter(template)
    for key in groups.keys.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
      splitter.add("Level\(key[0])Stack\(key[1] + 1)", groups[key] ?? [])
    }
    let (root, children) = splitter.finish()
    (self.root, self.children) = (root, children)
    largestSize = children.map(\.template.byteCount).reduce(root.byteCount, max)
  }

  /// Every template with the name of its file: the root names the others by paths relative to itself, which
  /// `aws cloudformation package` uploads.
  public func files(stack: String) -> [(name: String, template: Template)] {
    var root = root
    var files: [(String, Template)] = []
    for child in children {
      let name = SplitTemplate.fileName(ofStack: "\(stack).\(child.id)")
      root[child.id]?.properties["TemplateURL"] = .string("./" + name)
      files.append((name, child.template))
    }
    return [(SplitTemplate.fileName(ofStack: stack), root)] + files
  }

  /// The name of a stack's template.
  public static func fileName(ofStack stack: String) -> String { "\(stack).template.json" }

  private static func bucket(of id: String, _ count: Int) -> Int {
    Int(Fingerprint(of: id).value & 0xFFFF) % count
  }

  /// The level of each resource that moves; nil for one that stays.
  private static func levels(
    of template: Template, _ references: ReferenceGraph, _ canMove: (String) -> Bool
  ) -> [Int?] {
    let resources = template.resources
    let needs = zip(references.properties, references.dependsOn).map { $0 + $1 }
    let stays = staying(in: template, references, canMove)
    let heights = heights(needs, stays)
    // As many rounds as the root needs to be within the limit, with one resource for each nested stack.
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

  /// Which resources stay: other types, what the outputs refer to, and all that something that stays refers to.
  private static func staying(
    in template: Template, _ references: ReferenceGraph, _ canMove: (String) -> Bool
  ) -> [Bool] {
    // A nested stack has neither the root's conditions nor its mappings, and is given texts alone.
    var stays = template.resources.enumerated().map { index, resource in
      !canMove(resource.type) || resource.isConditional || references.needsList[index]
        || references.properties[index].contains { template.resources[$0].condition != nil }
    }
    for output in template.outputs.members {
      output.value.forEachReference { if let index = template.indices[$0] { stays[index] = true } }
    }
    var open = stays.indices.filter { stays[$0] }
    while let index = open.popLast() {
      // `DependsOn` of what stays can name the nested stack instead.
      for other in references.properties[index] where !stays[other] {
        stays[other] = true
        open.append(other)
      }
    }
    return stays
  }

  /// How far each resource is from one that nothing that moves refers to.
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
  /// Whether a condition or a mapping decides about it or a part of it.
  var isConditional: Bool { condition != nil || properties.members.contains { $0.value.isConditional } }
}

extension Value {
  /// Whether an `Fn::If` or an `Fn::FindInMap` is inside.
  fileprivate var isConditional: Bool {
    switch self {
    case .list(let items): items.contains(where: \.isConditional)
    case .object(let object):
      object.members.contains { $0.key == "Fn::If" || $0.key == "Fn::FindInMap" || $0.value.isConditional }
    case .string, .number, .bool, .null, .ref, .getAtt: false
    }
  }
}
