import SpecReading
import YAMLTree

extension Rule {
  /// A listener that leads nowhere.
  static let listenerForwardsNothing = Rule(
    id: "LB011",
    severity: .warning,
    summary: "a listener behind an API that forwards nothing",
    why: """
      A redirect or a fixed response is an answer to people with a browser. Behind an API the client gets it as it is:
      no call ever reaches a target, and a redirect sends the client to the load balancer, which it cannot reach.
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
    check: { spec, report in
      var seen: Set<Mark> = []
      spec.forEachListenerTarget { target, balancer, listener in
        guard balancer.knownType == .application, case .created(let created) = listener.value.form,
          spec.isWhole(listener.mark), let action = created.action, !action.forwards,
          !created.rules.contains(where: { $0.value.action?.forwards ?? true }), seen.insert(listener.mark).inserted
        else { return }
        report.report(
          at: listener.mark,
          "the listener `\(listener.name)` forwards nothing: \(action.words) is all that it answers",
          related: [.init(message: "the API's way to it", mark: target.name.mark)],
          help: "write `forward`, or name another listener here")
      }
    })

  /// Rules for hosts that no request has.
  static let hostOfNoRequest = Rule(
    id: "LB012",
    severity: .warning,
    summary: "rules that forward for other hosts than the API's",
    why: """
      API Gateway passes the client's `Host` on to a private target: the API's domain, or the address that AWS gave it.
      A rule for the host of the service itself never applies, and the listener's default answers every call.
      """,
    source: "Elastic Load Balancing's page on rules; what API Gateway sends as `Host`, as seen by users",
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
    check: { spec, report in
      var seen: Set<Mark> = []
      var hosts: [String: [String]?] = [:]
      spec.forEachPrivateTarget { answering, target in
        guard target is AlbTarget, let listener = spec.names.listener(target.name)?.listener,
          case .created(let created) = listener.value.form, spec.isWhole(listener.mark), let action = created.action,
          !action.forwards
        else { return }
        var patterns: [Given<String>] = []
        for rule in created.rules where rule.value.action?.forwards ?? true {
          guard let header = rule.value.hostHeader, header.intrinsic == nil else { return }
          patterns += header.items
        }
        guard let first = patterns.first, patterns.allSatisfy({ $0.literal != nil }) else { return }
        let known = hosts[answering.api.name] ?? spec.hosts(of: answering.api)
        hosts[answering.api.name] = .some(known)
        guard let known, !patterns.contains(where: { $0.literal.map { mayMeet($0, known) } ?? true }),
          seen.insert(listener.mark).inserted
        else { return }
        report.report(
          at: first.mark, "no request of `apis.\(answering.api.name)` has a host that a rule of this listener forwards",
          related: [.init(message: "the API's way to it", mark: target.name.mark)],
          help: known.isEmpty
            ? "match on the path, or leave out `hostHeader`: the host is the address that AWS gives the API"
            : "match on the path, or on " + Suggestion.list(known))
      }
    })

  /// Whether a pattern may match a host of these, or the address that AWS gives an API.
  private static func mayMeet(_ pattern: String, _ hosts: [String]) -> Bool {
    let pattern = pattern.lowercased()
    if pattern.contains("?") || pattern.mentions("execute-api") { return true }
    return (hosts + ["a1b2c3d4e5.execute-api.eu-west-1.amazonaws.com"]).contains { host in
      host.contains("*") || RoleReading.matches(pattern, host.lowercased())
    }
  }
}

extension ListenerAction {
  /// Whether requests reach a target.
  fileprivate var forwards: Bool { if case .forward = self { true } else { false } }

  /// For messages.
  fileprivate var words: String { if case .redirect = self { "a redirect" } else { "a fixed response" } }
}

extension ResolvedSpec {
  /// The hosts of the domains through which an API is called; nil where one of them is not known.
  fileprivate func hosts(of api: Named<Api>) -> [String]? {
    guard case .created = api.value.form else { return nil }
    var hosts: [String] = []
    for mapping in mappings where mapping.api.name == api.name {
      guard let host = names.hostText(mapping.host) else { return nil }
      hosts.append(host)
    }
    return hosts
  }
}
