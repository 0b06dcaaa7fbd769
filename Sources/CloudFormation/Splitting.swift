/// A template that exceeds CloudFormation's limits, split into a root and nested stacks that are each within them.
///
/// The resources that an API has many of are moved: first those that nothing refers to, routes and permissions; then,
/// if needed, integrations and their functions. A resource moves only if everything that refers to it also moves, so
/// the root needs no outputs of nested stacks. A nested stack holds resources of one level, which is one more than the
/// level of those they refer to, so nested stacks never depend on each other in a cycle. Within a level, a hash of the
/// logical ID selects one of a power of two of stacks: adding a route moves no other resource while the stacks have
/// room.
public struct SplitTemplate: Sendable {
  /// A nested stack.
  public struct Child: Sendable {
    /// The logical ID of the nested stack in the root.
    public let id: String
    /// The template of the nested stack.
    public let template: Template
  }

  /// The template to deploy.
  public let root: Template
  /// The nested stacks in the order of the root.
  public let children: [Child]
  /// The size of the largest template in bytes.
  public let largestSize: Int

  /// CloudFormation's limits (source: CloudFormation quotas).
  public enum Limit {
    /// Resources in one template.
    public static let resources = 500
    /// Outputs of one template; parameters have the same limit.
    public static let outputs = 200
    /// The size of a template in bytes.
    public static let bytes = 1_000_000
    /// The size of a template that is passed directly, in bytes; a larger one must be uploaded to a bucket.
    public static let directBytes = 51_200
  }

  /// The maximum average number of resources in a nested stack: each may need its own parameter, and their distribution
  /// is uneven.
  private static let average = 80

  /// Splits the template if it exceeds the limits. `references` are computed if not given; `canMove` decides whether
  /// resources of a type may be in a nested stack.
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

  /// All templates with their file names. The root refers to the others by relative paths, which
  /// `aws cloudformation package` replaces by uploaded files.
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

  /// The file name of a stack's template.
  public static func fileName(ofStack stack: String) -> String { "\(stack).template.json" }

  private static func bucket(of id: String, _ count: Int) -> Int {
    Int(Fingerprint(of: id).value & 0xFFFF) % count
  }

  /// The level of each resource that is moved; nil for one that stays.
  private static func levels(
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
    var stays = template.resources.enumerated().map { index, resource in
      !canMove(resource.type) || resource.isConditional || references.needsList[index]
        || references.properties[index].contains { template.resources[$0].condition != nil }
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
