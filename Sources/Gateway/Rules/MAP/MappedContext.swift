import SpecReading

extension Rule {
  /// A context variable that does not exist.
  static let unknownContextVariable = Rule(
    id: "MAP005",
    severity: .error,
    summary: "unknown `$context` variable in a parameter mapping",
    why:
      "HTTP APIs have a fixed list of `$context` variables, which differs from that of REST APIs. Any other variable is empty.",
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
    check: { model, report in
      model.forEachMappingVariable { change, variable in
        guard variable.root == .context, !ContextVariables.hasHttp(variable.path),
          !ContextVariables.webSocket.contains(variable.path)
        else { return }
        report.report(
          at: change.value.mark(of: variable.range),
          "HTTP APIs do not have the variable `$context.\(variable.path)`",
          help: ContextVariables.httpHelp(for: variable.path))
      }
    })

  /// A context variable of WebSocket APIs.
  static let webSocketContextVariable = Rule(
    id: "MAP006",
    severity: .error,
    summary: "`$context` variable of WebSocket APIs in a parameter mapping",
    why: "Only WebSocket APIs have variables for connections, messages and events. On an HTTP API they are empty.",
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
    check: { model, report in
      model.forEachMappingVariable { change, variable in
        guard variable.root == .context, !ContextVariables.hasHttp(variable.path),
          ContextVariables.webSocket.contains(variable.path)
        else { return }
        report.report(
          at: change.value.mark(of: variable.range),
          "`$context.\(variable.path)` is only available on WebSocket APIs",
          help: "use `$context.requestId` to identify a request")
      }
    })

  /// A claim that a mapping cannot name.
  static let claimName = Rule(
    id: "MAP007",
    severity: .error,
    summary: "claim name with unsupported characters in a parameter mapping",
    why: """
      The names of context variables consist of letters, digits, `.` and `_`. Tokens may contain claims such as
      `cognito:username`, but a parameter mapping cannot read them.
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
    check: { model, report in
      model.forEachMappingVariable { change, variable in
        guard variable.root == .context, variable.path.hasPrefix("authorizer.") else { return }
        let root =
          ["authorizer.claims.", "authorizer.claims["].first { variable.path.hasPrefix($0) } ?? "authorizer."
        let isBracketed = root.hasSuffix("[")
        let rest = String(variable.path.dropFirst(root.count))
        let name = isBracketed ? rest.filter { !"[]'\"".contains($0) } : rest
        let isValid = name.isMade(ofLettersDigitsAnd: "._")
        if isValid, !isBracketed { return }
        report.report(
          at: change.value.mark(of: variable.range),
          isValid
            ? "a variable of a parameter mapping cannot have brackets"
            : "a parameter mapping cannot read the claim \(Reader.quoted(name))",
          help: isValid
            ? "write `$context.authorizer.claims.\(name)`"
            : "use a claim whose name has only letters, digits, `.` and `_`")
      }
    })
}
