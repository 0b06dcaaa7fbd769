import SpecReading

extension Rule {
  /// TLS alone has versions and ciphers.
  static let policyOfPlainListener = Rule(
    id: "LB022",
    severity: .error,
    summary: "an `sslPolicy` on a listener that does not speak HTTPS or TLS",
    why: """
      The policy says which versions and ciphers of TLS are taken. Elastic Load Balancing refuses it on any other listener:
      "An SSL policy cannot be specified for HTTP listeners".
      """,
    source: "public reports of the message, of HTTP and of TCP listeners",
    example: """
      vpcs:
        main:
      loadBalancers:
        web:
          type: application
          vpc: main
          listeners:
            ⟪http → https⟫:
              port: ⟪80 → 443⟫
              ⟪→
              certificate: arn:aws:acm:eu-west-1:111122223333:certificate/11112222-3333-4444-5555-666677778888
              ⟫
              sslPolicy: ⟦ELBSecurityPolicy-TLS13-1-2-2021-06⟧
              forward: {type: ip, port: 8080}
      apis:
        store:
          routes:
            $default: {alb: web⟪→ , tls: books.example.com⟫}
      """,
    check: { spec, report in
      spec.forEachListener { balancer, listener in
        guard case .created(let created) = listener.value.form, let policy = created.sslPolicy,
          let type = balancer.value.knownType, let spoken = listener.value.speaks(on: type), spoken.fits(type),
          !spoken.isEncrypted
        else { return }
        // A certificate beside it is told already: both are there because TLS is meant.
        if created.certificate != nil || created.extraCertificates != nil { return }
        report.report(
          at: policy.mark, "the listener `\(listener.name)` speaks \(spoken.rawValue), which has no TLS policy",
          help: "leave it out, or write `protocol: \(type == .application ? "HTTPS" : "TLS")` and a `certificate`")
      }
    })
}
