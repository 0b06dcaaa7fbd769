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
      /// The limit with its flaw.
      func flaw(
        _ settings: Model.Property, _ property: String, _ quota: Double, _ name: String
      ) -> (limit: Model.Property, message: String, help: String)? {
        let value = settings.value.object?.member(property)?.value
        // A property is only made for a value to report.
        if let number = value?.scalar?.decimal, number > 0, number <= quota { return nil }
        guard value != nil, let limit = settings[property],
          let number = limit.texts.compactMap(\.decimal).first(where: { $0 <= 0 || $0 > quota })
        else { return nil }
        return number > quota
          ? (
            limit, "by default an account has \(name) for all of its APIs",
            "set a lower limit, or ignore this where AWS has raised the account's quota"
          )
          : (
            limit, number < 0 ? "a limit cannot be negative" : "a limit of 0 answers every request with 429",
            "set a limit above 0"
          )
      }
      for stage in model.apis.stages {
        for settings in stage.settings {
          let rate = flaw(settings, "ThrottlingRateLimit", 10_000, "10000 requests per second")
          let burst = flaw(settings, "ThrottlingBurstLimit", 5_000, "bursts of 5000 requests")
          guard let first = rate ?? burst else { continue }
          // Both have the same cause, and the same remedy.
          let isOne = rate != nil && rate?.help == burst?.help
          report.report(
            at: first.limit, first.message,
            related: isOne ? [burst].compactMap(\.self).map { .init(message: $0.message, mark: $0.limit.mark) } : [],
            help: first.help)
          if rate != nil, !isOne, let burst { report.report(at: burst.limit, burst.message, help: burst.help) }
        }
      }
    })
}
