import SpecReading

extension Rule {
  /// What goes with the stack.
  static let statefulResource = Rule(
    id: "CFN015",
    severity: .note,
    summary: "a resource that holds data and goes with its stack",
    why: """
      Without a `DeletionPolicy` a table, a user pool or a log group is deleted with its stack, or when it leaves the
      template, and all that it holds is gone. Whether that is meant should be said.
      """,
    source: "cfn-lint's rule on stateful resources (I3011)",
    example: """
      resources:
        ⟦Books⟧:
          Type: AWS::DynamoDB::Table
          ⟪→
          DeletionPolicy: Retain
          UpdateReplacePolicy: Retain
          ⟫
          Properties:
            BillingMode: PAY_PER_REQUEST
            AttributeDefinitions: [{AttributeName: id, AttributeType: S}]
            KeySchema: [{AttributeName: id, KeyType: HASH}]
      """,
    check: { spec, report in
      for element in spec.names.spec.resources {
        guard let type = spec.names.resourceTypes[element.name], let thing = ResourceType.named(type)?.data,
          !spec.hasDeletionPolicy(element)
        else { continue }
        report.report(
          at: element.mark, "the \(thing) `\(element.name)` is deleted with the stack, and so is all that it holds",
          help: "write `DeletionPolicy: Retain` and `UpdateReplacePolicy: Retain`, or `Delete` to say that you mean it")
      }
    })
}

extension ResolvedSpec {
  /// Whether a resource says what becomes of it, in its own place or in `overrides`.
  fileprivate func hasDeletionPolicy(_ element: Named<Raw>) -> Bool {
    let overrides = names.spec.overrides.filter { $0.name == element.name || $0.name == "resources.\(element.name)" }
    return ([element] + overrides).contains { part in
      names.tree.entries(part.value.node).contains { names.tree.equals($0.key, "DeletionPolicy") }
    }
  }
}
