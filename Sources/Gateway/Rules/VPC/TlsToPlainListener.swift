import Diagnostics
import SpecReading

extension Rule {
  /// HTTPS to a listener with HTTP.
  static let tlsToPlainListener = Rule(
    id: "VPC005",
    severity: .error,
    summary: "HTTPS to a listener with plain HTTP",
    why: """
      With a server name to verify, API Gateway calls the listener by HTTPS. A listener with plain HTTP does not understand that,
      and every request fails with 503.
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
    check: { model, report in
      for target in model.privateListeners where target.speaks == .http {
        guard let name = target.serverName else { continue }
        report.report(
          at: name.mark, "the protocol of the listener `\(target.name)` is HTTP, but this calls it by HTTPS",
          related: [Related(message: "the listener", mark: target.mark)],
          help: "remove `\(target.integration.resource.isRaw ? "TlsConfig" : "tls")`, or use HTTPS for the listener")
      }
    })
}
