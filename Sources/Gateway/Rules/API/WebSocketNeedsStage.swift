extension Rule {
  /// An API that clients cannot reach.
  static let webSocketNeedsStage = Rule(
    id: "API016",
    severity: .warning,
    premise: .spec,
    summary: "API without a stage",
    why: """
      Clients connect to a stage. The language gives an HTTP API one named `$default`; a WebSocket API, and an API of
      `resources`, has none until one is written.
      """,
    source: "API Gateway's page on stages",
    example: """
      functions:
        chat: {runtime: nodejs24.x, handler: index.handler, code: src/chat}
      apis:
        ⟦chat⟧:
          type: websocket
          routes:
            $default: chat
          ⟪→
          stage: live
          ⟫
      """,
    check: { model, report in
      for api in model.apis.all where api.stages.isEmpty && api.resource != nil && model.spec.isWhole(api.mark) {
        if model.hasStray("Stage", of: api) { continue }
        if let element = api.element?.value {
          // `stages: {}` states that none is meant.
          guard element.isWebSocket, element.stages == nil, element.stage == nil else { continue }
        } else if !api.isComplete || api.routes.isEmpty {
          continue
        }
        report.report(
          at: api.mark, "the API `\(api.name)` has no stage, so clients cannot reach it",
          help: api.element == nil
            ? "add an `AWS::ApiGatewayV2::Stage` with `AutoDeploy: true`"
            : "write `stage: NAME`; `stages: {}` states that none is intended")
      }
    })
}
