import Diagnostics

extension Rule {
  /// HTTP and WebSocket APIs do not share a domain.
  static let domainOfTwoProtocols = Rule(
    id: "DOM011",
    severity: .error,
    summary: "WebSocket and HTTP APIs on one domain",
    why: """
      A domain leads to WebSocket APIs or to HTTP and REST APIs, never to both.
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
    check: { spec, report in
      for places in spec.mappedPlacesByHost {
        let group = places.compactMap { place in place.isWebSocket.map { (place: place, isWebSocket: $0) } }
        guard let first = group.first, let other = group.first(where: { $0.isWebSocket != first.isWebSocket })?.place
        else { continue }
        let kind = first.isWebSocket ? "WebSocket" : "HTTP"
        report.report(
          at: other.hostMark,
          "\(spec.words(for: other.host)) leads to a\(kind == "HTTP" ? "n" : "") \(kind) API already",
          related: [Related(message: "the \(kind) API", mark: first.place.hostMark)],
          help: "give the \(first.isWebSocket ? "HTTP" : "WebSocket") API a host of its own")
      }
    })
}
