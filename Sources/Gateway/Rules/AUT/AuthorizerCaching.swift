import SpecReading

extension Rule {
  /// There must be something to keep answers by.
  static let cacheWithoutIdentity = Rule(
    id: "AUT019",
    severity: .error,
    summary: "an authorizer whose answers are kept, but by nothing",
    why: """
      Answers are kept by the values of the identity sources. Without one API Gateway refuses to keep any: "Identity
      source must be set if authorizer caching is enabled".
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
    check: { spec, report in
      spec.forEachWrittenLambdaAuthorizer { authorizer in
        guard let ttl = authorizer.ttl, ttl.literal != 0, authorizer.isWebSocket != true else { return }
        if let sources = authorizer.identitySource {
          guard sources.items.isEmpty, sources.intrinsic == nil else { return }
        } else {
          // The language has a default.
          guard authorizer.resource?.lacks("IdentitySource") ?? false, ttl.literal != nil else { return }
        }
        let none = authorizer.words("ttl: 0s", raw: "AuthorizerResultTtlInSeconds: 0")
        report.report(
          at: ttl.mark, "without an identity source there is nothing to keep answers by",
          help: "name one, such as `$request.header.Authorization`, or write `\(none)`")
      }
    })

  /// A connection is checked once.
  static let cacheOfWebSocket = Rule(
    id: "AUT020",
    severity: .error,
    summary: "`ttl` on an authorizer whose answers are not kept: a WebSocket API's, or one of tokens",
    why: """
      API Gateway keeps the answers of functions to HTTP APIs alone. A WebSocket connection is checked once, and a token
      says itself how long it is good for.
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
    check: { spec, report in
      spec.forEachWrittenAuthorizer { authorizer in
        guard let ttl = authorizer.ttl, authorizer.resource == nil || ttl.literal != 0 else { return }
        if authorizer.isWebSocket == true {
          report.report(at: ttl.mark, "a WebSocket API keeps no answers", help: "leave it out")
        } else if authorizer.isJwt {
          report.report(
            at: ttl.mark, "nothing is asked about tokens, so there is no answer to keep", help: "leave it out")
        }
      }
    })

  /// A kept policy is used for routes that it was not made for.
  static let sharedPolicy = Rule(
    id: "AUT021",
    severity: .warning,
    summary: "a policy that is kept for one route and used for all",
    why: """
      An answer is kept for a caller, not for a route. A policy that allows just the route it was asked about refuses the
      same caller's next request to another one, until it is forgotten.
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
    check: { spec, report in
      spec.forEachLambdaAuthorizer { used, authorizer in
        let sources = used.element.value.identitySource
        guard !used.api.value.isWebSocket, used.routes.count > 1, !authorizer.isSimple,
          authorizer.ttl?.literal?.seconds != 0
        else { return }
        if let sources,
          sources.items.isEmpty
            || sources.items.contains(where: { $0.literal.map { $0 == "$context.routeKey" } ?? true })
        {
          return
        }
        report.report(
          at: used.element.mark, "its answers are kept for all of its \(used.routes.count) routes",
          help: """
            add `$context.routeKey` to `identitySource`, or write `ttl: 0s`; where its policies allow every route of the \
            caller, write `ttl` and ignore this
            """)
      }
      let raw = spec.rawAuthorizers.filter { !$0.isJwt && $0.isWebSocket == false }
      if raw.isEmpty { return }
      let users = spec.usersOfRawAuthorizers
      for authorizer in raw {
        guard let resource = authorizer.resource, let count = users[resource.id], count > 1,
          authorizer.simpleResponses == nil || authorizer.simpleResponses?.literal == false,
          let ttl = authorizer.ttl?.literal, ttl > 0, let sources = authorizer.identitySource, !sources.items.isEmpty,
          sources.items.allSatisfy({ $0.literal.map { $0 != "$context.routeKey" } ?? false })
        else { continue }
        report.report(
          at: resource.mark, "its answers are kept for all of its \(count) routes",
          help:
            "add `$context.routeKey` to `IdentitySource`, or ignore this where its policies allow every route of the caller"
        )
      }
    })
}

extension ResolvedSpec {
  /// How many routes name an authorizer of `resources`, by its logical id.
  fileprivate var usersOfRawAuthorizers: [String: Int] {
    var users: [String: Int] = [:]
    forEachAuthorization { _, _, authorization in
      if case .resource(let id, _) = authorization.checker { users[id, default: 0] += 1 }
    }
    for route in rawGateway("Route") {
      if let id = route["AuthorizerId"]?.target { users[id, default: 0] += 1 }
    }
    return users
  }
}
