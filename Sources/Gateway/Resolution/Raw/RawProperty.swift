import CloudFormation
import YAMLTree

/// A property of a resource of `resources`, or what stands inside one.
struct RawProperty {
  /// Its name.
  let name: String
  /// Where its name stands; an item of a list where the list's name stands.
  let key: Mark
  private let node: Node?
  private let values: RawValues

  init(name: String, key: Mark, node: Node?, values: RawValues) {
    self.name = name
    self.key = key
    self.node = node
    self.values = values
  }

  private var tree: Tree { values.names.tree }

  /// Where its value stands; a mapping, a list or nothing at all where its name does.
  var mark: Mark {
    guard let node, tree.kind(node) == .scalar, value != .null else { return key }
    return tree.mark(node)
  }

  /// Its value, with places and short functions converted.
  var value: Value { node.map { values.value($0) } ?? .null }

  /// Whether a function gives it, so that it is not known now.
  var isFunction: Bool {
    // What is large is no function: only what may be one is converted.
    guard let node, tree.tag(node) != .none || (tree.kind(node) == .mapping && tree.count(node) == 1) else {
      return false
    }
    switch value {
    case .ref, .getAtt: return true
    case .object(let object):
      return object.members.count == 1
        && (object.members[0].key.hasPrefix("Fn::") || object.members[0].key == "Condition")
    default: return false
    }
  }

  /// The function that gives it, if one does.
  var function: Node? { isFunction ? node : nil }

  /// What a property holds.
  enum Form {
    case nothing, scalar, list, mapping
  }

  /// What it holds, functions aside.
  var form: Form {
    guard let node else { return .nothing }
    switch tree.kind(node) {
    case .sequence: return .list
    case .mapping: return .mapping
    case .scalar:
      // A place may be several ids.
      if case .list = value { return .list }
      return value == .null ? .nothing : .scalar
    }
  }

  /// Its text, a number's and a boolean's too, if it is known.
  var text: String? {
    switch value {
    case .string(let text), .number(let text): text
    case .bool(let value): value ? "true" : "false"
    default: nil
    }
  }

  /// Its number, also where it stands in quotes, as CloudFormation reads it.
  var number: Int? { text.flatMap { Int($0) } }

  /// Whether it is true or false, also where it stands in quotes.
  var bool: Bool? {
    switch text {
    case "true": true
    case "false": false
    default: nil
    }
  }

  /// The logical id that `Ref` or `Fn::GetAtt` names.
  var target: String? {
    switch value {
    case .ref(let id), .getAtt(let id, _): id
    default: nil
    }
  }

  /// The first logical id that any function inside names.
  var reference: String? {
    var first: String?
    value.forEachReference { first = first ?? $0 }
    return first
  }

  /// What a mapping holds under a name; not what removes it (`AWS::NoValue`).
  subscript(_ name: String) -> RawProperty? {
    guard let node, tree.kind(node) == .mapping else { return nil }
    for entry in tree.entries(node) where tree.string(entry.key) == name {
      let property = RawProperty(name: name, key: tree.mark(entry.key), node: entry.value, values: values)
      return property.isFunction && property.value == .ref("AWS::NoValue") ? nil : property
    }
    return nil
  }

  /// Whether a mapping surely has no such member, in other letters either.
  func lacks(_ name: String) -> Bool {
    self[name] == nil && !isFunction
      && !members.contains { $0.name != name && $0.name.lowercased() == name.lowercased() }
  }

  /// What a mapping holds, in order; nothing where a function gives it.
  var members: [RawProperty] {
    guard let node, tree.kind(node) == .mapping, !isFunction else { return [] }
    return tree.entries(node).map { entry in
      RawProperty(name: tree.string(entry.key), key: tree.mark(entry.key), node: entry.value, values: values)
    }
  }

  /// What a list holds; nil for what is none.
  var items: [RawProperty]? {
    guard let node, tree.kind(node) == .sequence else { return nil }
    return tree.items(node).map { RawProperty(name: name, key: key, node: $0, values: values) }
  }
}
