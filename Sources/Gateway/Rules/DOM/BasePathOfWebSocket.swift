extension Rule {
  /// WebSocket mappings have one level.
  static let basePathOfWebSocket = Rule(
    id: "DOM009",
    severity: .error,
    summary: "a WebSocket API's base path with a slash inside",
    why: """
      Only HTTP and REST APIs can be mapped under paths of several levels; a WebSocket API's base path is one word.
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
    check: { spec, report in
      for mapping in spec.mappedPlaces where mapping.isWebSocket == true {
        guard let path = mapping.pathText, path.split(separator: "/").count > 1 else { continue }
        let mended = path.split(separator: "/").joined(separator: "-")
        report.report(
          at: mapping.pathMark, "the base path of a WebSocket API has one level",
          help: "write it without a slash: `\(mended)`")
      }
    })
}
