import SpecReading

extension Rule {
  static let policyOfPlainListener = Rule(
    id: "LB022",
    severity: .error,
    summary: "TLS policy on a listener without TLS",
    why: """
      The policy selects the versions and ciphers of TLS. Elastic Load Balancing rejects it on any other listener: "An SSL
      policy cannot be specified for HTTP listeners".
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
    check: { model, report in
      for listener in model.balancing.listeners {
        guard let policy = listener["SslPolicy"], let type = listener.type, let spoken = listener.fittingProtocol,
          !spoken.isEncrypted
        else { continue }
        // A certificate beside it has a finding of its own.
        if listener["Certificates"] != nil || !listener.extraCertificates.isEmpty { continue }
        let setting = "\(listener.resource.words("Protocol")): \(type.encrypted.rawValue)"
        report.report(
          at: policy, "the listener `\(listener.name)` uses \(spoken.rawValue), which does not use a TLS policy",
          help: "remove it, or set `\(setting)` and add a certificate")
      }
    })
}
