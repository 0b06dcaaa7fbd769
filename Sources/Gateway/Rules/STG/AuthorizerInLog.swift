import TextSearch

extension Rule {
  static let authorizerInLog = Rule(
    id: "STG034",
    severity: .warning,
    premise: .spec,
    summary: "access log variable of an authorizer that no route has, or as functions get it",
    why: """
      `$context.authorizer.claims.NAME` are the claims of a token that a JWT authorizer checked, `$context.authorizer.NAME` the
      context that a Lambda authorizer returned. Without such an authorizer the log has `-`, and for the names in events of functions:
      `authorizer.lambda.NAME` and `authorizer.jwt.claims.NAME`.
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
      for stage in model.apis.stages {
        guard let isWebSocket = stage.isWebSocket else { continue }
        let variables = stage.accessLogs.flatMap(\.variables).filter {
          $0.name.hasPrefix("authorizer.") && !(isWebSocket && ContextVariables.webSocket.contains($0.name))
        }
        let types = variables.isEmpty ? [] : stage.api?.routes.map(\.authorizationType) ?? []
        let known = Set(types.compactMap { $0 })
        if types.isEmpty || types.contains(nil) { continue }
        for variable in variables {
          let isClaim = variable.name.hasPrefix("authorizer.claims.")
          if let name = nameOfEvent(variable.name, known) {
            report.report(
              at: variable.mark, "`$context.\(variable.name)` is always `-`: only events of functions have it",
              help: "write `$context.authorizer.\(name)`")
            continue
          }
          if variable.name == "authorizer.error" || known.contains(isClaim ? "JWT" : "CUSTOM") { continue }
          // The name ends at a bracket: `$context.authorizer.claims['sub']`.
          let name = ContextVariables.claim(variable.name.split(separator: ".").last ?? "")
          report.report(
            at: variable.mark,
            isClaim
              ? "no route has a JWT authorizer, so that `$context.\(variable.name)` is always `-`"
              : "no route has a Lambda authorizer, so that `$context.\(variable.name)` is always `-`",
            help: isWebSocket
              ? "remove it; a Lambda authorizer of `$connect` provides `$context.authorizer.NAME`"
              : !isClaim && known.contains("JWT")
                ? "write `$context.authorizer.claims.\(name)`" : "remove it, or add the authorizer")
        }
      }
    })

  /// The name in a log of what functions get as `authorizer.lambda.NAME` or `authorizer.jwt.claims.NAME`, if a route has
  /// the authorizer.
  private static func nameOfEvent(_ name: String, _ known: Set<String>) -> Substring? {
    if name.hasPrefix("authorizer.lambda."), known.contains("CUSTOM") {
      return name.dropFirst("authorizer.lambda.".count)
    }
    return name.hasPrefix("authorizer.jwt.claims.") && known.contains("JWT")
      ? name.dropFirst("authorizer.jwt.".count) : nil
  }
}
