extension Rule {
  /// A WebSocket API has no stage by itself.
  static let webSocketNeedsStage = Rule(
    id: "API016",
    severity: .warning,
    summary: "a WebSocket API without a stage",
    why: """
      Clients connect to a stage. An HTTP API gets one called `$default` by itself; a WebSocket API has none until one
      is written, and nobody can connect to it.
      """,
    source: "API Gateway's page on stages",
    bad: """
      functions:
        chat: {runtime: nodejs24.x, handler: index.handler, code: src/chat}
      apis:
        ⟦chat⟧:
          type: websocket
          routes:
            $default: chat
      """,
    good: """
      functions:
        chat: {runtime: nodejs24.x, handler: index.handler, code: src/chat}
      apis:
        chat:
          type: websocket
          routes:
            $default: chat
          stage: live
      """,
    check: { spec, report in
      for api in spec.names.spec.apis {
        guard case .created = api.value.form, api.value.isWebSocket, api.value.stages == nil, api.value.stage == nil,
          spec.isWhole(api.mark)
        else { continue }
        report.report(
          at: api.mark, "the WebSocket API `\(api.name)` has no stage, so nobody can connect to it",
          help: "write `stage: NAME`; `stages: {}` says that it is meant")
      }
    })
}
