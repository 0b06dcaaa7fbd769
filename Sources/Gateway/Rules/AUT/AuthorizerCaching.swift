extension Rule {
  /// Caching without a cache key.
  static let cacheWithoutIdentity = Rule(
    id: "AUT019",
    severity: .error,
    summary: "authorizer caching is enabled without an identity source",
    why: """
      Authorizer results are cached by the values of the identity sources. Without one, API Gateway rejects caching:
      "Identity source must be set if authorizer caching is enabled".
      """,
    source: "API Gateway's CreateAuthorizer, found by deployments (cdk-preflight: authorizer-ttl-identity-source)",
    example: """
      functions:
        login: {runtime: nodejs24.x, handler: index.handler, code: src/login}
      apis:
        store:
          authorizers:
            users: {lambda: login, ttl: ⟦5m⟧, identitySource: ⟪[] → $request.header.Cookie⟫}
          routes:
            GET /books: {http: "https://books.example.com", auth: users}
      """,
    check: { model, report in
      for authorizer in model.lambdaAuthorizers where authorizer.isWebSocket != true {
        guard let ttl = authorizer["AuthorizerResultTtlInSeconds"], ttl.isWritten, ttl.number != 0 else { continue }
        if let sources = authorizer["IdentitySource"] {
          guard sources.items?.isEmpty ?? false else { continue }
        } else {
          guard authorizer.resource.lacks("IdentitySource"), ttl.number != nil else { continue }
        }
        report.report(
          at: ttl, "authorizer caching needs an identity source",
          help:
            "specify one, such as `$request.header.Authorization`, or write `\(ttl.word): \(ttl.isRaw ? "0" : "0s")`")
      }
    })

  /// Caching where nothing is cached.
  static let cacheOfWebSocket = Rule(
    id: "AUT020",
    severity: .error,
    summary: "authorizer caching on a WebSocket API or a JWT authorizer",
    why: """
      API Gateway caches the results of Lambda authorizers of HTTP APIs only. A WebSocket connection is authorized once,
      and a token has its own expiry.
      """,
    source: "API Gateway's CreateAuthorizer (AuthorizerResultTtlInSeconds)",
    example: """
      functions:
        chat: {runtime: nodejs24.x, handler: index.handler, code: src/chat}
        login: {runtime: nodejs24.x, handler: index.handler, code: src/login}
      apis:
        chat:
          type: websocket
          authorizers:
            users: {lambda: login⟪, ttl: ⟦1m⟧ →⟫}
          routes:
            $connect: {lambda: chat, auth: users}
            $disconnect: chat
          stage: live
      """,
    check: { model, report in
      for authorizer in model.apis.authorizers {
        guard let ttl = authorizer["AuthorizerResultTtlInSeconds"], ttl.isWritten, !(ttl.isRaw && ttl.number == 0)
        else { continue }
        if authorizer.isWebSocket == true {
          report.report(at: ttl, "a WebSocket API does not cache authorizer results", help: "remove `\(ttl.word)`")
        } else if authorizer.isJwt == true {
          report.report(
            at: ttl, "a JWT authorizer calls no function, so there is no result to cache", help: "remove `\(ttl.word)`")
        }
      }
    })

  /// A cached policy that is reused for other routes.
  static let sharedPolicy = Rule(
    id: "AUT021",
    severity: .note,
    summary: "cached authorizer policy allows a single route but is reused for all routes",
    why: """
      A result is cached per caller, not per route. A policy that allows only the requested route denies the same caller's
      next request to another route until it expires.
      """,
    source: "API Gateway's page on Lambda authorizers of HTTP APIs",
    example: """
      functions:
        login: {runtime: nodejs24.x, handler: index.handler, code: src/login}
      apis:
        store:
          authorizers:
            ⟪
            ⟦users⟧: {lambda: login, simpleResponses: false}
            →
            users:
              lambda: login
              simpleResponses: false
              identitySource: [$request.header.Authorization, $context.routeKey]
            ⟫
          routes:
            GET /books: {http: "https://books.example.com", auth: users}
            GET /orders: {http: "https://orders.example.com", auth: users}
      """,
    check: { model, report in
      for authorizer in model.lambdaAuthorizers where authorizer.isWebSocket == false && authorizer.routes.count > 1 {
        let simple = authorizer["EnableSimpleResponses"]
        guard simple == nil || simple?.bool == false,
          // A time that is written is intended.
          let ttl = authorizer["AuthorizerResultTtlInSeconds"], !ttl.isWritten, ttl.number ?? 0 > 0,
          let sources = authorizer["IdentitySource"]?.items, !sources.isEmpty,
          sources.allSatisfy({ $0.text.map { $0 != "$context.routeKey" } ?? false })
        else { continue }
        report.report(
          at: authorizer.mark, "its results are cached for all of its \(authorizer.routes.count) routes",
          help: """
            add `$context.routeKey` to `identitySource`, or write `ttl: 0s`; write `ttl: 5m` where its policies allow \
            every route of the caller
            """)
      }
    })
}
