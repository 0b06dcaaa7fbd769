import CloudFormation

/// Fingerprints of resources that change when CloudFormation replaces them or moves them to another stack, and of values
/// with what they refer to.
///
/// The order of keys does not matter in them, and local files count with their contents.
struct ReplacementIdentity {
  private let template: Template
  private let mappings: Object
  private let conditions: Object
  private let content: LocalContent?
  private let localPaths: [String: String]
  /// The nested stacks of moved resources.
  private let homes: [String: String]
  private var known: [String: String] = [:]
  private var knownConditions: [String: String] = [:]
  private var createOnly: [String: [[String]]] = [:]
  /// Whether a value was added that stacks of the same template may have different ones of.
  var varies = false
  /// The resources in whose identity there is such a value.
  private var varying: Set<String> = []

  /// Identities in what is written.
  init(_ synthesis: Synthesis) {
    template = synthesis.template
    mappings = synthesis.template.section("Mappings")
    conditions = synthesis.template.section("Conditions")
    content = synthesis.content
    localPaths = synthesis.localPaths
    homes = synthesis.homes
  }

  /// The fingerprint of some properties of a resource, and of its place.
  mutating func fingerprint(of properties: Object, in resource: CloudFormation.Resource) -> String {
    fingerprint(of: properties, type: resource.type) + (homes[resource.id] ?? "")
  }

  /// The fingerprint of some properties of a resource of a type.
  private mutating func fingerprint(of properties: Object, type: String) -> String {
    var fingerprint = Fingerprint()
    let described = ResourceType.named(type)
    for member in sorted(properties) {
      fingerprint.add("\(member.key)\u{0}")
      if described?[member.key]?.traits.contains(.localPath) ?? false, let text = localText(member.value) {
        fingerprint.add(text)
      } else {
        add(member.value, to: &fingerprint)
      }
    }
    return fingerprint.text
  }

  /// The fingerprint of what a condition compares.
  mutating func fingerprint(ofCondition name: String) -> String {
    if let known = knownConditions[name] { return known }
    knownConditions[name] = ""
    guard let definition = conditions[name] else { return "" }
    var fingerprint = Fingerprint()
    add(definition, to: &fingerprint)
    knownConditions[name] = fingerprint.text
    return fingerprint.text
  }

  /// The content of a local file or folder that the template refers to.
  private func localText(_ value: Value) -> String? {
    guard let path = value.text.flatMap({ localPaths[$0] }) else { return nil }
    return content?.fingerprint(of: path)?.text
  }

  /// The fingerprint of a resource that changes when it is replaced. A parameter has none: an update keeps its value,
  /// whatever the default (source: AWS CLI, `aws cloudformation deploy`).
  private mutating func identity(of id: String) -> String {
    if let known = known[id] {
      if varying.contains(id) { varies = true }
      return known
    }
    guard let resource = template[id] else { return "" }
    known[id] = ""
    let outer = varies
    varies = false
    var properties = Object()
    for path in createOnlyPaths(of: resource.type) {
      properties[path.joined(separator: "/")] = resource.properties.value(at: path[...])
    }
    let text = fingerprint(of: properties, in: resource)
    known[id] = text
    if varies { varying.insert(id) }
    varies = varies || outer
    return text
  }

  private mutating func createOnlyPaths(of type: String) -> [[String]] {
    if let paths = createOnly[type] { return paths }
    let paths = CreateOnly(of: type)?.always ?? []
    createOnly[type] = paths
    return paths
  }

  private mutating func add(_ value: Value, to fingerprint: inout Fingerprint) {
    if value.composesText {
      let canonical = value.canonical
      if canonical != value { return add(canonical, to: &fingerprint) }
    }
    switch value {
    case .object(let object):
      if let cell = value.cell(in: .object(mappings)) { return add(cell, to: &fingerprint) }
      fingerprint.add("{")
      for member in sorted(object) {
        fingerprint.add("\(member.key)\u{0}")
        add(member.value, to: &fingerprint)
      }
      fingerprint.add("}")
      if let found = mapped(object) {
        varies = true
        add(found, to: &fingerprint)
      }
      if let condition = object.condition {
        varies = true
        fingerprint.add(self.fingerprint(ofCondition: condition))
      }
    case .list(let items):
      fingerprint.add("[")
      for item in items { add(item, to: &fingerprint) }
      fingerprint.add("]")
    // CloudFormation does not distinguish a number from its text.
    case .string, .number, .bool: fingerprint.add("\(value.scalar ?? "")\u{0}")
    case .null, .ref, .getAtt: fingerprint.add(value)
    }
    if case .object(let object) = value, object.members.first?.key != "Fn::Sub" { return }
    if case .list = value { return }
    var references: [String] = []
    value.forEachReference { references.append($0) }
    for id in references { fingerprint.add(identity(of: id)) }
  }

  /// All that an `Fn::FindInMap` may find; nil for other values.
  private func mapped(_ function: Object) -> Value? {
    guard function.members.count == 1, case .list(let path)? = function["Fn::FindInMap"], path.count > 2,
      let rows = path[0].text.flatMap({ mappings[$0]?.object })
    else { return nil }
    func select(_ members: [Object.Member], _ key: Value) -> [Object.Member] {
      key.text.map { wanted in members.filter { $0.key == wanted } } ?? members
    }
    return .object(
      Object(
        select(rows.members, path[1]).map { row in
          Object.Member(key: row.key, value: .object(Object(select(row.value.object?.members ?? [], path[2]))))
        }))
  }

  private func sorted(_ object: Object) -> [Object.Member] {
    object.members.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
  }
}

extension Value {
  /// Whether it is an `Fn::Sub` or an `Fn::Join`.
  fileprivate var composesText: Bool {
    guard case .object(let object) = self, object.members.count == 1 else { return false }
    return object.members[0].key == "Fn::Sub" || object.members[0].key == "Fn::Join"
  }
}

extension Object {
  /// The condition that an `Fn::If` or a `Condition` names.
  fileprivate var condition: String? {
    guard members.count == 1 else { return nil }
    switch (members[0].key, members[0].value) {
    case ("Fn::If", .list(let arguments)): return arguments.first?.text
    case ("Condition", .string(let name)): return name
    default: return nil
    }
  }
}
