import SpecReading

extension Rule {
  /// WebSocket events have one form.
  static let payloadFormatOfWebSocket = Rule(
    id: "INT004",
    severity: .error,
    summary: "a `payloadFormatVersion` that its kind of integration does not take",
    why: """
      The event that a function gets for a message of a WebSocket API has one form; versions are of HTTP APIs. API
      Gateway refuses it: "Unsupported PayloadFormatVersion: 2.0".
      """,
    source: "API Gateway's CreateIntegration, found by deployments (cdk-preflight: websocket-payload-version)",
    example: """
      functions:
        chat: {runtime: nodejs24.x, handler: index.handler, code: src/chat}
      apis:
        chat:
          type: websocket
          routes:
            $default: {lambda: chat⟪, payloadFormatVersion: ⟦2.0⟧ →⟫}
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
      for integration in spec.rawIntegrations {
        guard let version = integration["PayloadFormatVersion"], version.text == "2.0" else { continue }
        let isProxy = integration.kind == "HTTP_PROXY"
        guard integration.isWebSocket == true || isProxy || integration["IntegrationSubtype"] != nil else { continue }
        report.report(
          at: version.mark, "only functions of HTTP APIs get events of the form `2.0`",
          help: integration.isWebSocket == true ? "leave it out" : "write `\"1.0\"`")
      }
    })
}
