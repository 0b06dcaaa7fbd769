import Diagnostics
import YAMLTree

/// The shared state of reading a spec: the tree, the findings, and what is resolved after reading.
public final class Reader {
  /// A reference by name.
  public struct Reference: Sendable {
    /// The `ReferenceKind` of its target. A spec has many references: the protocol's table would take 8 bytes in each.
    public let kind: AnyObject & Sendable
    /// The name and its location.
    public let name: Given<String>
    /// Whether it is in a branch of `Fn::If`, which CloudFormation passes on as it is: names cannot be chosen there.
    public let isBranch: Bool
  }

  /// The tree.
  public let tree: Tree
  /// The findings so far.
  public var findings = Findings(limited: [.error])
  /// All references by name, in reading order.
  public private(set) var references: [Reference] = []
  /// All strings with `${` outside of `Fn::Sub`, in reading order.
  public internal(set) var expressions: [Expression] = []
  /// All required values that may evaluate to nothing, in reading order.
  public internal(set) var removals: [Removal] = []
  /// All nodes that are passed on to CloudFormation: functions and raw values.
  public private(set) var raws: [Node] = []
  /// The keys of collections of elements that could not be read, so that the names in them are not known.
  public private(set) var unreadKeys: Set<String> = []
  private var fallbacks: [ObjectIdentifier: [Node]] = [:]
  var emptyGroups = EmptyGroups()
  private var shared = SharedNodes()
  /// The number of values below aliases that were visited, each time.
  private var sharedCount = 0
  /// The maximum number of values that aliases add; the largest template has far fewer.
  private static let addedLimit = 500_000

  private let makeWords: () -> ForeignWords
  private var declared: [ObjectIdentifier: DeclaredFields] = [:]
  /// Keys of other tools: a large table, created for the first unknown key.
  private(set) lazy var words = makeWords()

  /// A reader of a tree, with a table of other tools' keys.
  public init(tree: Tree, words: @autoclosure @escaping () -> ForeignWords = ForeignWords()) {
    self.tree = tree
    makeWords = words
  }

  /// Reads a root mapping as a `T`.
  public func read<T: SpecObject>(_ type: T.Type, from root: Node) -> T? {
    let value = ObjectSchema<T>().read(root, key: tree.mark(root), self)
    return isTooLarge ? nil : value
  }

  /// Reads a node with a schema, for schemas that read nested nodes themselves.
  public func read<S: Schema>(_ node: Node, as schema: S, key: Mark) -> S.Value? { schema.read(node, key: key, self) }

  /// Notes a collection of elements that could not be read.
  func noteUnread(_ key: Mark) { unreadKeys.insert(sourceText(key)) }

  func refer(_ name: Given<String>, kind: any ReferenceKind, isBranch: Bool = false) {
    references.append(Reference(kind: kind, name: name, isBranch: isBranch))
  }

  func passOn(_ node: Node) {
    if takesAll(node) { raws.append(node) }
  }

  func pushDefaults(_ node: Node, for type: ObjectIdentifier) { fallbacks[type, default: []].append(node) }

  func popDefaults(of type: ObjectIdentifier) { fallbacks[type]?.removeLast() }

  /// The declared fields of an object, described once: each time takes 2 M instructions for a route.
  func declaredFields<T: SpecObject>(of type: T.Type) -> DeclaredFields {
    declaredFields(ObjectIdentifier(type)) { Describer.describing(type) }
  }

  @inline(never)
  private func declaredFields(_ type: ObjectIdentifier, _ describe: () -> Describer) -> DeclaredFields {
    if let known = declared[type] { return known }
    let fields = DeclaredFields(describe(), common: words.common)
    declared[type] = fields
    return fields
  }

  func defaults(for type: ObjectIdentifier) -> [Node] { fallbacks.isEmpty ? [] : fallbacks[type] ?? [] }

  /// Whether a node is a CloudFormation function in the short or long form.
  public func isIntrinsic(_ node: Node) -> Bool {
    if tree.hasFunctionTag(node) { return true }
    guard let key = tree.onlyEntry(node)?.key else { return false }
    return tree.equals(key, "Ref") || tree.withText(key) { $0.starts(with: "Fn::".utf8) }
  }

  /// Whether the whole string is a dynamic reference, `{{resolve:SERVICE:NAME}}`, so that its value is unknown.
  func isDynamicReference(_ node: Node) -> Bool {
    tree.withText(node) {
      $0.first == UInt8(ascii: "{") && $0.starts(with: "{{resolve:".utf8) && $0.suffix(2).elementsEqual("}}".utf8)
    }
  }

  /// Whether the entries of a list or mapping may be read. With aliases, a small file can expand to any number of
  /// values; beyond the limit, that is reported once and nothing more is read.
  func takes(_ node: Node) -> Bool {
    guard !isTooLarge else { return false }
    guard shared.contains(node, in: tree) else { return true }
    sharedCount += tree.count(node) + 1
    if isTooLarge {
      report(.tooLarge, at: tree.mark(node), "aliases add more than \(Reader.addedLimit) values")
    }
    return !isTooLarge
  }

  /// Whether far more values were read than there are nodes, of which each is visited several times without aliases.
  var isTooLarge: Bool { sharedCount > 8 * tree.nodeCount + Reader.addedLimit }

  /// Whether a whole subtree may be read.
  func takesAll(_ node: Node) -> Bool {
    if tree.kind(node) == .scalar { return true }
    return takes(node) && tree.items(node).allSatisfy { takesAll($0) }
      && tree.entries(node).allSatisfy { takesAll($0.value) }
  }

  /// Whether the value is missing: `key:` without a value, `~` or `null`.
  public func isEmpty(_ node: Node) -> Bool { tree.isNull(node) }
}
