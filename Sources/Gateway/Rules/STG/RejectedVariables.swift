extension Rule {
  static let identityOfCognito = Rule(
    id: "STG033",
    severity: .warning,
    summary: "variable of Cognito identities in the access log of an HTTP API",
    why: """
      HTTP APIs do not support Cognito identity pools. AWS's page lists these variables, but API Gateway has rejected stages that log
      them: "The following context variables are not supported: [$context.identity.cognitoIdentityId]".
      """,
    source: "sst#2587; API Gateway's page on choosing between REST and HTTP APIs",
    example: """
      apis:
        store:
          accessLogs:
            fields:
              requestId: $context.requestId
              ⟪
              caller: ⟦$context.identity.cognitoIdentityId⟧
              →⟫
          routes:
            GET /books: https://books.example.com
      """,
    check: { model, report in
      for stage in model.apis.stages where stage.isWebSocket == false {
        for variable in stage.accessLogs.flatMap(\.variables) where variable.name.hasPrefix("identity.cognito") {
          report.report(
            at: variable.mark, "API Gateway may reject `$context.\(variable.name)` in the access log of an HTTP API",
            help: "remove it; `$context.identity.sourceIp` and `$context.authorizer.…` are available")
        }
      }
    })
}
