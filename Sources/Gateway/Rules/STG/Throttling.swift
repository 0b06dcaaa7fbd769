import SpecReading

extension Rule {
  /// Limits that are none, or that stop everything.
  static let throttling = Rule(
    id: "STG023",
    severity: .warning,
    summary: "a throttle of 0, or above what the account has",
    why: """
      A throttle of 0 answers 429 to every request. An account has 10,000 requests a second and bursts of 5,000 in a
      region, for all of its APIs together, unless AWS has raised that: more than that is never let through.
      """,
    source: "API Gateway's page on throttling and its quotas for an account",
    example: """
      apis:
        store:
          throttle: {rate: ⟦0 → 100⟧, burst: 10}
          routes:
            GET /books: https://books.example.com
      """,
    check: { spec, report in
      spec.forEachThrottle { rate, burst in
        if let rate, let value = rate.literal.flatMap(Double.init), !rate.mark.isNowhere {
          if value == 0 {
            report.report(at: rate.mark, "nothing is let through: every request is answered with 429")
          } else if value > 10_000 {
            report.report(
              at: rate.mark, "an account has 10000 requests a second for all of its APIs",
              help: "write less, or ignore this where AWS has raised the account's quota")
          }
        }
        if let burst, let value = burst.literal, !burst.mark.isNowhere {
          if value == 0 {
            // A rate of 0 has said it.
            if let rate, rate.literal.flatMap(Double.init) == 0, !rate.mark.isNowhere { return }
            report.report(at: burst.mark, "nothing is let through: every request is answered with 429")
          } else if value > 5_000 {
            report.report(
              at: burst.mark, "an account has bursts of 5000 requests for all of its APIs",
              help: "write less, or ignore this where AWS has raised the account's quota")
          }
        }
      }
    })
}

extension ResolvedSpec {
  /// Every throttle, of APIs, stages, routes, and routes on a stage.
  fileprivate func forEachThrottle(_ body: (_ rate: Given<String>?, _ burst: Given<Int>?) -> Void) {
    for api in names.spec.apis {
      var settings = [api.value.stageOptions.settings] + api.value.routes.map(\.value.settings)
      for stage in api.value.stages ?? [] {
        settings += [stage.value.stageOptions.settings] + stage.value.routes.map(\.value)
      }
      for throttle in settings.compactMap(\.throttle) { body(throttle.rate, throttle.burst) }
    }
    for stage in rawGateway("Stage") {
      for settings in [stage["DefaultRouteSettings"]].compactMap({ $0 }) + (stage["RouteSettings"]?.members ?? []) {
        let burst = settings["ThrottlingBurstLimit"]
        body(settings["ThrottlingRateLimit"]?.given, burst?.number.map { Given($0, at: burst?.mark ?? settings.key) })
      }
    }
  }
}
