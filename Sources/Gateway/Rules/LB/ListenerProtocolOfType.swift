import SpecReading

extension Rule {
  /// A protocol that load balancers of this type do not speak.
  static let listenerProtocolOfType = Rule(
    id: "LB003",
    severity: .error,
    summary: "a listener's protocol that its type of load balancer does not speak",
    why: """
      An application load balancer speaks HTTP and HTTPS, a network load balancer TCP, TLS and UDP, which it does not
      look into. Elastic Load Balancing refuses a listener of the other kind.
      """,
    source: "Elastic Load Balancing's CreateListener; found by deployments (cdk-preflight)",
    example: """
      vpcs:
        main:
      loadBalancers:
        payments:
          type: network
          vpc: main
          listeners:
            web: {port: 80, protocol: ⟦HTTP → TCP⟧, forward: {type: ip, port: 8080}}
      apis:
        store:
          routes:
            POST /payments: {nlb: payments.web}
      """,
    check: { spec, report in
      spec.forEachListener { balancer, listener in
        guard let type = balancer.value.type.literal, let given = listener.value.protocol,
          let spoken = given.literal, !spoken.fits(type)
        else { return }
        report.report(
          at: given.mark, "\(type.words) does not speak \(spoken.rawValue)",
          help: "its protocols: " + ListenerProtocol.words(fitting: type))
      }
    })
}

extension ListenerProtocol {
  /// Whether load balancers of a type speak it.
  func fits(_ type: LoadBalancerType) -> Bool { (self == .http || self == .https) == (type == .application) }

  /// Those that load balancers of a type speak.
  static func words(fitting type: LoadBalancerType) -> String {
    Suggestion.list(allCases.filter { $0.fits(type) }.map(\.rawValue))
  }
}

extension LoadBalancerType {
  /// For messages.
  var words: String { self == .application ? "an application load balancer" : "a network load balancer" }
}
