import SpecReading

extension Rule {
  /// A context variable that does not exist.
  static let unknownContextSource = Rule(
    id: "AUT041",
    severity: .warning,
    summary: "unknown context variable as identity source",
    why: """
      Where an identity source is missing, API Gateway answers 401 and does not call the function. It accepts a context
      variable that does not exist, which is always missing.
      """,
    source:
      "API Gateway's pages on Lambda authorizers and context variables; deployments of AWS SAM's integration tests",
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
      for authorizer in model.lambdaAuthorizers {
        guard let isWebSocket = authorizer.isWebSocket else { continue }
        let prefix = isWebSocket ? "context." : "$context."
        authorizer.forEachIdentitySource { source, text in
          guard text.hasPrefix(prefix) else { return }
          let name = String(text.dropFirst(prefix.utf8.count))
          // What is not a name at all has its own finding.
          if name.isEmpty || name.contains(where: { $0.isWhitespace || $0 == "," }) { return }
          let known = isWebSocket ? ContextVariables.ofMessages : []
          if isWebSocket ? known.contains(name) : ContextVariables.hasHttp(name) { return }
          // In SAM's `Identity`, the names have no prefix.
          let start = authorizer.resource.source == .serverless ? "" : prefix
          let near = isWebSocket ? Suggestion.nearest(to: name, among: known.sorted()) : ContextVariables.nearHttp(name)
          report.report(
            at: source,
            "\(isWebSocket ? "WebSocket" : "HTTP") APIs do not have a context variable \(Reader.quoted(name))",
            help: near.map { "did you mean `\(start)\($0)`?" }
              ?? "write `\(start)identity.sourceIp`, for example, or a header or query parameter")
        }
      }
    })
}
