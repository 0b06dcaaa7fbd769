import SpecReading

extension Rule {
  /// A context variable that does not exist.
  static let unknownContextSource = Rule(
    id: "AUT041",
    severity: .warning,
    summary: "unknown context variable as identity source of a WebSocket API",
    why: """
      Where an identity source is missing, API Gateway rejects the connection with 401 and does not call the function. A
      context variable that does not exist is always missing.
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
    check: { model, report in
      for authorizer in model.lambdaAuthorizers where authorizer.isWebSocket == true {
        authorizer.forEachIdentitySource { source, text in
          guard text.hasPrefix("context.") else { return }
          let name = String(text.dropFirst("context.".count))
          // What is not a name at all has its own finding.
          if name.isEmpty || name.contains(where: \.isWhitespace) || known.contains(name) { return }
          report.report(
            at: source, "\(Reader.quoted(text)) is not a context variable of a connection",
            help: Suggestion.nearest(to: name, among: known.sorted()).map { "did you mean `context.\($0)`?" }
              ?? "write `context.identity.sourceIp`, for example, or a header or query parameter")
        }
      }
    })

  private static let known = ContextVariables.webSocket.union(["messageDirection"])
}
