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
          help: "use " + Suggestion.list(ListenerProtocol.allCases.filter { $0.fits(type) }.map(\.rawValue)))
      }
    })
}
