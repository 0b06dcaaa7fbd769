import TextSearch

extension Rule {
  static let authorizerInLog = Rule(
    id: "STG034",
    severity: .warning,
    summary: "access log variable of an authorizer that no route has",
    why: """
      `$context.authorizer.claims.NAME` are the claims of a token that a JWT authorizer checked, `$context.authorizer.NAME` the
      context that a Lambda authorizer returned. Without such an authorizer the log has `-`.
      """,
    source: "API Gateway's page on logging variables of HTTP APIs",
    example: """
      apis:
        store:
          authorizers:
            users: {jwt: {issuer: https://login.example.com, audience: web}}
          defaultAuth: users
          accessLogs:
            fields:
              caller: ⟦$context.authorizer.sub → $context.authorizer.claims.sub⟧
          routes:
            GET /books: https://books.example.com
      """,
    check: { model, report in
      for stage in model.apis.stages where stage.isWebSocket == false {
        let variables = stage.accessLogs.flatMap(\.variables).filter { $0.name.hasPrefix("authorizer.") }
        let types = variables.isEmpty ? [] : stage.api?.routes.map(\.authorizationType) ?? []
        let known = Set(types.compactMap { $0 })
        if types.isEmpty || types.contains(nil) { continue }
        for variable in variables {
          let isClaim = variable.name.hasPrefix("authorizer.claims.")
          if variable.name == "authorizer.error" || known.contains(isClaim ? "JWT" : "CUSTOM") { continue }
          let name = variable.name.split(separator: ".").last ?? ""
          report.report(
            at: variable.mark,
            isClaim
              ? "no route has a JWT authorizer, so that `$context.\(variable.name)` is always `-`"
              : "no route has a Lambda authorizer, so that `$context.\(variable.name)` is always `-`",
            help: !isClaim && known.contains("JWT")
              ? "write `$context.authorizer.claims.\(name)`" : "remove it, or add the authorizer")
        }
      }
    })
}
