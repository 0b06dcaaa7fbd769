extension Rule {
  /// WebSocket URLs always have a stage's name.
  static let defaultStageOfWebSocket = Rule(
    id: "STG002",
    severity: .error,
    summary: "the stage `$default` on a WebSocket API",
    why: """
      `$default` is the stage of HTTP APIs whose URL has no stage's name. The URL of a WebSocket API always has one, and
      clients cannot connect to a stage called so.
      """,
    source: "public reports (terraform-aws-modules/apigateway-v2); API Gateway's page on stages",
    example: """
      functions:
        chat: {runtime: nodejs24.x, handler: index.handler, code: src/chat}
      apis:
        chat:
          type: websocket
          routes:
            $default: chat
          stage: ⟦$default → live⟧
      """,
    check: { spec, report in
      spec.forEachStageName { isWebSocket, name, mark in
        guard isWebSocket == true, name == "$default" else { return }
        report.report(
          at: mark, "a WebSocket API has no stage `$default`: its URLs always name one",
          help: "give it a name, such as `live`")
      }
    })
}
