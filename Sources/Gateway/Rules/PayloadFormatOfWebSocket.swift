import SpecReading

extension Rule {
  /// WebSocket events have one form.
  static let payloadFormatOfWebSocket = Rule(
    id: "INT004",
    severity: .error,
    summary: "`payloadFormatVersion` in a WebSocket API",
    why: """
      The event that a function gets for a message of a WebSocket API has one form; versions are of HTTP APIs. API
      Gateway refuses it: "Unsupported PayloadFormatVersion: 2.0".
      """,
    source: "API Gateway's CreateIntegration, found by deployments (cdk-preflight: websocket-payload-version)",
    bad: """
      functions:
        chat: {runtime: nodejs24.x, handler: index.handler, code: src/chat}
      apis:
        chat:
          type: websocket
          routes:
            $default: {lambda: chat, payloadFormatVersion: ⟦2.0⟧}
          stage: live
      """,
    good: """
      functions:
        chat: {runtime: nodejs24.x, handler: index.handler, code: src/chat}
      apis:
        chat:
          type: websocket
          routes:
            $default: {lambda: chat}
          stage: live
      """,
    check: { spec, report in
      spec.forEachTarget { answering in
        guard answering.api.value.isWebSocket, case .lambda(let target) = answering.target,
          let given = target.payloadFormatVersion
        else { return }
        report.report(
          at: given.mark, "the events of a WebSocket API have no `payloadFormatVersion`", help: "leave it out")
      }
    })
}
