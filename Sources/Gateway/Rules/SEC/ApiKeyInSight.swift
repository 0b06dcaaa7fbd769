import SpecReading

extension Rule {
  /// A key that the template shows.
  static let apiKeyInSight = Rule(
    id: "SEC004",
    severity: .note,
    summary: "the value of an API key, written in the spec",
    why: """
      Everybody who sees the spec, its history or the template sees the key. Without a `value` AWS makes one that only
      those see who may ask API Gateway for it.
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
    check: { spec, report in
      for element in spec.names.spec.apiKeys {
        guard case .created(let key) = element.value.form, let value = key.value, let text = value.literal,
          !text.mentions("{{resolve:")
        else { continue }
        report.report(
          at: value.mark, "everybody who sees the template sees the API key `\(element.name)`",
          help: "leave `value` out, so that AWS makes one, or write `{{resolve:secretsmanager:NAME}}`")
      }
    })
}
