extension Rule {
  /// A resource whose data is lost with the stack.
  static let statefulResource = Rule(
    id: "CFN015",
    severity: .note,
    summary: "resource with data that is deleted with its stack",
    why: """
      Without a `DeletionPolicy`, a table or a user pool is deleted with its stack, or when it is removed from the
      template. Its data is lost.
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
    check: { model, report in
      model.forEachResource { resource, type in
        guard resource.source == .resources, resource.record.deletionPolicy == nil, let loss = Loss.of(type.name),
          // CloudFormation only deletes an empty bucket.
          loss.kind == .data, type !== ResourceType.bucket,
          !Loss.isElsewhere(type.name, resource.record.properties)
        else { return }
        let isSnapshot = Loss.defaultPolicy(of: resource.record) != nil
        report.report(
          at: resource.mark,
          isSnapshot
            ? "the \(loss.noun) `\(resource.id)` is deleted when it is replaced, with all its data; only its removal leaves a snapshot"
            : "the \(loss.noun) `\(resource.id)` is deleted with the stack, with all its data",
          help: "add `DeletionPolicy: Retain` and `UpdateReplacePolicy: Retain`, or `Delete` if that is intended")
      }
    })
}
