extension Rule {
  static let templateTooLarge = Rule(
    id: "WS022",
    severity: .warning,
    summary: "mapping template of more than 300 KB",
    why: "API Gateway rejects mapping templates of more than 300 KB. The limit cannot be raised.",
    source: "API Gateway's quotas of WebSocket APIs",
    example: """
      apis:
        chat:
          type: websocket
          routes:
            $default:
              mock: true
              requestTemplates: '{"statusCode": 200}'
              returnResponse: {templates: ⟦"\(String(repeating: "text ", count: 61_500))" → "text"⟧}
          stage: live
      """,
    check: { model, report in
      let properties =
        model.resources("Integration").map { $0["RequestTemplates"] }
        + model.resources("IntegrationResponse").map { $0["ResponseTemplates"] }
      for template in properties.flatMap({ $0?.members ?? [] }) {
        guard let text = template.text, text.utf8.count > 300 * 1_024 else { continue }
        report.report(
          at: template, "the template has \(text.utf8.count / 1_024) KB; at most 300 KB are allowed",
          help: "use a Lambda function instead")
      }
    })

  static let mockWithoutTemplate = Rule(
    id: "WS029",
    severity: .warning,
    summary: "mock integration without a request template",
    why: """
      A mock integration answers with the status that its request template has. Without a template every message fails with
      "Internal server error".
      """,
    source: "API Gateway's page on mock integrations",
    example: """
      apis:
        chat:
          type: websocket
          routes:
            $default: {mock: ⟦true → true, requestTemplates: '{"statusCode": 200}'⟧}
          stage: live
      """,
    check: { model, report in
      for integration in model.apis.messageIntegrations where integration.type == "MOCK" {
        guard integration.resource.lacks("RequestTemplates") else { continue }
        report.report(
          at: integration.mark, "the mock integration has no template that returns a status code",
          help: integration.resource.isRaw
            ? "add `RequestTemplates: {$default: '{\"statusCode\": 200}'}`"
            : "add `requestTemplates: '{\"statusCode\": 200}'`")
      }
    })
}
