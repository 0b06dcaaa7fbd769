extension Rule {
  static let basePathOfWebSocket = Rule(
    id: "DOM009",
    severity: .error,
    summary: "base path with several levels for a WebSocket API",
    why: """
      Only HTTP and REST APIs can have a base path of several levels. API Gateway rejects one for a WebSocket API.
      """,
    source: "API Gateway's page on API mappings of WebSocket APIs",
    example: """
      functions:
        chat: {runtime: nodejs24.x, handler: index.handler, code: src/chat}
      domains:
        chat.example.com:
          certificate: arn:aws:acm:eu-west-1:111122223333:certificate/11112222-3333-4444-5555-666677778888
          hostedZone: Z0123456789EXAMPLE
      apis:
        chat:
          type: websocket
          routes:
            $default: chat
          stage: live
          disableExecuteApiEndpoint: true
          domain: chat.example.com/⟦support/v1 → support-v1⟧
      """,
    check: { model, report in
      for mapping in model.domains.mappings where mapping.isWebSocket == true {
        let paths = model.pathTexts(of: mapping).map { $0.split(separator: "/") }
        guard let segments = paths.first(where: { $0.count > 1 }) else { continue }
        report.report(
          at: mapping.pathMark, "the base path of a WebSocket API must have one level",
          help: "use `\(segments.joined(separator: "-"))`")
      }
    })
}
