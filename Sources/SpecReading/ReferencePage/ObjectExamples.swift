import YAMLTree

/// Examples of objects in YAML, for the reference and the JSON Schema.
public struct ObjectExamples: Sendable {
  /// An example of an object.
  public struct Example: Sendable {
    let type: any SpecObject.Type
    let depth: Int
    /// The YAML text, with the keys that contain the object.
    public let text: String

    /// An example of a type. `depth` is the number of keys that contain the object in the text.
    public init(_ type: any SpecObject.Type, in depth: Int, _ text: String) {
      self.type = type
      self.depth = depth
      self.text = text
    }
  }

  /// No examples.
  public static let none = ObjectExamples([])

  private let byType: [ObjectIdentifier: Example]

  /// Examples, at most one for each type.
  public init(_ all: [Example]) {
    byType = Dictionary(uniqueKeysWithValues: all.map { (ObjectIdentifier($0.type), $0) })
  }

  /// The example of a type.
  func text(of type: any SpecObject.Type) -> String? { byType[ObjectIdentifier(type)]?.text }

  /// The example of a type as JSON; nil if the object has functions in their short form, which are tags.
  func value(of type: any SpecObject.Type) -> SchemaValue? {
    guard let example = byType[ObjectIdentifier(type)] else { return nil }
    let tree = Tree()
    var problems: [Problem] = []
    guard var node = tree.read(Source(path: "", bytes: Array(example.text.utf8)), problems: &problems) else {
      return nil
    }
    for _ in 0..<example.depth {
      guard tree.kind(node) == .mapping, let entry = tree.firstEntry(node) else { return nil }
      node = entry.value
    }
    return SchemaValue(node, in: tree)
  }
}

extension SchemaValue {
  /// A node of a tree; nil if it contains a tag.
  init?(_ node: Node, in tree: Tree) {
    guard tree.tag(node) == .none else { return nil }
    switch tree.kind(node) {
    case .scalar: self = SchemaValue(plain: tree.string(node), isPlain: tree.isPlain(node))
    case .sequence:
      var items: [SchemaValue] = []
      for child in tree.items(node) {
        guard let item = SchemaValue(child, in: tree) else { return nil }
        items.append(item)
      }
      self = .array(items)
    case .mapping:
      var members: [(String, SchemaValue)] = []
      for entry in tree.entries(node) {
        guard let value = SchemaValue(entry.value, in: tree) else { return nil }
        members.append((tree.string(entry.key), value))
      }
      self = .object(members)
    }
  }

  /// A scalar as an editor types it.
  init(plain text: String, isPlain: Bool) {
    switch text {
    case "true" where isPlain: self = .bool(true)
    case "false" where isPlain: self = .bool(false)
    case _ where isPlain && PlainScalar.isNumber(text): self = .number(text)
    default: self = .string(text)
    }
  }
}
