import CloudFormation

extension Rule {
  /// The start of the first period of a quota.
  static let quotaOffset = Rule(
    id: "WS044",
    severity: .error,
    summary: "offset of a quota that its period does not have",
    why: """
      The offset of a quota is a number of requests that are subtracted in the first period: none of a day, up to 6 of a week, and up
      to 27 of a month. AWS rejects others: "Usage Plan quota offset must be between 0 and 0 inclusive in the DAY period".
      """,
    source: "API Gateway's QuotaSettings; found by deployments (cdk-preflight: apigw-usage-plan-quota-offset-range)",
    example: """
      functions:
        chat: {runtime: nodejs24.x, handler: index.handler, code: src/chat}
      apis:
        chat:
          type: websocket
          routes:
            $connect: {lambda: chat, apiKeyRequired: true}
            $disconnect: chat
            $default: chat
          stage: live
      apiKeys:
        partner:
      usagePlans:
        basic: {stages: chat.live, keys: partner, quota: {limit: 100, period: DAY⟪, offset: ⟦1⟧ →⟫}}
      """,
    check: { model, report in
      for plan in model.resources("AWS::ApiGateway::UsagePlan") {
        guard let quota = plan["Quota"], let period = quota["Period"]?.text, let last = lastOffset[period],
          let offset = quota["Offset"], let number = offset.number, number > last
        else { continue }
        report.report(
          at: offset,
          "the offset of a quota of period `\(period)` is \(last == 0 ? "0" : "0 to \(last)"), found \(number)",
          help: last == 0 ? "remove it" : "use a smaller one")
      }
    })

  private static let lastOffset = ["DAY": 0, "WEEK": 6, "MONTH": 27]
}
