import Diagnostics
import SpecReading

extension Rule {
  /// HTTPS to a listener that speaks HTTP.
  static let tlsToPlainListener = Rule(
    id: "VPC005",
    severity: .error,
    summary: "`tls` on an integration whose listener speaks plain HTTP",
    why: """
      With a server name to verify API Gateway speaks HTTPS to the listener. One that speaks HTTP does not understand
      it, and every request fails with 503. Nothing says so before the first request.
      """,
    source: "API Gateway's TlsConfig: with it, private integration traffic uses the HTTPS protocol",
    example: """
      vpcs:
        main:
      loadBalancers:
        web:
          type: application
          vpc: main
          listeners:
            http: {port: 80, forward: {type: ip, port: 8080}}
      apis:
        store:
          routes:
            $default: {alb: web⟪, tls: ⟦books.example.com⟧ →⟫}
      """,
    check: { spec, report in
      spec.forEachListenerTarget { target, balancer, listener in
        guard let tls = target.network.tls, listener.value.surelySpeaks(on: balancer.type.literal) == .http else {
          return
        }
        report.report(
          at: tls.mark, "the listener `\(listener.name)` speaks HTTP, so it cannot be called by HTTPS",
          related: [Related(message: "the listener", mark: listener.mark)],
          help: "leave out `tls`, or let the listener speak HTTPS")
      }
    })
}
