import YAMLTree

extension Rule {
  /// WebSocket APIs ask functions alone.
  static let jwtOfWebSocket = Rule(
    id: "AUT002",
    severity: .error,
    summary: "a JWT authorizer on a WebSocket API",
    why: """
      API Gateway checks tokens by itself for HTTP APIs alone. For a WebSocket API it asks a function, which may check
      the token.
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
    check: { spec, report in
      func tell(_ mark: Mark, _ way: String) {
        report.report(
          at: mark, "a WebSocket API has no JWT authorizers", help: "let a function check the token: `\(way)`")
      }
      spec.forEachAuthorizer { used in
        if used.api.value.isWebSocket, used.element.value.isJwt { tell(used.element.mark, "lambda: FUNCTION") }
      }
      for authorizer in spec.rawAuthorizers where authorizer.isJwt && authorizer.isWebSocket == true {
        tell(authorizer.mark, "AuthorizerType: REQUEST")
      }
      let known = Set(spec.rawAuthorizers.filter(\.isJwt).compactMap { $0.resource?.id })
      for route in spec.rawGateway("Route", of: .websocket) {
        // Its authorizer has been told already.
        guard let type = route["AuthorizationType"], type.text == "JWT", let id = route["AuthorizerId"],
          !known.contains(id.target ?? "")
        else { continue }
        tell(type.mark, "AuthorizationType: CUSTOM")
      }
    })
}
