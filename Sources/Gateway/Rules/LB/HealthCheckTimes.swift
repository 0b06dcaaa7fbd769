import Diagnostics
import SpecReading
import YAMLTree

extension Rule {
  /// An answer has to come before the next question.
  static let healthCheckTimes = Rule(
    id: "LB008",
    severity: .error,
    summary: "a health check whose timeout is not smaller than its interval, or of a path where nothing is asked for",
    why: """
      A target is asked anew at every interval, and the answer to the last question has to be in by then. Elastic Load
      Balancing refuses anything else. The timeout is 5 seconds and the interval 30 unless the spec says otherwise. A
      check by TCP asks for no path; an application load balancer checks by HTTP or HTTPS alone.
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
    check: { spec, report in
      spec.forEachTargetGroup { group, user in
        guard let check = group.healthCheck else { return }
        if let given = check.protocol, let spoken = given.literal, spoken != .http, spoken != .https {
          if user?.balancer.value.type.literal == .application {
            report.report(
              at: given.mark, "an application load balancer does not check its targets by \(spoken.rawValue)",
              help: "write `HTTP` or `HTTPS`, or leave it out")
          } else if let path = check.path ?? check.matcher {
            report.report(
              at: path.mark, "a check by \(spoken.rawValue) asks for no path and gets no status",
              related: [Related(message: "the protocol", mark: given.mark)],
              help: "leave it out, or check by HTTP: `protocol: HTTP`")
          }
        }
        guard let given = check.timeout?.mark ?? check.interval?.mark else { return }
        // The defaults of a function's check are others.
        if group.lambda != nil, check.timeout == nil || check.interval == nil { return }
        let timeout = check.timeout.map { $0.literal?.seconds } ?? 5
        let interval = check.interval.map { $0.literal?.seconds } ?? 30
        guard let timeout, let interval, timeout >= interval else { return }
        let times = [
          "the timeout of \(timeout)s" + (check.timeout == nil ? ", the default," : ""),
          "the interval of \(interval)s" + (check.interval == nil ? ", the default" : ""),
        ]
        report.report(at: given, "\(times[0]) is not smaller than \(times[1])", help: "write both, the timeout shorter")
      }
    })
}
