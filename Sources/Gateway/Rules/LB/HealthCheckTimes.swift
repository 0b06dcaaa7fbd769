import Diagnostics
import SpecReading
import YAMLTree

extension Rule {
  static let healthCheckTimes = Rule(
    id: "LB008",
    severity: .error,
    premise: .element,
    summary: "health check with conflicting settings",
    why: """
      The timeout must be smaller than the interval, or equal behind a network load balancer; the defaults are 5 and 30 seconds (behind
      a network load balancer 10 and 30, by HTTP 6; of a function 30 and 35). A health check by TCP has no path and no
      matcher, and an application load balancer supports HTTP and HTTPS only. Elastic Load Balancing rejects anything else.
      """,
    source: "Elastic Load Balancing's CreateTargetGroup; found by deployments (cdk-preflight)",
    example: """
      vpcs:
        main:
      loadBalancers:
        web:
          type: application
          vpc: main
          listeners:
            http: {port: 80, forward: books}
      targetGroups:
        books:
          type: ip
          port: 8080
          healthCheck: {path: /health, interval: 10s, timeout: ⟦10s → 5s⟧}
      apis:
        store:
          routes:
            $default: {alb: web}
      """,
    check: { model, report in
      for group in model.balancing.targetGroups {
        if let property = group["HealthCheckProtocol"], let spoken = property.text, !spoken.hasPrefix("HTTP") {
          if group.balancerType == .application {
            report.report(
              at: property, "an application load balancer does not support health checks by \(spoken)",
              help: "use `HTTP` or `HTTPS`, or remove it")
          } else if let path = group["HealthCheckPath"] ?? group["Matcher"]?["HttpCode"] {
            report.report(
              at: path, "a health check by \(spoken) has no path and no status code",
              related: [Related(message: "the protocol", mark: property.mark)],
              help: "remove it, or check by `HTTP`")
          }
        }
        let (timeout, interval) = (group["HealthCheckTimeoutSeconds"], group["HealthCheckIntervalSeconds"])
        guard let place = timeout ?? interval else { continue }
        let times = timeout.map(\.numbers) ?? [group.defaultTimeout]
        let periods = interval.map(\.numbers) ?? [group.defaultInterval]
        // Which of several belong together is not known.
        guard times.count == 1 || periods.count == 1, let seconds = times.max(), let period = periods.min(),
          group.mayBeBehindNetwork ? seconds > period : seconds >= period
        else { continue }
        report.report(
          at: place,
          "the timeout (\(seconds) s\(timeout == nil ? ", the default" : "")) must \(group.mayBeBehindNetwork ? "not exceed" : "be smaller than") the interval "
            + "(\(period) s\(interval == nil ? ", the default" : ""))",
          help: "set both, with a shorter timeout")
      }
    })
}

extension Model.TargetGroup {
  /// Whether it is behind a network load balancer, or its protocol is none of an application load balancer's.
  fileprivate var mayBeBehindNetwork: Bool {
    if let balancerType { return balancerType == .network }
    return self["Protocol"].map { $0.text?.hasPrefix("HTTP") != true } ?? false
  }

  /// The default of `HealthCheckIntervalSeconds`.
  fileprivate var defaultInterval: Int { targetType == "lambda" ? 35 : 30 }

  /// The default of `HealthCheckTimeoutSeconds`: behind a network load balancer 6 seconds by HTTP, else 10.
  fileprivate var defaultTimeout: Int {
    if targetType == "lambda" { return 30 }
    guard mayBeBehindNetwork else { return 5 }
    return self["HealthCheckProtocol"]?.text == "HTTP" ? 6 : 10
  }
}
