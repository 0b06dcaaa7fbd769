import SpecReading

extension Rule {
  /// A plain API key.
  static let apiKeyInSight = Rule(
    id: "SEC004",
    severity: .note,
    summary: "value of an API key in the spec",
    why: """
      Everybody who can read the spec, its history or the template can read the key. Without a `value` AWS generates one, which
      only those see who have access to API Gateway.
      """,
    source: "API Gateway's page on API keys",
    example: """
      functions:
        chat: {runtime: nodejs24.x, handler: index.handler, code: src/chat}
      apiKeys:
        partner: {⟪value: ⟦0123456789abcdefghij⟧ →⟫}
      usagePlans:
        basic: {stages: chat.live, keys: partner}
      apis:
        chat:
          type: websocket
          routes:
            $connect: {lambda: chat, apiKeyRequired: true}
            $disconnect: chat
          stage: live
      """,
    check: { model, report in
      for key in model.resources("AWS::ApiGateway::ApiKey") {
        guard let value = key["Value"], let text = value.text, !text.hasDynamicReference else { continue }
        report.report(
          at: value, "everyone who can read the template can read the API key `\(key.name)`",
          help: "remove `\(value.word)`, so that AWS generates one, or use `{{resolve:secretsmanager:NAME}}`",
          secret: value.mark)
      }
    })
}
