import Diagnostics
import SpecReading

extension Rule {
  /// Plain HTTP to a listener with HTTPS.
  static let encryptedListenerNeedsTls = Rule(
    id: "VPC006",
    severity: .error,
    summary: "plain HTTP to a listener with HTTPS or TLS",
    why: """
      API Gateway calls a private target by plain HTTP unless it has a server name to verify. A listener with TLS answers that with
      400 or closes the connection, on every request.
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
    check: { model, report in
      for target in model.privateListeners
      where target.serverName == nil && target.integration.resource.lacks("TlsConfig") {
        guard let spoken = target.speaks, spoken.isEncrypted, target.integration.isWebSocket != nil,
          // Without a certificate, it was probably to use plain HTTP.
          target.resource?.lacks("Certificates") != true
        else { continue }
        report.report(
          at: target.integration.uriMark,
          "the protocol of the listener `\(target.name)` is \(spoken.rawValue), but this calls it by plain HTTP",
          related: [Related(message: "the listener", mark: target.mark)],
          help: target.integration.resource.isRaw
            ? "set `TlsConfig: {ServerNameToVerify: HOST}` to a host of the listener's certificate"
            : "set `tls: HOST` to a host of the listener's certificate")
      }
    })
}
