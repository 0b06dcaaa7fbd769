import SpecReading
import TextSearch
import YAMLTree

extension Rule {
  static let listenerForwardsNothing = Rule(
    id: "LB011",
    severity: .warning,
    premise: .part,
    summary: "listener behind an API that does not forward requests",
    why: """
      API Gateway passes a redirect or fixed response of the load balancer on to the client. No request reaches a target, and a
      redirect leads to the private load balancer, which the client cannot reach.
      """,
    source: "Elastic Load Balancing's page on listeners; API Gateway's page on private integrations",
    example: """
      vpcs:
        main:
      loadBalancers:
        web:
          type: application
          vpc: main
          listeners:
            ⟦http⟧: {port: 80, ⟪redirect: {protocol: HTTPS, port: "443" → forward: {type: ip, port: 8080⟫}}
      apis:
        store:
          routes:
            $default: {alb: web}
      """,
    check: { model, report in
      var seen: Set<Mark> = []
      for integration in model.apis.integrations {
        guard let target = integration["IntegrationUri"], let listener = model.balancing[listener: target],
          listener.type == .application, listener.resource.isWhole, let action = listener.actions.last,
          !listener.allActions.contains(where: { $0.forwards ?? true }), seen.insert(listener.mark).inserted
        else { continue }
        let answer = action["RedirectConfig"] == nil ? "a fixed response" : "a redirect"
        report.report(
          at: listener.mark, "the listener `\(listener.name)` answers every request with \(answer)",
          related: [.init(message: "the integration", mark: target.mark)],
          help: "forward to a target group here, or integrate another listener")
      }
    })

  static let hostOfNoRequest = Rule(
    id: "LB012",
    severity: .warning,
    summary: "listener rule for a host that the API does not send",
    why: """
      API Gateway passes the client's `Host` header on to a private integration: the API's custom domain or its default endpoint.
      A rule for the host of the service never matches, and the listener's default action answers every request.
      """,
    source: "Elastic Load Balancing's page on rules; the `Host` header that API Gateway sends, as users report it",
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
                10: {⟪hostHeader: ⟦books.internal⟧ → pathPattern: /books/*⟫, forward: {type: ip, port: 8080}}
      apis:
        store:
          routes:
            $default: {alb: web}
      """,
    check: { model, report in
      var seen: Set<Mark> = []
      for integration in model.apis.integrations where integration.isWebSocket == false {
        guard let target = integration["IntegrationUri"], let listener = model.balancing[listener: target],
          let api = integration.api, api.resource != nil, listener.type == .application, listener.resource.isWhole,
          !listener.actions.isEmpty, listener.actions.allSatisfy({ $0.forwards == false }),
          let patterns = listener.forwardedHosts, let first = patterns.first
        else { continue }
        let mapped = model.domains.mappings(of: api).map(\.hostText)
        let hosts = mapped.compactMap { $0 }
        guard hosts.count == mapped.count, !patterns.contains(where: { mayMatch($0.text, hosts) }),
          seen.insert(listener.mark).inserted
        else { continue }
        report.report(
          at: first, "no request of the API `\(api.name)` has a host that a rule of this listener forwards",
          related: [.init(message: "the integration", mark: target.mark)],
          help: hosts.isEmpty
            ? "match on the path: the host is the API's default endpoint"
            : "match on the path, or on " + Suggestion.list(hosts))
      }
    })

  /// Whether a pattern may match one of these hosts, or a default endpoint.
  private static func mayMatch(_ pattern: String?, _ hosts: [String]) -> Bool {
    guard let pattern = pattern?.lowercased() else { return true }
    if pattern.contains("?") || pattern.mentions("execute-api") { return true }
    return (hosts + ["a1b2c3d4e5.execute-api.eu-west-1.amazonaws.com"]).contains { host in
      host.contains("*") || WildcardText.matches(pattern, host.lowercased())
    }
  }
}

extension Model.Listener {
  /// The host patterns of all rules that forward; nil where one of them has none, or one that is not known.
  fileprivate var forwardedHosts: [Model.Property]? {
    var patterns: [Model.Property] = []
    for rule in rules where rule.actions.contains(where: { $0.forwards ?? true }) {
      let condition = rule.conditions.first { $0.field == "host-header" }
      guard let values = condition?.conditionValues, !values.isEmpty else { return nil }
      patterns += values
    }
    return patterns
  }
}
