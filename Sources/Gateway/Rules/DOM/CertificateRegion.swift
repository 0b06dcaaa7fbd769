import Diagnostics
import SpecReading
import YAMLTree

extension Rule {
  static let certificateRegion = Rule(
    id: "DOM005",
    severity: .error,
    summary: "domain certificate of another service or region",
    why: """
      A regional domain needs a certificate of ACM in its own region. The deployment fails with another one, such as those of
      CloudFront in us-east-1: "Certificate must be in …".
      """,
    source: "API Gateway's CreateDomainName, found by deployments (cdk-preflight: domain-certificate-region)",
    example: """
      vpcs:
        main: {id: vpc-12345678, privateSubnets: [subnet-aaaa1111, subnet-bbbb2222]}
      loadBalancers:
        web:
          type: application
          arn: arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/web/50dc6c495c0c9188
          vpc: main
          securityGroups: sg-12345678
          listeners:
            http:
              port: 80
              arn: arn:aws:elasticloadbalancing:eu-west-1:111122223333:listener/app/web/50dc6c495c0c9188/f2f7dc8efc522ab2
      domains:
        api.example.com:
          certificate: ⟦arn:aws:acm:⟪us-east → eu-west⟫-1:111122223333:certificate/11112222-3333-4444-5555-666677778888⟧
          hostedZone: Z0123456789EXAMPLE
      apis:
        store:
          routes:
            $default: {alb: web.http}
          disableExecuteApiEndpoint: true
          domain: api.example.com
      """,
    check: { model, report in
      var stack = model.regionOfStack
      let given = model.domains.all.flatMap(\.configurations).compactMap { $0["CertificateArn"] }
      for (certificate, arn) in given.flatMap(\.openArns) where !arn.mayBe("acm", "certificate/") {
        reportOther(certificate, &report)
      }
      let certificates = given.flatMap(\.choices)
      for (certificate, text) in certificates where text.hasPrefix("arn:") {
        let arn = Arn(text)
        if arn.service != "acm" || !arn.resource.hasPrefix("certificate/") {
          reportOther(certificate, &report)
        } else if certificate.isFunction {
          // Each region may have its own.
          continue
        } else if let stack, stack.name != arn.region {
          report.report(
            at: certificate, "this certificate is in \(arn.region), the stack in \(stack.name)",
            related: [Related(message: "the region is known from here", mark: stack.mark)],
            help: "use a certificate of ACM in \(stack.name)")
        } else if stack == nil {
          stack = (arn.region, certificate.mark)
        }
      }
    })

  private static func reportOther(_ certificate: Model.Property, _ report: inout Report) {
    report.report(
      at: certificate, "this is not the ARN of a certificate of ACM",
      help: "use an ARN such as `arn:aws:acm:REGION:ACCOUNT:certificate/ID`")
  }
}
