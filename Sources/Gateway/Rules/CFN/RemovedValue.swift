import CloudFormation
import SpecReading
import YAMLTree

extension Rule {
  /// CloudFormation takes away what has to be there.
  static let removedValue = Rule(
    id: "CFN014",
    severity: .warning,
    summary: "`AWS::NoValue` where a value has to be",
    why: """
      `!Ref AWS::NoValue` takes its property away, as if it were not written. A property that has to be there is missed
      then: the deployment fails, or in one of the two cases of an `!If`.
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
    check: { spec, report in
      // Log groups without a retention keep their lines for ever.
      for removal in spec.removals where removal.key != "retention" {
        report.report(
          at: removal.mark, "`AWS::NoValue` takes `\(removal.key)` away, which has to be there",
          help: "give a value; or, with `condition`, let all of it be written only where there is one")
      }
      // What the language writes by itself where nothing is said.
      spec.forEachNeededValue { key, value in
        guard value.mayBeNothing else { return }
        report.report(
          at: value.mark, "`AWS::NoValue` takes `\(key)` away, which has to be there",
          help: "give a value, or leave `\(key)` out")
      }
    })
}

/// A function's value, and where it stands.
private struct NeededValue {
  let value: Value
  let mark: Mark

  /// Whether CloudFormation may take it away.
  var mayBeNothing: Bool { NeededValue.mayBeNothing(value) }

  private static func mayBeNothing(_ value: Value) -> Bool {
    if value == .ref("AWS::NoValue") { return true }
    guard case .list(let arguments)? = value.object?["Fn::If"] else { return false }
    return arguments.dropFirst().contains(where: mayBeNothing)
  }
}

extension ResolvedSpec {
  /// The functions in fields that may be left out, and whose properties AWS needs all the same.
  fileprivate func forEachNeededValue(_ body: (_ key: String, NeededValue) -> Void) {
    func add<T>(_ key: String, _ given: Given<T>?) {
      guard let given, case .intrinsic(let node) = given.content else { return }
      body(key, NeededValue(value: values.value(node), mark: given.mark))
    }
    for api in names.spec.apis {
      if case .created(let created) = api.value.form, created.openapi == nil { add("name", created.name) }
      for stage in api.value.stages ?? [] { add("name", stage.value.name) }
    }
    forEachAuthorizer { used in if !used.routes.isEmpty { add("name", used.element.value.name) } }
    for own in createdFunctions {
      if case .image? = own.function.code.source { continue }
      add("runtime", own.function.runtime)
      add("handler", own.function.handler)
    }
    for link in names.spec.vpcLinks { if case .created(let created) = link.value.form { add("name", created.name) } }
    for domain in names.spec.domains { if domain.value.created != nil { add("name", domain.value.name) } }
    forEachListener { _, listener in if case .created = listener.value.form { add("port", listener.value.port) } }
    forEachTargetGroup { group, _ in
      if group.lambda == nil { add("port", group.port) }
      if group.lambda == nil { add("protocol", group.protocol) }
    }
  }
}
