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

  /// The template as a whole.
  private let template: Template
  private let stacks: [Stack]
  /// A size that no part exceeds; exact if there is only one.
  let sizeBound: Int

  /// A nested stack to make, and the indices of its resources.
  struct Stack {
    let id: String
    let resources: [Int]
  }

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
  static let average = 80

  /// Splits the template if it exceeds the limits. `references` are computed if not given; `canMove` decides whether
  /// resources of a type may be in a nested stack.
  public init(
    _ template: Template, _ references: ReferenceGraph? = nil, canMove: (String) -> Bool = { _ in false }
  ) {
    self.template = template
    let size = template.resources.count > Limit.resources ? Int.max : template.byteCount
    if size <= Limit.bytes {
      (stacks, sizeBound) = ([], size)
      return
    }
    let references = references ?? ReferenceGraph(template)
    stacks = SplitTemplate.stacks(of: template, references, canMove)
    sizeBound =
      stacks.isEmpty ? template.byteCount : SplitTemplate.sizeBound(of: template, stacks, references)
  }

  private static func stacks(
    of template: Template, _ references: ReferenceGraph, _ canMove: (String) -> Bool
  ) -> [Stack] {
    let levels = levels(of: template, references, canMove)
    var groups: [[Int]: [Int]] = [:]
    let counts = Dictionary(grouping: levels.compactMap { $0 }) { $0 }.mapValues(\.count)
    for (index, level) in levels.enumerated() {
      guard let level, let count = counts[level] else { continue }
      var stacks = 1
      while count > stacks * average { stacks *= 2 }
      groups[[level, bucket(of: template.resources[index].id, stacks)], default: []].append(index)
    }
    return groups.sorted { $0.key.lexicographicallyPrecedes($1.key) }
      .map { Stack(id: "Level\($0.key[0])Stack\($0.key[1] + 1)", resources: $0.value) }
  }

  /// All templates with their file names. The root refers to the others by relative paths, which
  /// `aws cloudformation package` replaces by uploaded files.
  public func files(stack: String) -> [(name: String, template: Template)] {
    var (root, children) = parts
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

  // MARK: Parts

  /// Whether there are nested stacks.
  public var isSplit: Bool { !stacks.isEmpty }

  /// The number of resources of the template to deploy.
  public var rootCount: Int { template.resources.count + stacks.reduce(0) { $0 + 1 - $1.resources.count } }

  /// The template to deploy, and the nested stacks in its order.
  public var parts: (root: Template, children: [Child]) {
    if !isSplit { return (template, []) }
    var splitter = Splitter(template)
    for stack in stacks { splitter.add(stack.id, stack.resources) }
    return splitter.finish()
  }

  /// The template to deploy.
  public var root: Template { parts.root }
  /// The nested stacks in the order of the root.
  public var children: [Child] { parts.children }

  private static func bucket(of id: String, _ count: Int) -> Int {
    Int(Fingerprint(of: id).value & 0xFFFF) % count
  }
}
