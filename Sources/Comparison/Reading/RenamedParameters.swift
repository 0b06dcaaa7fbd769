import CloudFormation

/// The parameters of which only the name changes: a new one of the same type, with the same default or none, in the places of
/// one that is removed. Who deploys the new version sets it to the value of the old one.
struct RenamedParameters {
  /// The new names by the old ones.
  private(set) var names: [String: String] = [:]
  /// The resources that are replaced if a new one has another value, by its name.
  private(set) var replaced: [String: [String]] = [:]

  init(_ old: Template, _ new: Template) {
    let before = old.section("Parameters").members
    let after = new.section("Parameters").members
    let (known, kept) = (Set(before.map(\.key)), Set(after.map(\.key)))
    let removed = before.filter { !kept.contains($0.key) }
    var added = after.filter { !known.contains($0.key) }
    if removed.isEmpty || added.isEmpty { return }
    let (oldPlaces, newPlaces) = (RenamedParameters.places(in: old, new), RenamedParameters.places(in: new, old))
    for one in removed {
      let places = oldPlaces[one.key] ?? []
      let index = added.firstIndex { other in
        let others = newPlaces[other.key] ?? []
        return RenamedParameters.areAlike(one.value, other.value) && !places.isDisjoint(with: others)
          && (places.isSubset(of: others) || others.isSubset(of: places))
      }
      if let index { names[one.key] = added.remove(at: index).key }
    }
  }

  /// The same with the resources that are replaced if the new ones have other values.
  func withReplaced(_ old: WholeStack, _ new: WholeStack) -> RenamedParameters {
    if names.isEmpty { return self }
    var result = self
    let (old, new) = StackComparison.comparable(old, new)
    let added = Set(names.values)
    for change in StackChanges(from: old, to: new).all where change.action == .replaced {
      let properties = new.template[change.id]?.properties
      for property in change.properties where property.replaces == .always {
        properties?[property.top]?.forEachReference { name in
          if added.contains(name) { result.replaced[name, default: []].append(change.id) }
        }
      }
    }
    return result
  }

  private static func areAlike(_ one: Value, _ other: Value) -> Bool {
    guard let one = one.object, let other = other.object, one["Type"] == other["Type"] else { return false }
    guard let value = one["Default"], let usual = other["Default"] else { return one["Default"] == other["Default"] }
    return value.isSame(as: usual)
  }

  /// The properties and outputs of both templates, and the conditions, that refer to each name in one of them.
  private static func places(in template: Template, _ other: Template) -> [String: Set<String>] {
    var places: [String: Set<String>] = [:]
    func add(_ value: Value, _ place: String) { value.forEachReference { places[$0, default: []].insert(place) } }
    for resource in template.resources where other[resource.id] != nil {
      for member in resource.properties.members { add(member.value, "\(resource.id).\(member.key)") }
    }
    for output in template.outputs.members where other.outputs[output.key] != nil {
      add(output.value, "Outputs.\(output.key)")
    }
    // Their names may change as well.
    if let conditions = template.sections["Conditions"] { add(conditions, "Conditions") }
    return places
  }
}

extension WholeStack {
  /// The same with other names of parameters.
  func renaming(_ renamed: RenamedParameters) -> WholeStack {
    if renamed.names.isEmpty { return self }
    var changed = template
    changed.replaceReferences(renamed.names.mapValues { .ref($0) })
    let parameters = template.section("Parameters").members
    changed.sections["Parameters"] = .object(
      Object(parameters.map { .init(key: renamed.names[$0.key] ?? $0.key, value: $0.value, origin: $0.origin) }))
    return replacing(changed)
  }
}
