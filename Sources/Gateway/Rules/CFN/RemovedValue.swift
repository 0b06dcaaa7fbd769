import CloudFormation
import SpecReading
import YAMLTree

extension Rule {
  /// `AWS::NoValue` where a value is required.
  static let removedValue = Rule(
    id: "CFN014",
    severity: .warning,
    summary: "`AWS::NoValue` for a required property",
    why: """
      `!Ref AWS::NoValue` removes its property. If the property is required, the deployment fails; with `!If`, it fails in one of
      the two cases.
      """,
    source: "CloudFormation's page on pseudo parameters",
    example: """
      parameters:
        Backend: {Type: String, Default: ""}
      conditions:
        HasBackend: !Not [!Equals [!Ref Backend, ""]]
      apis:
        store:
          routes:
            GET /books:
              http: ⟦!If [HasBackend, !Ref Backend, ⟪!Ref AWS::NoValue → "https://books.example.com"⟫]⟧
      """,
    check: { model, report in
      let removals = model.spec.removals
      for removal in removals {
        report.report(
          at: removal.mark, removed(removal.key),
          help: "use a value; or add a `condition` to the element, so that it is only created where there is a value")
      }
      var known = Set(removals.map(\.mark))
      model.forEachRemovedProperty { property in
        if property.value.isNothing { return }
        let mark = property.isRaw ? property.mark : property.valueMark
        if !known.insert(mark).inserted { return }
        report.report(
          at: mark, removed(property.writtenWord),
          help: property.isRaw ? "use a value" : "use a value, or remove `\(property.writtenWord)`")
      }
    })

  /// Reports properties that are removed in each case.
  static func checkRemovals(_ model: Model, _ report: inout Report) {
    model.forEachRemovedProperty { property in
      guard property.value.isNothing else { return }
      let word = property.writtenWord
      report.report(at: property.valueMark, removed(word), help: "use a value, or remove `\(word)`")
    }
  }

  private static func removed(_ key: String) -> String { "`AWS::NoValue` removes `\(key)`, which is required" }
}

extension Model {
  /// The required properties that CloudFormation may remove.
  fileprivate func forEachRemovedProperty(_ body: (Property) -> Void) {
    // Without conditions only an author can have written it.
    let isWritten = names.tree.sources.contains { $0.bytes.firstPlace(of: "NoValue") != nil }
    if template.sections["Conditions"] == nil, !isWritten { return }
    forEachResource { resource, type in
      let members = resource.record.properties.members
      for index in members.indices where isWritten || members[index].value.mayBeNothing {
        guard let property = type[members[index].key] else { continue }
        Property(members[index], of: resource, fallback: resource.mark)
          .forEachRemoved(property, of: resource.properties, body)
      }
    }
  }
}

extension Model.Property {
  /// The key before its value.
  fileprivate var writtenWord: String {
    guard !isRaw, let node = origin.valueNode, let key = resource.tree.key(of: node) else { return word }
    return resource.tree.string(key)
  }

  /// Calls `body` with itself if CloudFormation may remove it and its owner requires it, otherwise with such keys in it.
  fileprivate func forEachRemoved(
    _ property: ResourceType.Property, of owner: Model.Property, _ body: (Model.Property) -> Void
  ) {
    if !value.mayBeNothing {
      if !property.form.isScalar { forEachRemovedPart(property.form, body) }
      return
    }
    // In AWS's words, the property is missing then.
    if resource.isRaw, value.isNothing { return }
    if property.isRequired || owner.needs(property) { body(self) }
  }

  /// The same for the keys of the objects in it.
  private func forEachRemovedPart(_ form: PropertyForm, _ body: (Model.Property) -> Void) {
    if isFunction { return branches.forEach { if !$0.isFunction { $0.forEachRemovedPart(form, body) } } }
    switch form.shape {
    case .list(let item) where !item.isScalar:
      for part in items ?? [] { part.forEachRemovedPart(item, body) }
    case .object(let properties):
      for part in members {
        if let property = properties[part.name] { part.forEachRemoved(property, of: self, body) }
      }
    default: break
    }
  }
}
