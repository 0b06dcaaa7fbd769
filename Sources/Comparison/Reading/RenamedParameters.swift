import CloudFormation

/// The parameters of which only the name changes: a new one of the same type, with the same default or none, in the places of
/// one that is removed. Who deploys the new version sets it to the value of the old one.
struct RenamedParameters {
  /// The new names by the old ones.
  private(set) var names: [String: String] = [:]

  init(_ old: Template, _ new: Template) {
    let before = old.sections["Parameters"]?.object?.members ?? []
    let after = new.sections["Parameters"]?.object?.members ?? []
    let (known, kept) = (Set(before.map(\.key)), Set(after.map(\.key)))
    let removed = before.filter { !kept.contains($0.key) }
    var added = after.filter { !known.contains($0.key) }
    if removed.isEmpty || added.isEmpty { return }
    let (oldPlaces, newPlaces) = (RenamedParameters.places(in: old), RenamedParameters.places(in: new))
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

  private static func areAlike(_ one: Value, _ other: Value) -> Bool {
    guard let one = one.object, let other = other.object, one["Type"] == other["Type"] else { return false }
    guard let value = one["Default"], let usual = other["Default"] else { return one["Default"] == other["Default"] }
    return value.isSame(as: usual)
  }

  /// The properties, outputs and conditions that refer to each name.
  private static func places(in template: Template) -> [String: Set<String>] {
    var places: [String: Set<String>] = [:]
    func add(_ members: [Object.Member], _ path: String) {
      for member in members {
        member.value.forEachReference { places[$0, default: []].insert("\(path).\(member.key)") }
      }
    }
    for resource in template.resources { add(resource.properties.members, resource.id) }
    add(template.outputs.members, "Outputs")
    add(template.sections["Conditions"]?.object?.members ?? [], "Conditions")
    return places
  }
}

extension WholeStack {
  /// The same with other names of parameters.
  func renaming(_ renamed: RenamedParameters) -> WholeStack {
    if renamed.names.isEmpty { return self }
    var changed = template
    changed.replaceReferences(renamed.names.mapValues { .ref($0) })
    let parameters = template.sections["Parameters"]?.object?.members ?? []
    changed.sections["Parameters"] = .object(
      Object(parameters.map { .init(key: renamed.names[$0.key] ?? $0.key, value: $0.value, origin: $0.origin) }))
    return replacing(changed)
  }
}
