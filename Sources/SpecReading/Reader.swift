import Diagnostics
import YAMLTree

/// What reading a spec shares: the tree, the findings, and what is to be looked up once everything is read.
public final class Reader {
  /// A name that refers to something, as it was written.
  public struct Reference: Sendable {
    /// What it may name.
    public let kind: any ReferenceKind
    /// The name, and where it stands.
    public let name: Given<String>
  }

  /// The nodes that are read.
  public let tree: Tree
  /// What was found wrong so far.
  public var findings = Findings()
  /// Every name that refers to something, in reading order.
  public private(set) var references: [Reference] = []
  /// Every text with `${` that no function reads, in reading order.
  public internal(set) var expressions: [Expression] = []
  /// Every value that has to be there and may be nothing, in reading order.
  public internal(set) var removals: [Removal] = []
  /// Every node that is passed on as CloudFormation writes it: intrinsics and raw values.
  public private(set) var raws: [Node] = []
  private var fallbacks: [ObjectIdentifier: [Node]] = [:]
  private var valueCount = 0
  /// How many values aliases may add to those that are written; the largest template has far fewer.
  private static let addedLimit = 500_000

  private let makeWords: () -> ForeignWords
  private var described: [ObjectIdentifier: [String: FieldDescription]] = [:]
  /// What keys of other tools mean: a large table, which is made for the first key that is not known.
  private(set) lazy var words = makeWords()

  /// A reader of a tree, for a language that has words of elsewhere.
  public init(tree: Tree, words: @autoclosure @escaping () -> ForeignWords = ForeignWords()) {
    self.tree = tree
    makeWords = words
  }

  /// Reads a root mapping as a `T`.
  public func read<T: SpecObject>(_ type: T.Type, from root: Node) -> T? {
    let value = ObjectSchema<T>().read(root, key: tree.mark(root), self)
    return isTooLarge ? nil : value
  }

  /// Reads a node in a way, for a schema that looks into nodes itself.
  public func read<S: Schema>(_ node: Node, as schema: S, key: Mark) -> S.Value? { schema.read(node, key: key, self) }

  func refer(_ name: Given<String>, kind: any ReferenceKind) { references.append(Reference(kind: kind, name: name)) }

  func passOn(_ node: Node) {
    if takesAll(node) { raws.append(node) }
  }

  func pushDefaults(_ node: Node, for type: ObjectIdentifier) { fallbacks[type, default: []].append(node) }

  func popDefaults(of type: ObjectIdentifier) { fallbacks[type]?.removeLast() }

  /// The fields of an object by key, described once: a wrong key of a route takes 2 M instructions otherwise.
  func fields<T: SpecObject>(of type: T.Type) -> [String: FieldDescription] {
    let id = ObjectIdentifier(type)
    if let known = described[id] { return known }
    let fields = Describer.fields(of: type)
    described[id] = fields
    return fields
  }

  func defaults(for type: ObjectIdentifier) -> [Node] { fallbacks.isEmpty ? [] : fallbacks[type] ?? [] }

  /// Whether a node is one of CloudFormation's functions, in the short or the long form.
  public func isIntrinsic(_ node: Node) -> Bool {
    if case .short = tree.tag(node) { return true }
    guard tree.kind(node) == .mapping, tree.count(node) == 1 else { return false }
    for entry in tree.entries(node) {
      return tree.equals(entry.key, "Ref") || tree.withText(entry.key) { $0.starts(with: "Fn::".utf8) }
    }
    return false
  }

  /// Whether a text is `{{resolve:SERVICE:NAME}}` as a whole, so that nothing is known of the value.
  func isDynamicReference(_ node: Node) -> Bool {
    tree.withText(node) {
      $0.first == UInt8(ascii: "{") && $0.starts(with: "{{resolve:".utf8) && $0.suffix(2).elementsEqual("}}".utf8)
    }
  }

  /// Whether the entries of a list or mapping may be read. Aliases let a small file stand for more than anybody can
  /// mean; where that is so it is said once, and nothing more is read.
  func takes(_ node: Node) -> Bool {
    guard !isTooLarge else { return false }
    valueCount += tree.count(node) + 1
    if isTooLarge {
      report(.tooLarge, at: tree.mark(node), "aliases make this larger than \(Reader.addedLimit) values")
    }
    return !isTooLarge
  }

  /// Whether more values were read than there are nodes, by far.
  private var isTooLarge: Bool { valueCount > tree.nodeCount + Reader.addedLimit }

  /// The same for a whole subtree.
  func takesAll(_ node: Node) -> Bool {
    if tree.kind(node) == .scalar { return true }
    return takes(node) && tree.items(node).allSatisfy { takesAll($0) }
      && tree.entries(node).allSatisfy { takesAll($0.value) }
  }

  /// Whether nothing is written: `key:` with nothing behind it, `~` or `null`.
  public func isEmpty(_ node: Node) -> Bool { tree.isNull(node) }
}
