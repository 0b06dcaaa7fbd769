import CloudFormation
import TextSearch
import YAMLTree

extension Model {
  /// A property of a resource, or a part of one: its value, where it is written and in whose words.
  struct Property {
    /// AWS's name; an item of a list has the list's.
    let name: String
    /// Its value, with references looked up.
    let value: Value
    /// Where it is written.
    let origin: Origin
    /// The resource that it belongs to.
    let resource: Resource
    /// The mark of the enclosing property or resource, for values that are not written.
    private let fallback: Mark
    /// Whether it is an item of a list, so that no key is before it.
    private(set) var isItem = false

    init(_ member: Object.Member, of resource: Resource, fallback: Mark) {
      self.init(name: member.key, value: member.value, origin: member.origin, of: resource, fallback: fallback)
    }

    init(name: String, value: Value, origin: Origin, of resource: Resource, fallback: Mark) {
      self.name = name
      self.value = value
      self.origin = origin
      self.resource = resource
      self.fallback = fallback
    }

    private var tree: Tree { resource.tree }
  }
}

// MARK: - Places and words

extension Model.Property {
  /// Where its value is written; a mapping or a list where its key is.
  var mark: Mark {
    guard let node = origin.valueNode, tree.kind(node) == .scalar, value != .null else { return key }
    return tree.mark(node)
  }

  /// Where its value is written, a mapping or a list as well.
  var valueMark: Mark { origin.valueNode.map(tree.mark) ?? key }

  /// Where a list is written: the list itself in the language, its key in AWS's words.
  var listMark: Mark { isRaw ? key : valueMark }

  /// The mark of its key; of the enclosing property or resource if it is not written.
  var key: Mark {
    if let key = origin.keyNode { return tree.mark(key) }
    return origin.valueNode.map { node in
      tree.mark(isItem || resource.model.branches.contains(node.handle) ? node : tree.key(of: node) ?? node)
    } ?? fallback
  }

  /// Whether it is written; otherwise it is a default of the program.
  var isWritten: Bool { origin.value != nil }

  /// Whether it is written in AWS's words or those of a document, not in the language's.
  var isRaw: Bool { origin.key != nil }

  /// The key as its author wrote it: AWS's name, or the language's word.
  var word: String {
    if let key = origin.keyNode { return tree.string(key) }
    return resource.word(for: name)
  }

  /// Where a part of its text is written, if the text is written there as it reads; else where all of it is.
  func mark(of part: Range<String.Index>) -> Mark {
    guard let text = value.text, let node = origin.valueNode else { return mark }
    return tree.textMark(node)?.mark(of: part, in: text) ?? mark
  }

  /// Where a piece of its text is written; else where all of it is.
  func mark(ofPiece piece: String) -> Mark {
    guard let node = origin.valueNode, let place = tree.textMark(node) else { return mark }
    let text = tree.string(node)
    return text.firstRange(of: piece).flatMap { place.mark(of: $0, in: text) } ?? mark
  }
}

// MARK: - Parts

extension Model.Property {
  /// The value under a name of a mapping; not one that `AWS::NoValue` removes.
  subscript(_ name: String) -> Model.Property? {
    guard !isFunction, let member = value.object?.member(name) else { return nil }
    if member.value.isNothing { return nil }
    return Model.Property(member, of: resource, fallback: key)
  }

  /// The members of a mapping, in order; empty if it is a function.
  var members: [Model.Property] {
    guard !isFunction, let object = value.object else { return [] }
    let key = key
    return object.members.map { Model.Property($0, of: resource, fallback: key) }
  }

  /// The items of a list; nil for other values.
  var items: [Model.Property]? {
    guard case .list(let values) = value else { return nil }
    let nodes = itemNodes(values.count)
    let isInScenario = !resource.model.branches.isEmpty
    return values.indices.map { index in
      var node = nodes.isEmpty ? origin.valueNode : nodes[index]
      if isInScenario { node = chosen(node) }
      var item = Model.Property(
        name: name, value: values[index], origin: Origin(key: origin.key, value: node?.handle), of: resource,
        fallback: fallback)
      item.isItem = !nodes.isEmpty
      return item
    }
  }

  /// The items, a single value being a list of one; empty where a function gives the list.
  var list: [Model.Property] { items ?? (isFunction || value == .null ? [] : [self]) }

  /// Whether a mapping surely has no such member, in other letters either.
  func lacks(_ name: String) -> Bool {
    self[name] == nil && !isFunction
      && !members.contains { $0.name != name && $0.name.lowercased() == name.lowercased() }
  }

  /// The branch of an `Fn::If` that a scenario chooses; another node as it is.
  private func chosen(_ node: Node?) -> Node? {
    guard let node, let arguments = tree.arguments(ofIf: node) else { return node }
    return chosen(arguments.dropFirst().first { resource.model.branches.contains($0.handle) }) ?? node
  }

  /// The nodes of a list's items, where each is written by itself.
  private func itemNodes(_ count: Int) -> [Node] {
    guard let node = origin.valueNode, tree.kind(node) == .sequence, tree.count(node) == count else { return [] }
    return Array(tree.items(node))
  }
}

extension Object {
  /// Adds a property under another name, with its place, or a default; nothing without either.
  mutating func add(_ key: String, _ property: Model.Property?, default value: Value? = nil) {
    add(key, property?.value ?? value, origin: property?.origin ?? .none)
  }
}
