import SpecReading

extension Rule {
  /// Where API Gateway finds a token.
  static let jwtIdentitySource = Rule(
    id: "AUT010",
    severity: .error,
    summary: "the identity source of a JWT authorizer that is not one header or query parameter",
    why: """
      API Gateway looks for the token in one place: a header, `$request.header.NAME`, or a query parameter,
      `$request.querystring.NAME`.
      """,
    source: "API Gateway's CreateAuthorizer (IdentitySource)",
    example: """
      apis:
        store:
          authorizers:
            users:
              jwt: {issuer: "https://login.example.com", audience: web}
              identitySource: ⟦Authorization → $request.header.Authorization⟧
          routes:
            GET /books: {http: "https://books.example.com", auth: users}
      """,
    check: { spec, report in
      spec.forEachWrittenAuthorizer { authorizer in
        guard authorizer.isJwt, authorizer.isWebSocket != true else { return }
        let help = "write one, such as `$request.header.Authorization`"
        guard let sources = authorizer.identitySource else {
          guard authorizer.resource?.lacks("IdentitySource") ?? false else { return }
          return report.report(at: authorizer.mark, "it does not say where tokens are (`IdentitySource`)", help: help)
        }
        if sources.items.count != 1, sources.intrinsic == nil {
          report.report(at: sources.mark, "a token is looked for in exactly one place", help: help)
        }
        for source in sources.items {
          guard let text = source.literal, !IdentitySource.isOfRequest(text) else { continue }
          report.report(
            at: source.mark, "\(Reader.quoted(text)) is neither a header nor a query parameter",
            help: IdentitySource.help(text, isWebSocket: false))
        }
      }
    })

  /// What an HTTP API's function is asked about.
  static let httpIdentitySource = Rule(
    id: "AUT011",
    severity: .error,
    summary: "an identity source that HTTP APIs do not have",
    why: """
      Where one of the identity sources is missing, API Gateway answers 401 without asking the function, and by all of
      them together it keeps answers. They are headers, query parameters, context and stage variables. API Gateway
      refuses anything else: "Invalid identity source expression".
      """,
    source: "API Gateway's CreateAuthorizer, found by deployments (cdk-preflight: http-identity-source-expression)",
    example: """
      functions:
        login: {runtime: nodejs24.x, handler: index.handler, code: src/login}
      apis:
        store:
          authorizers:
            users: {lambda: login, identitySource: ⟦route.request.header.Cookie → $request.header.Cookie⟧}
          routes:
            GET /books: {http: "https://books.example.com", auth: users}
      """,
    check: { spec, report in
      spec.forEachWrittenLambdaAuthorizer { authorizer in
        guard authorizer.isWebSocket == false else { return }
        for source in authorizer.identitySource?.items ?? [] {
          guard let text = source.literal else { continue }
          if IdentitySource.isOfRequest(text) || IdentitySource.names(text, after: "$stageVariables.") { continue }
          if text.hasPrefix("$context."), ContextVariables.hasHttp(String(text.dropFirst(9))) { continue }
          report.report(
            at: source.mark, "\(Reader.quoted(text)) is not an identity source of an HTTP API",
            help: IdentitySource.help(text, isWebSocket: false))
        }
      }
    })

  /// What a WebSocket API's function is asked about.
  static let webSocketIdentitySource = Rule(
    id: "AUT012",
    severity: .error,
    summary: "an identity source that WebSocket APIs do not have",
    why: """
      A WebSocket API's identity sources are headers and query parameters of the request that opens the connection,
      context and stage variables, without a `$`. API Gateway refuses anything else: "Invalid request identity source
      expression".
      """,
    source:
      "API Gateway's CreateAuthorizer, found by deployments (cdk-preflight: websocket-identity-source-expression)",
    example: """
      functions:
        chat: {runtime: nodejs24.x, handler: index.handler, code: src/chat}
        login: {runtime: nodejs24.x, handler: index.handler, code: src/login}
      apis:
        chat:
          type: websocket
          authorizers:
            users: {lambda: login, identitySource: ⟦$request.querystring.token → route.request.querystring.token⟧}
          routes:
            $connect: {lambda: chat, auth: users}
            $disconnect: chat
          stage: live
      """,
    check: { spec, report in
      spec.forEachWrittenLambdaAuthorizer { authorizer in
        guard authorizer.isWebSocket == true else { return }
        for source in authorizer.identitySource?.items ?? [] {
          guard let text = source.literal else { continue }
          let known = ["route.request.header.", "route.request.querystring.", "context.", "stageVariables."]
          if known.contains(where: { IdentitySource.names(text, after: $0) }) { continue }
          report.report(
            at: source.mark, "\(Reader.quoted(text)) is not an identity source of a WebSocket API",
            help: IdentitySource.help(text, isWebSocket: true))
        }
      }
    })
}

/// Expressions for what of a request an authorizer reads.
private enum IdentitySource {
  /// Whether a text is a header or a query parameter, as HTTP APIs write them.
  static func isOfRequest(_ text: String) -> Bool {
    names(text, after: "$request.header.") || names(text, after: "$request.querystring.")
  }

  /// Whether a name follows.
  static func names(_ text: String, after prefix: String) -> Bool {
    text.hasPrefix(prefix) && text.utf8.count > prefix.utf8.count && !text.contains(where: \.isWhitespace)
  }

  /// What was meant: the same name in the right form, or a bare name as a header.
  static func help(_ text: String, isWebSocket: Bool) -> String {
    let request = isWebSocket ? "route.request." : "$request."
    for place in ["header", "querystring"] {
      if let range = text.firstRange(of: "request.\(place).") {
        return "write `\(request)\(place).\(text[range.upperBound...])`"
      }
    }
    if text.isMade(ofLettersDigitsAnd: "-_") { return "write `\(request)header.\(text)` for the header" }
    return "write `\(request)header.NAME` or `\(request)querystring.NAME`"
  }
}
