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
    if resources.isEmpty, parts.isEmpty { return }
    for (name, type) in ResourceType.all {
      for resource in (resources[name] ?? []) + (parts[name] ?? []) { find(in: resource, of: type) }
    }
  }

  private mutating func report(_ flaw: PropertyFlaw, _ owner: String, _ mark: Mark) { all.append((flaw, owner, mark)) }

  private mutating func find(in resource: RawResource, of type: ResourceType) {
    if resource.properties.isFunction { return }
    for property in resource.properties.members where type.readOnly.contains(property.name) {
      report(.readOnly(property), resource.type, resource.mark)
    }
    find(
      in: resource.properties, type.properties, besides: type.readOnly, owner: resource.type, at: resource.mark,
      isWhole: resource.isWhole)
  }

  private mutating func find(
    in mapping: RawProperty, _ names: PropertyNames, besides others: Set<String> = [], owner: String, at mark: Mark,
    isWhole: Bool
  ) {
    var isComplete = isWhole
    for member in mapping.members {
      if let form = names.forms[member.name] {
        check(member, form, isWhole: isWhole)
      } else if !others.contains(member.name) {
        // What seems to be missing may be misspelt, or come from `Fn::Transform`.
        isComplete = false
        if member.name.hasPrefix("Fn::") { continue }
        report(.unknown(member, known: names.forms.keys.sorted()), owner, mark)
      }
    }
    guard isComplete, !names.unless.contains(where: { mapping[$0] != nil }) else { return }
    for name in names.required where mapping[name] == nil { report(.missing(name), owner, mark) }
  }

  /// In what is merged over something else, nothing takes a property away.
  private mutating func check(_ property: RawProperty, _ form: PropertyForm, isWhole: Bool) {
    if property.isFunction { return }
    switch (form, property.form) {
    case (_, .nothing) where !isWhole: return
    case (.any, .scalar), (.any, .list), (.any, .mapping), (.text, .scalar), (.json, .scalar): return
    case (.integer, .scalar) where property.number != nil: return
    case (.number, .scalar) where property.text.flatMap(Double.init) != nil: return
    case (.flag, .scalar) where ["true", "false"].contains(property.text?.lowercased()): return
    case (.list(let item), .list):
      for part in property.items ?? [] { check(part, item, isWhole: isWhole) }
    case (.map(let value), .mapping), (.json(let value), .mapping):
      for member in property.members where !member.name.hasPrefix("Fn::") { check(member, value, isWhole: isWhole) }
    case (.object(let names), .mapping):
      find(in: property, names, owner: property.name, at: property.key, isWhole: isWhole)
    default: report(.form(property, wanted: form), property.name, property.mark)
    }
  }
}
