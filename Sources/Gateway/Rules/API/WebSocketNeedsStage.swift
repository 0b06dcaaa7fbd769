extension Rule {
  /// A WebSocket API has no stage by itself.
  static let webSocketNeedsStage = Rule(
    id: "API016",
    severity: .warning,
    summary: "an API without a stage, which is not made by itself",
    why: """
      Clients connect to a stage. An HTTP API gets one called `$default` by itself; a WebSocket API has none until one
      is written, and nobody can connect to it.
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
    check: { spec, report in
      for api in spec.names.spec.apis {
        guard case .created = api.value.form, api.value.isWebSocket, api.value.stages == nil, api.value.stage == nil,
          spec.isWhole(api.mark), !spec.hasRaw("Stage", of: api)
        else { continue }
        report.report(
          at: api.mark, "the WebSocket API `\(api.name)` has no stage, so nobody can connect to it",
          help: "write `stage: NAME`; `stages: {}` says that it is meant")
      }
      if spec.hasUnseenResources { return }
      for api in spec.rawGateway("Api") where spec.rawApis[api]?.isComplete == true {
        guard spec.rawGateway("Route").contains(where: { $0.apiKey == api.apiKey }) else { continue }
        if spec.rawGateway("Stage").contains(where: { $0.apiKey == nil || $0.apiKey == api.apiKey }) { continue }
        // One of `apis` may be the same API, with stages of its own.
        if spec.names.spec.apis.contains(where: { RawApis.key(of: $0, spec.names, spec.values) == api.apiKey }) {
          continue
        }
        report.report(
          at: api.mark, "the API `\(api.id)` has routes and no stage, so nobody can call it",
          help: "write an `AWS::ApiGatewayV2::Stage` with `AutoDeploy: true`")
      }
    })
}
