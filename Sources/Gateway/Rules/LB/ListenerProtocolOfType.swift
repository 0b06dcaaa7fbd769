import SpecReading

extension Rule {
  static let listenerProtocolOfType = Rule(
    id: "LB003",
    severity: .error,
    summary: "listener protocol of another type of load balancer",
    why: """
      An application load balancer supports HTTP and HTTPS, a network load balancer TCP, TLS and UDP. Elastic Load Balancing
      rejects a listener with a protocol of the other type.
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
    check: { model, report in
      for listener in model.balancing.listeners {
        guard let type = listener.type, let property = listener["Protocol"], property.isWritten,
          let spoken = listener.spoken, !spoken.fits(type)
        else { continue }
        report.report(
          at: property, "\(type.words) does not support \(spoken.rawValue)",
          help: "use " + ListenerProtocol.words(fitting: type))
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
