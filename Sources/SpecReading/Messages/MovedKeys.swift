import Diagnostics
import YAMLTree

extension Diagnostic {
  /// About keys, at least one, that are not indented below the one before them.
  public init(moved keys: [Node], below owner: Node, or otherwise: String = "", in tree: Tree) {
    let name = Reader.quoted(tree.string(owner))
    self.init(
      .unknownKey, message: "\(Reader.quoted(tree.string(keys[0]))) is not indented below \(name)",
      mark: tree.mark(keys[0]),
      related: [Related(message: "the key that it belongs to", mark: tree.mark(owner))]
        + Related.also(keys.dropFirst(), in: tree),
      help: "indent \(keys.count == 1 ? "it" : "them") by two spaces more than \(name)\(otherwise)")
  }
}

extension Related {
  /// Further keys of the same mistake.
  public static func also(_ keys: some Collection<Node>, in tree: Tree) -> [Related] {
    keys.map { Related(message: "also this key", mark: tree.mark($0)) }
  }
}
