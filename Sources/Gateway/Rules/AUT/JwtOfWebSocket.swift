import YAMLTree

extension Rule {
  /// WebSocket APIs have Lambda authorizers only.
  static let jwtOfWebSocket = Rule(
    id: "AUT002",
    severity: .error,
    summary: "JWT authorizer on a WebSocket API",
    why: """
      API Gateway validates tokens for HTTP APIs only. On a WebSocket API a Lambda authorizer may validate the token.
      """,
    source: """
      API Gateway's CreateAuthorizer, found by deployments (cdk-preflight: websocket-authorizer-type): "Only REQUEST \
      authorizer type is supported on WEBSOCKET protocol Apis."
      """,
    example: """
      functions:
        chat: {runtime: nodejs24.x, handler: index.handler, code: src/chat}
        ⟪→
        login: {runtime: nodejs24.x, handler: index.handler, code: src/login}
        ⟫
      apis:
        chat:
          type: websocket
          authorizers:
            ⟦users⟧:
              ⟪jwt: {issuer: "https://login.example.com", audience: web} → lambda: login⟫
          routes:
            $connect: {lambda: chat, auth: users}
            $disconnect: chat
          stage: live
      """,
    check: { model, report in
      func reportJwt(_ mark: Mark, _ way: String) {
        report.report(
          at: mark, "a WebSocket API has no JWT authorizers", help: "let a function validate the token: `\(way)`")
      }
      for authorizer in model.apis.authorizers where authorizer.isJwt == true && authorizer.isWebSocket == true {
        reportJwt(authorizer.typeMark, authorizer.resource.isRaw ? "AuthorizerType: REQUEST" : "lambda: FUNCTION")
      }
      for route in model.apis.routes where route.api?.isWebSocket == true && route.authorizer?.isJwt != true {
        guard let type = route["AuthorizationType"], type.text == "JWT", route["AuthorizerId"] != nil else { continue }
        reportJwt(type.mark, type.isRaw ? "AuthorizationType: CUSTOM" : "lambda: FUNCTION")
      }
    })
}
