import SpecReading

extension Rule {
  /// WebSocket APIs have one form of event.
  static let payloadFormatOfWebSocketAuthorizer = Rule(
    id: "AUT016",
    severity: .error,
    summary: "the form of an authorizer's event on a WebSocket API, or one that is not there",
    why: """
      The form of an authorizer's event can be chosen on HTTP APIs alone, where it is 1.0 or 2.0. A WebSocket API has
      one.
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
    check: { spec, report in
      spec.forEachWrittenLambdaAuthorizer { authorizer in
        guard let version = authorizer.payloadFormatVersion else { return }
        if authorizer.isWebSocket == true {
          report.report(
            at: version.mark, "a WebSocket API's authorizer gets one form of event alone", help: "leave it out")
        } else if let text = version.literal, text != "1.0", text != "2.0" {
          report.report(
            at: version.mark, "an authorizer's event has no form \(Reader.quoted(text))", help: "write `2.0` or `1.0`")
        }
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
    check: { spec, report in
      spec.forEachWrittenLambdaAuthorizer { authorizer in
        guard let simple = authorizer.simpleResponses, simple.literal != false else { return }
        if authorizer.isWebSocket == true {
          report.report(
            at: simple.mark, "a WebSocket API's authorizer answers with a policy", help: "leave it out")
        } else if authorizer.payloadFormatVersion?.literal == "1.0" {
          report.report(
            at: simple.mark, "to an event of the form 1.0 a function answers with a policy",
            help: authorizer.words(
              "leave out `payloadFormatVersion`, or `simpleResponses`",
              raw: "write `AuthorizerPayloadFormatVersion: \"2.0\"`, or leave out `EnableSimpleResponses`"))
        }
      }
    })
}
