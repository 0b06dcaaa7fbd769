import Diagnostics

extension Rule {
  static let udpListenerBehindIntegration = Rule(
    id: "LB009",
    severity: .error,
    summary: "integration with a UDP listener",
    why: """
      API Gateway sends HTTP/1.1 over TCP to its targets. A UDP listener never receives the request, and it times out with 503.
      """,
    source: "general knowledge: API Gateway's private integrations use HTTP over TCP",
    example: """
      vpcs:
        main:
      loadBalancers:
        logs:
          type: network
          vpc: main
          listeners:
            ⟪syslog: {port: 514, protocol: UDP, forward: {type: ip, port: 514, protocol: UDP → http: {port: 80, protocol: TCP, forward: {type: ip, port: 8080⟫}}
      apis:
        store:
          routes:
            POST /logs: {nlb: ⟦logs.syslog → logs.http⟧}
      """,
    check: { model, report in
      for integration in model.apis.integrations {
        guard let target = integration["IntegrationUri"], let listener = model.balancing[listener: target],
          let property = listener["Protocol"], listener.spoken == .udp
        else { continue }
        report.report(
          at: target, "the listener `\(listener.name)` accepts UDP only; API Gateway sends HTTP over TCP",
          related: [Related(message: "its protocol", mark: property.mark)],
          help: "name a listener with `\(listener.resource.words("Protocol")): TCP`")
      }
    })
}
