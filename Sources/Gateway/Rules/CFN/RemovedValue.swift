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
      let known = Set(removals.map(\.mark))
      model.forEachRemovedProperty { property in
        if property.value.isNothing { return }
        let mark = property.isRaw ? property.mark : property.valueMark
        if known.contains(mark) { return }
        report.report(
          at: mark, removed(property.word),
          help: property.isRaw ? "use a value" : "use a value, or remove `\(property.word)`")
      }
    })

  /// Reports properties that are removed in each case.
  static func checkRemovals(_ model: Model, _ report: inout Report) {
    model.forEachRemovedProperty { property in
      guard property.value.isNothing else { return }
      report.report(
        at: property.valueMark, removed(property.word), help: "use a value, or remove `\(property.word)`")
    }
  }

  private static func removed(_ key: String) -> String { "`AWS::NoValue` removes `\(key)`, which is required" }
}

extension Model {
  /// The required properties that CloudFormation may remove.
  fileprivate func forEachRemovedProperty(_ body: (Property) -> Void) {
    // Without conditions only an author can have written it.
    if template.sections["Conditions"] == nil,
      !names.tree.sources.contains(where: { $0.bytes.firstPlace(of: "NoValue") != nil })
    {
      return
    }
    forEachResource { resource, type in
      let members = resource.record.properties.members
      for index in members.indices where members[index].value.mayBeNothing {
        let member = members[index]
        // In AWS's words, the property is missing then.
        if resource.isRaw, member.value.isNothing { continue }
        guard let property = type[member.key], property.isRequired || resource.needs(property) else { continue }
        body(Property(member, of: resource, fallback: resource.mark))
      }
    }
  }
}
