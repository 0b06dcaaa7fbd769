import CloudFormation

extension WholeStack {
  /// The same with the names that a newer version has for its conditions, where only the name of one changes.
  func withConditionNames(of new: WholeStack) -> WholeStack {
    let before = template.section("Conditions").members.map(\.key)
    var left = new.template.section("Conditions").members.map(\.key)
    let removed = before.filter { !left.contains($0) }
    left.removeAll(where: before.contains)
    if removed.isEmpty || left.isEmpty { return self }
    let both = UpdateConditions(template, new.template)
    var names: [String: String] = [:]
    for name in removed {
      guard let index = left.firstIndex(where: { both.areSame(old: name, new: $0) }) else { continue }
      names[name] = left.remove(at: index)
    }
    return names.isEmpty ? self : replacing(template.renamingConditions { names[$0] ?? $0 })
  }
}

extension Template {
  fileprivate func renamingConditions(_ rename: (String) -> String) -> Template {
    var renamed = self
    renamed.changeResources { resource in
      resource.properties = resource.properties.renamingConditions(rename)
      resource.attributes = resource.attributes.renamingConditions(rename)
      resource.deletionPolicy = resource.deletionPolicy.map { $0.renamingConditions(rename) }
      resource.condition = resource.condition.map(rename)
    }
    renamed.outputs = outputs.renamingConditions(rename)
    let conditions = sections["Conditions"]?.object?.renamingConditions(rename).members ?? []
    renamed.sections["Conditions"] = .object(
      Object(conditions.map { .init(key: rename($0.key), value: $0.value, origin: $0.origin) }))
    return renamed
  }
}

extension Object {
  fileprivate func renamingConditions(_ rename: (String) -> String) -> Object {
    Object(members.map { .init(key: $0.key, value: $0.value.renamingConditions(rename), origin: $0.origin) })
  }
}

extension Value {
  /// The same with other names of conditions in `Fn::If` and `{Condition: NAME}`.
  func renamingConditions(_ rename: (String) -> String) -> Value {
    switch self {
    case .list(let items): return .list(items.map { $0.renamingConditions(rename) })
    case .object(let object):
      return .object(
        Object(
          object.members.map { member in
            var value = member.value.renamingConditions(rename)
            if member.key == "Condition", let name = value.text { value = .string(rename(name)) }
            if member.key == "Fn::If", case .list(var arms) = value, let name = arms.first?.text {
              arms[0] = .string(rename(name))
              value = .list(arms)
            }
            return .init(key: member.key, value: value, origin: member.origin)
          }))
    case .string, .number, .bool, .null, .ref, .getAtt: return self
    }
  }
}
