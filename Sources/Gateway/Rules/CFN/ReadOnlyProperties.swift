extension Rule {
  /// A property that only AWS sets.
  static let readOnlyProperty = Rule(
    id: "CFN019",
    severity: .error,
    summary: "read-only property is set",
    why: """
      AWS sets IDs, ARNs and addresses of resources, and `!GetAtt` reads them. CloudFormation rejects a resource that sets them:
      "Encountered unsupported property".
      """,
    source: "CloudFormation's resource schemas",
    example: """
      resources:
        Store:
          Type: AWS::ApiGatewayV2::Api
          Properties: {⟪⟦ApiId⟧: abcd1234,  →⟫Name: store, ProtocolType: HTTP}
      """,
    check: { model, report in
      for (difference, owner) in model.differences {
        guard case .readOnly(let property) = difference else { continue }
        report.report(
          at: property.key, "`\(property.name)` of `\(owner.ownerName)` is read-only",
          help: "remove it; `!GetAtt` reads it")
      }
    })
}
