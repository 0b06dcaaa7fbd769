import Diagnostics
import YAMLTree

/// Keys that follow the key that they belong to, without being indented below it:
///
///     throttle:
///     rate: 10
extension Decoder {
  /// The unknown keys except those, which are reported together with the key that has no value because of them.
  func withoutMoved(_ unknown: [Entry], _ fields: DeclaredFields, open: [String]) -> [Entry] {
    if unknown.isEmpty || !entries.contains(where: { $0.isUsed && reader.isEmpty($0.value) }) { return unknown }
    var left: [Entry] = []
    var owner: (entry: Entry, shape: Shape)?
    var moved: [Node] = []
    func report() {
      if let owner { reader.reportMoved(moved, below: owner.entry.key) }
      moved = []
    }
    for entry in entries {
      let name = reader.tree.string(entry.key)
      if entry.isUsed || isOwn(entry.key) {
        report()
        let shape = reader.isEmpty(entry.value) ? fields.byKey[name]?.shape : nil
        owner = shape.map { (entry, $0) }
      } else if let shape = owner?.shape, reader.mayContain(name, shape),
        Suggestion.nearest(to: name, among: open) == nil
      {
        moved.append(entry.key)
      } else {
        left.append(entry)
      }
    }
    report()
    return left
  }
}

/// The same in a collection of elements, where the keys look like further elements.
struct MovedElements {
  /// The key of the collection.
  private let collection: Mark
  private var keys: [Node] = []
  /// The element that they belong to.
  private var owner: Node?
  /// The element before the current one.
  private var last: Node?
  /// Whether the element before the current one has no value.
  private var isAfterEmpty = false

  init(collection: Mark) { self.collection = collection }

  /// Whether an entry is a key of the element before it, or of one without a name.
  mutating func takes(
    _ entry: (key: Node, value: Node), of item: some Schema, isNamed: Bool, _ reader: Reader
  ) -> Bool {
    let isEmpty = reader.isEmpty(entry.value)
    // Nearly all elements have a value of the right kind, after one that has a value.
    let isOwn = keys.isEmpty && (isEmpty || !isNamed && !isAfterEmpty || reader.tree.kind(entry.value) == .mapping)
    if !isOwn, isMoved(entry, item, isNamed, reader) {
      if keys.isEmpty { owner = last }
      keys.append(entry.key)
      return true
    }
    report(reader)
    (last, isAfterEmpty) = (entry.key, isEmpty)
    return false
  }

  private func isMoved(
    _ entry: (key: Node, value: Node), _ item: some Schema, _ isNamed: Bool, _ reader: Reader
  ) -> Bool {
    guard isNamed || isAfterEmpty, !reader.isIntrinsic(entry.value), let type = item.shape.object?.type,
      reader.hasField(reader.tree.string(entry.key), type)
    else { return false }
    if isAfterEmpty || !keys.isEmpty { return true }
    return reader.tree.kind(entry.value) == .sequence
      ? type.listShorthand == nil : type.shorthand(for: reader.tree.string(entry.value)) == nil
  }

  /// Reports those that follow each other.
  mutating func report(_ reader: Reader) {
    guard let first = keys.first else { return }
    defer { keys = [] }
    if let owner { return reader.reportMoved(keys, below: owner) }
    reader.noteUnread(collection)
    let name = Reader.quoted(reader.tree.string(first))
    reader.report(
      .wrongKind, at: reader.tree.mark(first), "\(name) is a key of an element, but the element has no name",
      related: reader.also(keys.dropFirst()), help: "write a name above \(name), and indent the keys below it")
  }
}

extension Reader {
  /// Whether a value of a shape may have a key.
  func mayContain(_ name: String, _ shape: Shape) -> Bool {
    switch shape {
    case .object(let type): hasField(name, type)
    case .map(_, let keys): keys == .any || KeyGrammar.isName(name)
    case .either(let shapes): shapes.contains { mayContain(name, $0) }
    default: false
    }
  }

  /// Reports keys that are not indented below the one before them.
  func reportMoved(_ keys: [Node], below owner: Node) {
    if !keys.isEmpty { findings.report(Diagnostic(moved: keys, below: owner, in: tree)) }
  }

  /// Further keys of the same mistake.
  func also(_ keys: some Collection<Node>) -> [Related] { Related.also(keys, in: tree) }
}

extension Diagnostic {
  /// About keys, at least one, that are not indented below the one before them.
  public init(moved keys: [Node], below owner: Node, in tree: Tree) {
    let name = Reader.quoted(tree.string(owner))
    self.init(
      .unknownKey, message: "\(Reader.quoted(tree.string(keys[0]))) is not indented below \(name)",
      mark: tree.mark(keys[0]),
      related: [Related(message: "the key that it belongs to", mark: tree.mark(owner))]
        + Related.also(keys.dropFirst(), in: tree),
      help: "indent \(keys.count == 1 ? "it" : "them") by two spaces more than \(name)")
  }
}

extension Related {
  /// Further keys of the same mistake.
  public static func also(_ keys: some Collection<Node>, in tree: Tree) -> [Related] {
    keys.map { Related(message: "also this key", mark: tree.mark($0)) }
  }
}
