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
  /// Called with a flaw, the name of what it stands in, and where that is.
  let report: (PropertyFlaw, _ owner: String, _ mark: Mark) -> Void

  func find(in resource: RawResource, of type: ResourceType) {
    if resource.properties.isFunction { return }
    for property in resource.properties.members where type.readOnly.contains(property.name) {
      report(.readOnly(property), resource.type, resource.mark)
    }
    find(
      in: resource.properties, type.properties, besides: type.readOnly, owner: resource.type, at: resource.mark,
      isWhole: resource.isWhole)
  }

  private func find(
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
  private func check(_ property: RawProperty, _ form: PropertyForm, isWhole: Bool) {
    if property.isFunction { return }
    switch (form, property.form) {
    case (_, .nothing) where !isWhole: return
    case (.any, .scalar), (.any, .list), (.any, .mapping), (.text, .scalar), (.json, .scalar): return
    case (.integer, .scalar) where property.number != nil: return
    case (.number, .scalar) where property.text.flatMap(Double.init) != nil: return
    case (.flag, .scalar) where ["true", "false"].contains(property.text?.lowercased()): return
    case (.list(let item), .list): return property.items?.forEach { check($0, item, isWhole: isWhole) } ?? ()
    case (.map(let value), .mapping), (.json(let value), .mapping):
      for member in property.members where !member.name.hasPrefix("Fn::") { check(member, value, isWhole: isWhole) }
    case (.object(let names), .mapping):
      find(in: property, names, owner: property.name, at: property.key, isWhole: isWhole)
    default: report(.form(property, wanted: form), property.name, property.mark)
    }
  }
}

extension ResolvedSpec {
  /// What is wrong with the properties of all resources whose types are known.
  func forEachPropertyFlaw(_ body: (PropertyFlaw, _ owner: String, _ mark: Mark) -> Void) {
    if rawResourcesByType.isEmpty, rawPartsByType.isEmpty { return }
    withoutActuallyEscaping(body) { body in
      let flaws = PropertyFlaws(report: body)
      for (name, type) in ResourceType.all {
        for resource in rawResources(name) + (rawPartsByType[name] ?? []) { flaws.find(in: resource, of: type) }
      }
    }
  }
}
