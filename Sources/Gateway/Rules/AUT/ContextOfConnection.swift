import SpecReading

extension Rule {
  /// What no connection has.
  static let unknownContextSource = Rule(
    id: "AUT041",
    severity: .warning,
    summary: "an identity source of a WebSocket API that no connection has",
    why: """
      Where one of the identity sources is missing, API Gateway refuses the connection with 401 and does not ask the
      function. A context variable that does not exist is always missing.
      """,
    source: "API Gateway's page on Lambda authorizers of WebSocket APIs, and that on its context variables",
    example: """
      functions:
        chat: {runtime: nodejs24.x, handler: index.handler, code: src/chat}
        login: {runtime: nodejs24.x, handler: index.handler, code: src/login}
      apis:
        chat:
          type: websocket
          authorizers:
            users: {lambda: login, identitySource: ⟦context.identity.sourceIP → context.identity.sourceIp⟧}
          routes:
            $connect: {lambda: chat, auth: users}
            $disconnect: chat
          stage: live
      """,
    check: { spec, report in
      spec.forEachWrittenLambdaAuthorizer { authorizer in
        guard authorizer.isWebSocket == true else { return }
        for source in authorizer.identitySource?.items ?? [] {
          guard let text = source.literal, text.hasPrefix("context.") else { continue }
          let name = String(text.dropFirst("context.".count))
          // A name that is no name at all has its own finding.
          if name.isEmpty || name.contains(where: \.isWhitespace) || known.contains(name) { continue }
          report.report(
            at: source.mark, "no connection has \(Reader.quoted(text))",
            help: Suggestion.nearest(to: name, among: known.sorted()).map { "did you mean `context.\($0)`?" }
              ?? "write `context.identity.sourceIp`, for one, or a header or query parameter")
        }
      }
    })

  private static let known = ContextVariables.webSocket.union(["messageDirection"])
}
