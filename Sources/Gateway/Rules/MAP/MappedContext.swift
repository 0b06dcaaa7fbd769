import SpecReading

extension Rule {
  /// A context variable that is none.
  static let unknownContextVariable = Rule(
    id: "MAP005",
    severity: .error,
    summary: "a `$context` variable that HTTP APIs have not",
    why: """
      HTTP APIs have a fixed list of context variables, another one than REST APIs. One that is not on it has no value.
      """,
    source: "API Gateway's page on logging variables of HTTP APIs",
    example: """
      apis:
        store:
          routes:
            GET /books:
              http: https://books.example.com/v1
              requestParameters:
                append:header.x-source: ⟦$context.identity.sourceIP → $context.identity.sourceIp⟧
      """,
    check: { spec, report in
      spec.forEachMappingVariable { _, _, value, variable in
        guard variable.root == .context, !ContextVariables.hasHttp(variable.path),
          !ContextVariables.webSocket.contains(variable.path)
        else { return }
        let near = Suggestion.nearest(to: variable.path, among: ContextVariables.http.sorted())
        report.report(
          at: value.mark(of: variable.range), "HTTP APIs have no variable `$context.\(variable.path)`",
          help: near.map { "did you mean `$context.\($0)`?" })
      }
    })

  /// A context variable of WebSocket APIs.
  static let webSocketContextVariable = Rule(
    id: "MAP006",
    severity: .error,
    summary: "a `$context` variable that only WebSocket APIs have",
    why: """
      Connections, messages and events are what WebSocket APIs know of. A request to an HTTP API has none of them.
      """,
    source: "API Gateway's pages on logging variables of HTTP APIs and on access logs of WebSocket APIs",
    example: """
      apis:
        store:
          routes:
            GET /books:
              http: https://books.example.com/v1
              requestParameters:
                append:header.x-client: ⟦$context.connectionId → $context.requestId⟧
      """,
    check: { spec, report in
      spec.forEachMappingVariable { _, _, value, variable in
        guard variable.root == .context, !ContextVariables.hasHttp(variable.path),
          ContextVariables.webSocket.contains(variable.path)
        else { return }
        report.report(
          at: value.mark(of: variable.range), "only WebSocket APIs have `$context.\(variable.path)`",
          help: "a request is told from others by `$context.requestId`")
      }
    })

  /// Claims that cannot be mapped.
  static let claimName = Rule(
    id: "MAP007",
    severity: .error,
    summary: "a claim with other signs in its name than letters, digits, `.` and `_`",
    why: """
      Names of context variables have letters, digits, `.` and `_` alone. Claims such as `cognito:username` exist in
      tokens, but no mapping can reach them.
      """,
    source: "API Gateway's page on parameter mapping",
    example: """
      apis:
        store:
          authorizers:
            users: {jwt: {issuer: https://login.example.com, audience: web}}
          defaultAuth: users
          routes:
            GET /books:
              http: https://books.example.com/v1
              requestParameters:
                append:header.x-user: ⟦$context.authorizer.claims.cognito:username → $context.authorizer.claims.sub⟧
      """,
    check: { spec, report in
      spec.forEachMappingVariable { _, _, value, variable in
        guard variable.root == .context, variable.path.hasPrefix("authorizer.") else { return }
        let root = variable.path.hasPrefix("authorizer.claims.") ? "authorizer.claims." : "authorizer."
        let name = variable.path.dropFirst(root.count)
        if name.isMade(ofLettersDigitsAnd: "._") { return }
        report.report(
          at: value.mark(of: variable.range), "\(Reader.quoted(String(name))) cannot be mapped",
          help: "names of context variables have letters, digits, `.` and `_` alone")
      }
    })
}
