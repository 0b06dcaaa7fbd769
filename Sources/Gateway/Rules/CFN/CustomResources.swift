extension Rule {
  /// Custom resources that nothing makes.
  static let serviceToken = Rule(
    id: "CFN038",
    severity: .error,
    premise: .element,
    summary: "custom resource without `ServiceToken`",
    why: """
      CloudFormation sends the request to create a custom resource to the function or topic of its `ServiceToken`, and rejects a
      template without it.
      """,
    source: "CloudFormation's page of AWS::CloudFormation::CustomResource",
    example: """
      resources:
        ⟦Seed⟧:
          Type: Custom::Seed
          Properties: {Table: orders⟪ → , ServiceToken: "arn:aws:lambda:eu-west-1:111122223333:function:seed"⟫}
      """,
    check: { model, report in
      if model.spec.hasOwnMacro { return }
      for type in model.types where type.hasPrefix("Custom::") || type == "AWS::CloudFormation::CustomResource" {
        for resource in model.resources(type) where resource.lacks("ServiceToken") {
          report.report(
            at: resource.mark, "the custom resource has no `ServiceToken`",
            help: "add `ServiceToken` with the ARN of the function that creates it")
        }
      }
    })
}
