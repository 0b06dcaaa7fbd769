import Diagnostics
import SpecReading
import YAMLTree

extension Rule {
  /// A certificate is for TLS, and TLS needs one.
  static let listenerCertificate = Rule(
    id: "LB004",
    severity: .error,
    summary: "an HTTPS or TLS listener without a certificate of its region, or another one with a certificate",
    why: """
      A listener that speaks HTTPS or TLS shows its clients a certificate; any other has no use for one. Elastic Load
      Balancing refuses both mistakes. Certificates of ACM's serve in their own region alone.
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
    check: { spec, report in
      let stack = spec.regions.first
      spec.forEachListener { balancer, listener in
        let element = listener.value
        // A protocol that does not fit the load balancer has its own finding.
        guard case .created(let created) = element.form, let type = balancer.value.type.literal,
          let spoken = element.speaks(on: type), spoken.fits(type)
        else { return }
        for certificate in [created.certificate].compactMap({ $0 }) + (created.extraCertificates?.items ?? []) {
          guard let text = certificate.literal, text.hasPrefix("arn:") else { continue }
          let arn = Arn(text)
          if !["acm certificate", "iam server-certificate"].contains(
            "\(arn.service) \(arn.resource.prefix { $0 != "/" })")
          {
            report.report(
              at: certificate.mark, "this is not the ARN of a certificate",
              help: "one of ACM's begins with `arn:aws:acm:` and ends in `:certificate/ID`")
            continue
          }
          guard let stack else { continue }
          if arn.service != "acm" || arn.region.isEmpty || arn.region == stack.region { continue }
          report.report(
            at: certificate.mark, "this certificate stands in \(arn.region), and the load balancer in \(stack.region)",
            related: [Related(message: "what tells the region", mark: stack.mark)],
            help: "name a certificate of ACM's in the load balancer's own region")
        }
        let given: Mark? = created.certificate?.mark ?? created.extraCertificates?.mark
        if spoken.isEncrypted, created.certificate == nil {
          guard spec.isWhole(listener.mark) else { return }
          let plain = type == .application ? "HTTP" : "TCP"
          report.report(
            at: element.protocol?.mark ?? element.port?.mark ?? listener.mark,
            "the listener `\(listener.name)` speaks \(spoken.rawValue) and has no certificate",
            help: "write `certificate: ARN`, or `protocol: \(plain)` if nothing is to be encrypted")
        } else if !spoken.isEncrypted, let given {
          report.report(
            at: given, "the listener `\(listener.name)` speaks \(spoken.rawValue), which has no certificate",
            help: "write `protocol: \(type == .application ? "HTTPS" : "TLS")`, or leave it out")
        }
      }
    })
}
