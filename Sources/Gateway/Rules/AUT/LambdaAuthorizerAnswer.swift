import SpecReading

extension Rule {
  /// The payload format version of an authorizer.
  static let payloadFormatOfWebSocketAuthorizer = Rule(
    id: "AUT016",
    severity: .error,
    summary: "`payloadFormatVersion` on a WebSocket API's authorizer, or an invalid one",
    why: """
      The payload format version can be chosen on HTTP APIs only, where it is 1.0 or 2.0. A WebSocket API has one format.
      """,
    source: "API Gateway's CreateAuthorizer, found by deployments (cdk-preflight)",
    example: """
      functions:
        chat: {runtime: nodejs24.x, handler: index.handler, code: src/chat}
        login: {runtime: nodejs24.x, handler: index.handler, code: src/login}
      apis:
        chat:
          type: websocket
          authorizers:
            users: {lambda: login⟪, payloadFormatVersion: ⟦1.0⟧ →⟫}
          routes:
            $connect: {lambda: chat, auth: users}
            $disconnect: chat
          stage: live
      """,
    check: { model, report in
      for authorizer in model.lambdaAuthorizers {
        guard let version = authorizer["AuthorizerPayloadFormatVersion"] else { continue }
        if authorizer.isWebSocket == true {
          report.report(
            at: version, "an authorizer of a WebSocket API has no payload format version",
            help: "remove `\(version.word)`")
        } else if let text = version.texts.first(where: { $0 != "1.0" && $0 != "2.0" }) {
          report.report(
            at: version, "`\(version.word)` must be `1.0` or `2.0`, found \(Reader.quoted(text))",
            help: "write `2.0`, or `1.0` for a function that returns a policy")
        }
      }
    })

  /// Simple responses need payload format version 2.0.
  static let simpleResponses = Rule(
    id: "AUT017",
    severity: .error,
    summary: "simple responses where the function must return a policy",
    why: """
      A function may return `{"isAuthorized": true}` for payload format version 2.0, which HTTP APIs have. Otherwise it
      returns an IAM policy. API Gateway: "EnableSimpleResponses can only be set for AuthorizerPayloadFormatVersion "2.0"."
      """,
    source: "API Gateway's CreateAuthorizer, found by deployments (cdk-preflight: simple-responses-payload-version)",
    example: """
      functions:
        login: {runtime: nodejs24.x, handler: index.handler, code: src/login}
      apis:
        store:
          authorizers:
            users: {lambda: login, ⟪payloadFormatVersion: 1.0,  →⟫simpleResponses: ⟦true⟧}
          routes:
            GET /books: {http: "https://books.example.com", auth: users}
      """,
    check: { model, report in
      for authorizer in model.lambdaAuthorizers {
        guard let simple = authorizer["EnableSimpleResponses"], simple.isWritten, simple.bool != false else { continue }
        if authorizer.isWebSocket == true {
          report.report(
            at: simple, "an authorizer of a WebSocket API returns a policy", help: "remove `\(simple.word)`")
        } else if let version = authorizer["AuthorizerPayloadFormatVersion"], version.text == "1.0" {
          report.report(
            at: simple, "with payload format version 1.0 a function returns a policy",
            help: version.isRaw
              ? "write `\(version.word): \"2.0\"`, or remove `\(simple.word)`"
              : "remove `payloadFormatVersion` or `simpleResponses`")
        }
      }
    })
}
