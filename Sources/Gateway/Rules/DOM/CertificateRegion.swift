import Diagnostics
import SpecReading
import YAMLTree

extension Rule {
  /// A regional domain takes a certificate of its own region.
  static let certificateRegion = Rule(
    id: "DOM005",
    severity: .error,
    summary: "a domain's certificate that is none of ACM's, or stands in another region",
    why: """
      API Gateway takes certificates of ACM's in the region of the domain. Those in us-east-1 are CloudFront's: to a domain in
      another region they are of no use, and the deployment fails with \"Certificate must be in …\".
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
    check: { spec, report in
      var stack = spec.regions.first
      var certificates = spec.createdDomains.compactMap { _, domain in
        if case .given(let certificate) = domain.certificate { certificate } else { nil }
      }
      spec.forEachRawConfiguration { _, configuration in
        certificates += [configuration["CertificateArn"]?.given].compactMap { $0 }
      }
      for certificate in certificates {
        guard let text = certificate.literal, text.hasPrefix("arn:") else { continue }
        let arn = Arn(text)
        guard arn.service == "acm", arn.resource.hasPrefix("certificate/") else {
          report.report(
            at: certificate.mark, "this is not the ARN of a certificate of ACM's",
            help: "it begins with `arn:aws:acm:` and ends in `:certificate/ID`")
          continue
        }
        if let stack, stack.region != arn.region {
          report.report(
            at: certificate.mark, "this certificate stands in \(arn.region), and the stack in \(stack.region)",
            related: [Related(message: "what tells the region", mark: stack.mark)],
            help: "name a certificate of ACM's in the stack's own region")
        } else if stack == nil {
          stack = (arn.region, certificate.mark)
        }
      }
    })
}

extension ResolvedSpec {
  /// What tells the stack's region: load balancing and networks are never in another one.
  var regions: [(region: String, mark: Mark)] {
    var arns: [Given<String>] = []
    // A certificate may be the very thing that is wrong.
    var certificates: [Given<String>] = []
    for balancer in names.spec.loadBalancers {
      if case .imported(let imported) = balancer.value.form { arns.append(imported.arn) }
    }
    forEachListener { _, listener in
      switch listener.value.form {
      case .imported(let imported): arns.append(imported.arn)
      case .created(let created): certificates += [created.certificate].compactMap { $0 }
      case nil: break
      }
    }
    for group in names.spec.targetGroups {
      if case .imported(let imported) = group.value.form { arns.append(imported.arn) }
    }
    for service in names.spec.cloudMapServices {
      if case .imported(let imported) = service.value.form { arns.append(imported.arn) }
    }
    return (arns + certificates).compactMap { given in
      guard let text = given.literal, text.hasPrefix("arn:"), !Arn(text).region.isEmpty else { return nil }
      return (Arn(text).region, given.mark)
    }
  }
}
