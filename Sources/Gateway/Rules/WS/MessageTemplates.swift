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
      for template in model.messageTemplates {
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
          guard let text = template.text, let flaw = flaw(ofMock: text) else { continue }
          report.report(at: template, flaw, help: "write a template such as `{\"statusCode\": 200}`")
        }
      }
    })

  /// The message for the template of a mock integration that gives no status. Directives and variables may give any text.
  private static func flaw(ofMock text: String) -> String? {
    guard let key = text.firstRange(of: "statusCode") else {
      return "the template of the mock integration has no `statusCode`"
    }
    if text.contains("#") || text.contains("$") { return nil }
    let value = text[key.upperBound...].drop { "\"': \n".contains($0) }.prefix { !"\"',} \n".contains($0) }
    if !(Int(value).map { (100...599).contains($0) } ?? false) {
      return "the status code of the mock integration must be 100–599, found \(Reader.quoted(String(value)))"
    }
    let braces = ["{", "}"].map { brace in text.filter { String($0) == brace }.count }
    return braces[0] == braces[1] ? nil : "the template of the mock integration is not JSON: a brace is missing"
  }

  static let templateOfProxy = Rule(
    id: "WS046",
    severity: .warning,
    premise: .part,
    summary: "request template or passthrough behavior of a proxy integration",
    why:
      "A proxy integration gets the message as the client sent it. A template and `passthroughBehavior` have no effect.",
    source: "API Gateway's pages on selection expressions of WebSocket APIs and on passthrough behaviors",
    example: """
      apis:
        chat:
          type: websocket
          routes:
            $default:
              http: https://chat.example.com/messages
              ⟪→
              proxy: false
              ⟫
              requestTemplates: ⟦'{"text": $input.json("$.text")}'⟧
          stage: live
      """,
    check: { model, report in
      for integration in model.apis.messageIntegrations where integration.isProxy == true {
        if let behavior = integration["PassthroughBehavior"],
          behavior.text == "NEVER" || behavior.text == "WHEN_NO_TEMPLATES"
        {
          report.report(
            at: behavior, "`\(behavior.word)` has no effect on a proxy integration, which gets every message",
            help: "remove it")
        }
        guard let templates = integration["RequestTemplates"], let first = templates.members.first else { continue }
        let type = integration.type == "HTTP_PROXY" ? "HTTP" : "AWS"
        report.report(
          at: first, "a proxy integration gets the message without a template",
          help: integration.resource.isRaw ? "use `IntegrationType: \(type)`" : "add `proxy: false`")
      }
    })

  static let unselectedTemplate = Rule(
    id: "WS042",
    severity: .warning,
    summary: "integration without the request template that messages need",
    why: """
      The value of the expression is the key of the request template. An expression without a variable is the same key for every
      message; without a template of this key the integration gets the message as it is. With the passthrough behavior
      `NEVER`, every message without a template is rejected.
      """,
    source: "API Gateway's pages on selection expressions of WebSocket APIs and on passthrough behaviors",
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
      for integration in model.apis.messageIntegrations
      where integration.type == "AWS" || integration.type == "HTTP" {
        guard let behavior = integration["PassthroughBehavior"], behavior.text == "NEVER",
          integration.resource.lacks("RequestTemplates")
        else { continue }
        report.report(
          at: behavior, "`NEVER` rejects every message: the integration does not have a request template",
          help: "add a template, or use `WHEN_NO_MATCH`")
      }
      for integration in model.apis.messageIntegrations {
        guard let expression = integration["TemplateSelectionExpression"], let text = expression.text, !text.isEmpty,
          let templates = integration["RequestTemplates"], !templates.isFunction,
          // A missing `$` is reported by another rule.
          SelectionExpression.variables(in: text).isEmpty, !text.hasPrefix("request.body.")
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
