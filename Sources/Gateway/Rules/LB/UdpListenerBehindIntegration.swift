import Diagnostics

extension Rule {
  /// HTTP does not go over UDP.
  static let udpListenerBehindIntegration = Rule(
    id: "LB009",
    severity: .error,
    summary: "an integration with a listener that takes UDP alone",
    why: """
      API Gateway speaks HTTP/1.1 to its targets, over TCP. A listener that takes UDP alone never sees it, and every
      request times out.
      """,
    source: "general knowledge: API Gateway's private integrations speak HTTP over TCP",
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
    check: { spec, report in
      spec.forEachListenerTarget { target, balancer, listener in
        guard balancer.type.literal == .network, let given = listener.value.protocol, given.literal == .udp else {
          return
        }
        report.report(
          at: target.name.mark, "the listener `\(listener.name)` takes UDP, and HTTP comes over TCP",
          related: [Related(message: "its protocol", mark: given.mark)], help: "name a listener of `protocol: TCP`")
      }
    })
}
