import SpecReading

extension Rule {
  /// WebSocket APIs have one form of event.
  static let payloadFormatOfWebSocketAuthorizer = Rule(
    id: "AUT016",
    severity: .error,
    summary: "`payloadFormatVersion` on a WebSocket API's authorizer",
    why: "The form of an authorizer's event can be chosen on HTTP APIs alone. A WebSocket API has one.",
    source: "API Gateway's CreateAuthorizer, found by deployments (cdk-preflight)",
    bad: """
      functions:
        chat: {runtime: nodejs24.x, handler: index.handler, code: src/chat}
        login: {runtime: nodejs24.x, handler: index.handler, code: src/login}
      apis:
        chat:
          type: websocket
          authorizers:
            users: {lambda: login, payloadFormatVersion: ⟦1.0⟧}
          routes:
            $connect: {lambda: chat, auth: users}
            $disconnect: chat
          stage: live
      """,
    good: """
      functions:
        chat: {runtime: nodejs24.x, handler: index.handler, code: src/chat}
        login: {runtime: nodejs24.x, handler: index.handler, code: src/login}
      apis:
        chat:
          type: websocket
          authorizers:
            users: {lambda: login}
          routes:
            $connect: {lambda: chat, auth: users}
            $disconnect: chat
          stage: live
      """,
    check: { spec, report in
      spec.forEachLambdaAuthorizer { used, authorizer in
        guard used.api.value.isWebSocket, let version = authorizer.payloadFormatVersion else { return }
        report.report(
          at: version.mark, "a WebSocket API's authorizer gets one form of event alone", help: "leave it out")
      }
    })

  /// Yes or no is an answer to the newer event alone.
  static let simpleResponses = Rule(
    id: "AUT017",
    severity: .error,
    summary: "`simpleResponses` where the function has to answer with a policy",
    why: """
      A function may answer `{"isAuthorized": true}` to an event of the form 2.0, which HTTP APIs have. To any other one
      it answers with an IAM policy. API Gateway: "EnableSimpleResponses can only be set for
      AuthorizerPayloadFormatVersion "2.0"."
      """,
    source: "API Gateway's CreateAuthorizer, found by deployments (cdk-preflight: simple-responses-payload-version)",
    bad: """
      functions:
        login: {runtime: nodejs24.x, handler: index.handler, code: src/login}
      apis:
        store:
          authorizers:
            users: {lambda: login, payloadFormatVersion: 1.0, simpleResponses: ⟦true⟧}
          routes:
            GET /books: {http: "https://books.example.com", auth: users}
      """,
    good: """
      functions:
        login: {runtime: nodejs24.x, handler: index.handler, code: src/login}
      apis:
        store:
          authorizers:
            users: {lambda: login, simpleResponses: true}
          routes:
            GET /books: {http: "https://books.example.com", auth: users}
      """,
    check: { spec, report in
      spec.forEachLambdaAuthorizer { used, authorizer in
        guard let simple = authorizer.simpleResponses, simple.literal != false else { return }
        if used.api.value.isWebSocket {
          report.report(
            at: simple.mark, "a WebSocket API's authorizer answers with a policy", help: "leave it out")
        } else if authorizer.payloadFormatVersion?.literal == .first {
          report.report(
            at: simple.mark, "to an event of the form 1.0 a function answers with a policy",
            help: "leave out `payloadFormatVersion`, or `simpleResponses`")
        }
      }
    })
}
