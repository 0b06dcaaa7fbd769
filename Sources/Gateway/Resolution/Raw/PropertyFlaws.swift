import YAMLTree

/// What is wrong with a property already by CloudFormation's own description of its type.
enum PropertyFlaw {
  /// A name that is none, among those that are.
  case unknown(RawProperty, known: [String])
  /// Something else stands there than may.
  case form(RawProperty, wanted: PropertyForm)
  /// A name that has to be there.
  case missing(String)
  /// It is AWS that gives it.
  case readOnly(RawProperty)
}

/// Compares a resource with its type.
struct PropertyFlaws {
  /// A flaw, the name of what it stands in, and where that is.
  typealias Found = (flaw: PropertyFlaw, owner: String, mark: Mark)

  /// All that were found.
  private(set) var all: [Found] = []

  /// Looks at all resources whose types are known, and at what is written of such elsewhere.
  init(_ resources: [String: [RawResource]], _ parts: [String: [RawResource]]) {
    for (name, all) in [resources, parts].joined() {
      guard let type = ResourceType.named(name), type.isComplete else { continue }
      for resource in all { find(in: resource, of: type) }
    }
  }

  private mutating func report(_ flaw: PropertyFlaw, _ owner: String, _ mark: Mark) { all.append((flaw, owner, mark)) }

  private mutating func find(in resource: RawResource, of type: ResourceType) {
    if resource.properties.isFunction { return }
    let given = resource.properties.members.filter { type.isReadOnly($0.name) }
    for property in given { report(.readOnly(property), resource.type, resource.mark) }
    find(
      in: resource.properties, type.properties, besides: given.map(\.name), owner: resource.type, at: resource.mark,
      isWhole: resource.isWhole)
  }

  private mutating func find(
    in mapping: RawProperty, _ properties: [ResourceType.Property], besides others: [String] = [], owner: String,
    at mark: Mark, isWhole: Bool
  ) {
    var isComplete = isWhole
    for member in mapping.members {
      if let known = properties[member.name] {
        // What `aws cloudformation package` uploads may be a path.
        if known.traits.contains(.localPath), member.form == .scalar { continue }
        check(member, known.form, isWhole: isWhole)
      } else if !others.contains(member.name) {
        // What seems to be missing may be misspelt, or come from `Fn::Transform`.
        isComplete = false
        if member.name.hasPrefix("Fn::") { continue }
        report(.unknown(member, known: properties.map(\.name)), owner, mark)
      }
    }
    guard isComplete else { return }
    for property in properties where property.isRequired && mapping[property.name] == nil {
      report(.missing(property.name), owner, mark)
    }
  }

  /// In what is merged over something else, nothing takes a property away.
  private mutating func check(_ property: RawProperty, _ form: PropertyForm, isWhole: Bool) {
    if property.isFunction { return }
    switch (form.shape, property.form) {
    case (_, .nothing) where !isWhole: return
    case (.any, .scalar), (.any, .list), (.any, .mapping), (.text, .scalar), (.json, .scalar): return
    case (.integer, .scalar) where property.number != nil: return
    case (.number, .scalar) where property.text.flatMap(Double.init) != nil: return
    case (.flag, .scalar) where ["true", "false"].contains(property.text?.lowercased()): return
    case (.list(let item), .list):
      for part in property.items ?? [] { check(part, item, isWhole: isWhole) }
    case (.map(let value), .mapping), (.json(let value), .mapping):
      for member in property.members where !member.name.hasPrefix("Fn::") { check(member, value, isWhole: isWhole) }
    case (.object(let properties), .mapping):
      find(in: property, properties, owner: property.name, at: property.key, isWhole: isWhole)
    default: report(.form(property, wanted: form), property.name, property.mark)
    }
  }
}
