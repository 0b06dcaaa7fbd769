import SpecReading
import YAMLTree

extension Rule {
  /// Templates have a size.
  static let templateTooLarge = Rule(
    id: "WS022",
    severity: .warning,
    summary: "a mapping template of more than 300 KB",
    why: "API Gateway takes mapping templates of up to 300 KB. What is larger is a function's work.",
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
    check: { spec, report in
      func check(_ templates: [Named<Given<String>>]) {
        for template in templates where (template.value.literal?.utf8.count ?? 0) > 300 * 1_024 {
          report.report(at: template.value.mark, "the template is larger than 300 KB", help: "let a function do it")
        }
      }
      spec.forEachMessageTarget { answering in
        let messages = answering.target.integration.messages
        check(messages?.requestTemplates ?? [])
        for response in messages?.integrationResponses ?? [] { check(response.value.templates) }
      }
      spec.forEachProperty("Integration", of: .websocket, ["RequestTemplates"]) { check($0.texts) }
      spec.forEachProperty("IntegrationResponse", of: .websocket, ["ResponseTemplates"]) { check($0.texts) }
      spec.forEachMessageRoute { _, _, route in check(route.value.messages.returnResponse?.fields?.templates ?? []) }
    })

  /// A mock that does not know what to answer.
  static let mockWithoutTemplate = Rule(
    id: "WS029",
    severity: .warning,
    summary: "`mock` without a request template",
    why: """
      A mock answers with the status that its request template gives it. A message that comes through as it is says none,
      and fails.
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
    check: { spec, report in
      spec.forEachMessageTarget { answering in
        guard case .mock(let target) = answering.target, target.messages?.requestTemplates.isEmpty ?? true else {
          return
        }
        report.report(
          at: answering.mark, "this mock has no status to answer with",
          help: "write `requestTemplates: '{\"statusCode\": 200}'`")
      }
      for integration in spec.rawIntegrations where integration.isWebSocket == true && integration.kind == "MOCK" {
        guard integration.isWhole, integration["RequestTemplates"] == nil else { continue }
        report.report(
          at: integration.resource.mark, "this mock has no status to answer with",
          help: "write `RequestTemplates: {$default: '{\"statusCode\": 200}'}`")
      }
    })
}
