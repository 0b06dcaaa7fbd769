extension Rule {
  /// WebSocket APIs wait a second less.
  static let webSocketTimeout = Rule(
    id: "INT008",
    severity: .error,
    summary: "a timeout of more than 29 seconds in a WebSocket API",
    why: """
      An integration of a WebSocket API has at most 29 seconds; the 30 seconds of HTTP APIs are refused: "Timeout should
      be between 50 ms and 29000 ms".
      """,
    source: "API Gateway's quotas of WebSocket APIs; found by deployments (cdk-preflight)",
    example: """
      functions:
        chat: {runtime: nodejs24.x, handler: index.handler, code: src/chat}
      apis:
        chat:
          type: websocket
          routes:
            $default: {lambda: chat, timeout: ⟦30s → 29s⟧}
          stage: live
      """,
    check: { spec, report in
      spec.forEachTarget { answering in
        guard answering.api.value.isWebSocket, let timeout = answering.target.integration.options.timeout,
          let length = timeout.literal, length.milliseconds > 29_000
        else { return }
        report.report(at: timeout.mark, "a WebSocket API waits 29 seconds at most", help: "write `29s` or less")
      }
      spec.forEachProperty("Integration", of: .websocket, ["TimeoutInMillis"]) { timeout in
        guard let length = timeout.number, length > 29_000 else { return }
        report.report(at: timeout.mark, "a WebSocket API waits 29 seconds at most", help: "write 29000 or less")
      }
    })
}
