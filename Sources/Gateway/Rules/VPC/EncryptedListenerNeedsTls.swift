import Diagnostics
import SpecReading

extension Rule {
  /// Plain HTTP to a listener that speaks HTTPS.
  static let encryptedListenerNeedsTls = Rule(
    id: "VPC006",
    severity: .error,
    summary: "an integration without `tls` whose listener speaks HTTPS or TLS",
    why: """
      API Gateway speaks plain HTTP to a private target unless it has a server name to verify. A listener that awaits
      TLS answers that with 400 or hangs up, on every request.
      """,
    source: "API Gateway's page on private integrations of HTTP APIs",
    example: """
      vpcs:
        main:
      loadBalancers:
        web:
          type: application
          vpc: main
          listeners:
            https:
              port: 443
              certificate: arn:aws:acm:eu-west-1:111122223333:certificate/11112222-3333-4444-5555-666677778888
              forward: {type: ip, port: 8080}
      apis:
        store:
          routes:
            $default: {alb: ⟦web.https → web.https, tls: books.example.com⟧}
      """,
    check: { spec, report in
      spec.forEachListenerTarget { target, balancer, listener in
        guard target.network.tls == nil, let spoken = listener.value.surelySpeaks(on: balancer.type.literal),
          spoken.isEncrypted, spec.isWhole(target: target.name.mark)
        else { return }
        report.report(
          at: target.name.mark,
          "the listener `\(listener.name)` speaks \(spoken.rawValue), but it would be called by plain HTTP",
          related: [Related(message: "the listener", mark: listener.mark)],
          help: "write `tls: HOST`, a name that the listener's certificate is for")
      }
    })
}
