import Diagnostics
import SpecReading
import YAMLTree

extension Rule {
  static let listenerCertificate = Rule(
    id: "LB004",
    severity: .error,
    premise: .part,
    summary: "HTTPS or TLS listener without a certificate",
    why: """
      A listener that uses HTTPS or TLS needs a certificate. Elastic Load Balancing rejects the listener: "A certificate
      must be specified for HTTPS listeners".
      """,
    source: "Elastic Load Balancing's CreateListener, found by deployments (cdk-preflight: elbv2-listener-cert rules)",
    example: """
      vpcs:
        main:
      loadBalancers:
        web:
          type: application
          vpc: main
          listeners:
            ⟪
            https: {port: ⟦443⟧, forward: {type: ip, port: 8080}}
            →
            https:
              port: 443
              certificate: arn:aws:acm:eu-west-1:111122223333:certificate/11112222-3333-4444-5555-666677778888
              forward: {type: ip, port: 8080}
            ⟫
      apis:
        store:
          routes:
            $default: {alb: web, tls: books.example.com}
      """,
    check: { model, report in
      for listener in model.balancing.listeners where !listener.exists {
        guard let type = listener.type, let spoken = listener.fittingProtocol, spoken.isEncrypted,
          listener.resource.lacks("Certificates")
        else { continue }
        let words = listener.resource.words
        let written = [listener["Protocol"], listener["Port"]].compactMap { $0 }.first(where: \.isWritten)
        report.report(
          at: written?.mark ?? listener.mark,
          "the listener `\(listener.name)` uses \(spoken.rawValue) and has no certificate",
          help: listener.resource.isRaw
            ? "add `Certificates: [{CertificateArn: ARN}]`"
            : "add `certificate: ARN`, or set `\(words("Protocol")): \(type == .application ? "HTTP" : "TCP")`")
      }
    })

  static let certificateOfPlainListener = Rule(
    id: "LB025",
    severity: .error,
    summary: "certificate on a listener without TLS",
    why: """
      Elastic Load Balancing rejects a certificate on a listener that does not use HTTPS or TLS.
      """,
    source: "Elastic Load Balancing's CreateListener, found by deployments (cdk-preflight: elbv2-listener-cert rules)",
    example: """
      vpcs:
        main:
      loadBalancers:
        web:
          type: application
          vpc: main
          listeners:
            http:
              port: 80
              protocol: HTTP
              ⟪
              certificate: ⟦arn:aws:acm:eu-west-1:111122223333:certificate/11112222-3333-4444-5555-666677778888⟧
              →⟫
              forward: {type: ip, port: 8080}
      apis:
        store:
          routes:
            $default: {alb: web}
      """,
    check: { model, report in
      for listener in model.balancing.listeners {
        guard let type = listener.type, let spoken = listener.fittingProtocol, !spoken.isEncrypted,
          let certificate = listener.certificates.first
        else { continue }
        report.report(
          at: certificate,
          "the listener `\(listener.name)` uses \(spoken.rawValue), which does not use a certificate",
          help: "remove it, or set `\(listener.resource.words("Protocol")): \(type.encrypted.rawValue)`")
      }
    })

  static let certificateOfListener = Rule(
    id: "LB026",
    severity: .error,
    summary: "listener certificate of another kind or region",
    why: """
      A listener accepts certificates of ACM and of IAM. A certificate of ACM can be used in its own region only. Elastic Load
      Balancing rejects other ARNs.
      """,
    source: "Elastic Load Balancing's CreateListener, found by deployments (cdk-preflight: elbv2-listener-cert rules)",
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
              certificate: ⟦arn:aws:acm:eu-west-1:111122223333:⟪→ certificate/⟫11112222-3333-4444-5555-666677778888⟧
              forward: {type: ip, port: 8080}
      apis:
        store:
          routes:
            $default: {alb: web, tls: books.example.com}
      """,
    check: { model, report in
      for (certificate, text) in model.balancing.listeners.flatMap(\.certificates).flatMap(\.choices) {
        guard text.hasPrefix("arn:") else { continue }
        let arn = Arn(text)
        let kind = "\(arn.service) \(arn.resource.prefix { $0 != "/" })"
        if kind != "acm certificate", kind != "iam server-certificate" {
          report.report(
            at: certificate, "this is not the ARN of a certificate",
            help: "use an ARN such as `arn:aws:acm:REGION:ACCOUNT:certificate/ID`")
        } else if !certificate.isFunction, arn.service == "acm", let region = model.region, !arn.region.isEmpty,
          arn.region != region.name
        {
          report.report(
            at: certificate, "this certificate is in \(arn.region), the load balancer in \(region.name)",
            related: [Related(message: "the region is known from here", mark: region.mark)],
            help: "use a certificate of ACM in \(region.name)")
        }
      }
    })
}
