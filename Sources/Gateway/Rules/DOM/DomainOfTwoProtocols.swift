import Diagnostics

extension Rule {
  static let domainOfTwoProtocols = Rule(
    id: "DOM011",
    severity: .error,
    summary: "WebSocket and HTTP APIs on one domain",
    why: """
      A domain leads either to WebSocket APIs or to HTTP and REST APIs. API Gateway rejects the second mapping.
      """,
    source:
      "CloudFormation's page of AWS::ApiGatewayV2::ApiMapping; API Gateway's page on WebSocket custom domain names",
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
          domain: chat.example.com/chat
        ⟪
        store:
          routes:
            $default: https://books.example.com
          disableExecuteApiEndpoint: true
          domain: ⟦chat.example.com⟧/store
        →⟫
      """,
    check: { model, report in
      for mappings in model.domains.mappingsByHost {
        guard let first = mappings.first(where: { $0.isWebSocket != nil }), let isWebSocket = first.isWebSocket,
          let other = mappings.first(where: { $0.isWebSocket == !isWebSocket })
        else { continue }
        report.report(
          at: other.hostMark, "\(other.hostWords) already leads to \(isWebSocket ? "a WebSocket" : "an HTTP") API",
          related: [Related(message: "the \(isWebSocket ? "WebSocket" : "HTTP") API", mark: first.hostMark)],
          help: "give the \(isWebSocket ? "HTTP" : "WebSocket") API a domain of its own")
      }
    })
}
