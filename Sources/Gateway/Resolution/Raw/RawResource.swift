import CloudFormation
import SpecReading
import YAMLTree

/// A resource of `resources` as rules look at it: CloudFormation's own properties, each with its place.
struct RawResource {
  /// Its logical id.
  let id: String
  /// Where that stands.
  let mark: Mark
  /// `AWS::…`.
  let type: String
  /// All of it: `Type`, `Properties`, `DependsOn` and their like.
  let attributes: RawProperty
  /// Its `Properties`.
  let properties: RawProperty
  /// Whether these are surely all properties that are written for it: what is not among them is missing.
  let isWhole: Bool

  /// Nil for what has no type.
  init?(_ element: Named<Raw>, values: RawValues, isWhole: Bool) {
    guard let type = values.names.resourceTypes[element.name], !type.isEmpty else { return nil }
    id = element.name
    mark = element.mark
    self.type = type
    attributes = RawProperty(name: "", key: element.mark, node: element.value.node, values: values)
    properties = attributes["Properties"] ?? RawProperty(name: "", key: element.mark, node: nil, values: values)
    // What seems to be missing may only be misspelt, which is told by itself.
    let isMisspelt = attributes.members.contains { $0.name != "Properties" && $0.name.lowercased() == "properties" }
    self.isWhole = isWhole && !isMisspelt && ResourceType.all[type]?.knowsAll(of: properties) ?? true
  }

  /// Whether it surely has no such property, under another spelling either.
  func lacks(_ name: String) -> Bool {
    guard isWhole, self[name] == nil, !properties.isFunction else { return false }
    let known = ResourceType.all[type]?.properties.forms
    return !properties.members.contains { member in
      known?[member.name] == nil
        && (member.name.hasPrefix("Fn::") || Suggestion.nearest(to: member.name, among: [name]) != nil)
    }
  }

  /// What is written of a resource besides: some of its properties.
  init(part properties: Node, of type: String, id: String, mark: Mark, values: RawValues) {
    self.id = id
    self.mark = mark
    self.type = type
    attributes = RawProperty(name: "", key: mark, node: nil, values: values)
    self.properties = RawProperty(name: "", key: mark, node: properties, values: values)
    isWhole = false
  }

  /// A property, if it is given.
  subscript(_ name: String) -> RawProperty? { properties[name] }
}

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
    case .scalar: return value == .null ? .nothing : .scalar
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

  /// The value as the language's rules look at one; nil where a list, a mapping or nothing stands.
  var given: Given<String>? {
    if let text { return Given(text, at: mark) }
    return isFunction ? node.map { Given(intrinsic: $0, at: mark) } : nil
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

extension ResolvedSpec {
  /// The resources of `resources` that are of a type, in the order written.
  func rawResources(_ type: String) -> [RawResource] { rawResourcesByType[type] ?? [] }
}
