import SpecReading

extension Rule {
  static let throttling = Rule(
    id: "STG023",
    severity: .warning,
    summary: "throttling limit that is not positive, or above the account's quota",
    why: """
      A limit of 0 answers every request with 429. By default an account has 10,000 requests per second and bursts of
      5,000 in a region for all of its APIs together; a higher limit has no effect unless AWS has raised these quotas.
      """,
    source: "API Gateway's page on throttling and its quotas for an account",
    example: """
      apis:
        store:
          throttle: {rate: ⟦0 → 100⟧, burst: 10}
          routes:
            GET /books: https://books.example.com
      """,
    check: { model, report in
      func check(_ settings: Model.Property, _ property: String, _ quota: Double, _ name: String) {
        let value = settings.value.object?.member(property)?.value
        // A property is only made for a value to report.
        if let number = value?.scalar?.decimal, number > 0, number <= quota { return }
        guard value != nil, let limit = settings[property] else { return }
        for value in limit.texts.compactMap(\.decimal) {
          if value < 0 {
            report.report(at: limit, "a limit cannot be negative", help: "set a limit above 0")
          } else if value == 0 {
            report.report(at: limit, "a limit of 0 answers every request with 429", help: "set a limit above 0")
          } else if value > quota {
            report.report(
              at: limit, "by default an account has \(name) for all of its APIs",
              help: "set a lower limit, or ignore this where AWS has raised the account's quota")
          }
        }
      }
      for stage in model.apis.stages {
        for settings in stage.settings {
          check(settings, "ThrottlingRateLimit", 10_000, "10000 requests per second")
          check(settings, "ThrottlingBurstLimit", 5_000, "bursts of 5000 requests")
        }
      }
    })
}
