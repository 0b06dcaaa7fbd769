import Diagnostics
import SpecReading
import YAMLTree

extension Rule {
  /// A listener rule that no request reaches.
  static let shadowedRule = Rule(
    id: "LB031",
    severity: .warning,
    summary: "listener rule behind a rule that matches every request",
    why: """
      A listener evaluates its rules by priority, the lowest number first. A rule for every path takes all requests, so that rules
      with higher numbers are never reached.
      """,
    source: "Elastic Load Balancing's page on listener rules of application load balancers (rule priority)",
    example: """
      vpcs:
        main:
      loadBalancers:
        web:
          type: application
          vpc: main
          listeners:
            http:
              port: 80
              fixedResponse: {statusCode: 404}
              rules:
                ⟦1 → 20⟧: {pathPattern: "/*", forward: {ips: 10.0.0.6, port: 80}}
                10: {pathPattern: /books*, forward: {ips: 10.0.0.7, port: 80}}
      apis:
        store:
          routes:
            $default: {alb: web.http}
      """,
    check: { model, report in
      for listener in model.balancing.listeners {
        let rules = listener.rules.compactMap { rule in rule["Priority"]?.number.map { (priority: $0, rule: rule) } }
        guard let first = rules.filter({ $0.rule.matchesAll }).min(by: { $0.priority < $1.priority }) else { continue }
        guard let later = rules.first(where: { $0.priority > first.priority }) else { continue }
        report.report(
          at: first.rule.resource.mark,
          "this rule takes every request, so that rules with a higher number are not reached",
          related: [Related(message: "such a rule", mark: later.rule.resource.mark)],
          help: "give it the highest number, or make it the action of the listener")
      }
    })
}

extension Model.ListenerRule {
  /// Whether every request fits its only condition.
  fileprivate var matchesAll: Bool {
    guard conditions.count == 1, let condition = conditions.first, let field = condition["Field"]?.text,
      field == "path-pattern" || field == "host-header"
    else { return false }
    let key = field == "path-pattern" ? "PathPatternConfig" : "HostHeaderConfig"
    let values = (condition[key]?["Values"] ?? condition["Values"])?.list.compactMap(\.text) ?? []
    return values.contains { $0 == "*" || $0 == "/*" && field == "path-pattern" }
  }
}
