import SpecReading
import TextSearch

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
    summary: "mock integration without a status code in its request template",
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
      for integration in model.apis.messageIntegrations where integration.type == "MOCK" {
        for template in integration["RequestTemplates"]?.members ?? [] {
          // A text with a function in it is not known.
          guard let text = template.text, !text.mentions("statusCode") else { continue }
          report.report(
            at: template, "the template of the mock integration has no `statusCode`",
            help: "write a template such as `{\"statusCode\": 200}`")
        }
      }
    })
  static let unselectedTemplate = Rule(
    id: "WS042",
    severity: .warning,
    summary: "template selection expression that selects no template",
    why: """
      The value of the expression is the key of the request template. An expression without a variable is the same key for every
      message; without a template of this key the integration gets the message as it is.
      """,
    source: "API Gateway's page on selection expressions of WebSocket APIs",
    example: """
      apis:
        chat:
          type: websocket
          routes:
            $default:
              mock: true
              requestTemplates: {ok: '{"statusCode": 200}'}
              templateSelectionExpression: ⟦"200" → ok⟧
          stage: live
      """,
    check: { model, report in
      for integration in model.apis.messageIntegrations {
        guard let expression = integration["TemplateSelectionExpression"], let text = expression.text, !text.isEmpty,
          let templates = integration["RequestTemplates"], !templates.isFunction,
          SelectionExpression.variables(in: text).isEmpty
        else { continue }
        let key = text.replacing("\\$", with: "$")
        let keys = templates.members.map(\.name)
        if keys.isEmpty || keys.contains(key) || keys.contains("$default") { continue }
        // The CDK's examples have content types as keys.
        if keys.contains(where: { $0.contains("/") }) { continue }
        report.report(
          at: expression, "there is no request template \(Reader.quoted(key))",
          help: "write the key of a template: " + Suggestion.list(keys))
      }
    })
}
