import SpecReading

extension Rule {
  /// The ARN of something else than the listener or service that is wanted.
  static let targetArn = Rule(
    id: "VPC002",
    severity: .error,
    summary: "a private target's ARN that is not a listener's or a Cloud Map service's",
    why: """
      A VPC link leads to a listener of a load balancer or to a Cloud Map service. The console shows the load balancer's
      own ARN first, and API Gateway refuses it minutes into the deployment: "integration uri should be a valid ELB
      listener ARN or a valid Cloud Map service ARN".
      """,
    source: "API Gateway's CreateIntegration, found by deployments (cdk-preflight: vpc-link-integration-uri)",
    example: """
      vpcs:
        main: {id: vpc-12345678, privateSubnets: [subnet-aaaa1111, subnet-bbbb2222]}
      ⟪→
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
      ⟫
      apis:
        store:
          routes:
            $default:
              alb: ⟦arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/web/50dc6c495c0c9188 → web.http⟧
              ⟪
              vpc: main
              →⟫
      """,
    check: { spec, report in
      func check(_ given: Given<String>, of type: LoadBalancerType?) {
        guard let text = given.literal, text.hasPrefix("arn:"), let flaw = Arn(text).flaw(asTargetOf: type) else {
          return
        }
        report.report(at: given.mark, flaw.message, help: flaw.help)
      }
      spec.forEachTarget { answering in
        if let target = answering.privateTarget { check(target.name, of: target.balancerType) }
      }
      spec.forEachListener { balancer, listener in
        guard case .imported(let imported) = listener.value.form, let type = balancer.value.type.literal else { return }
        check(imported.arn, of: type)
      }
      for integration in spec.rawIntegrations where integration.isPrivate == true && integration.isWebSocket == false {
        guard let uri = integration["IntegrationUri"], integration.kind != "AWS_PROXY" else { continue }
        if let text = uri.text, !text.hasPrefix("{{") {
          let arn = Arn(text)
          if arn.service == "servicediscovery" && arn.resource.hasPrefix("service/") { continue }
          if ["application", "network"].contains(where: { arn.flaw(asTargetOf: LoadBalancerType(rawValue: $0)) == nil })
          {
            continue
          }
          report.report(
            at: uri.mark, "\(Reader.quoted(text)) is not the ARN of a listener or of a Cloud Map service",
            help: "a VPC link leads to a listener of a load balancer, or to a service")
        } else if let id = uri.target, let type = spec.names.resourceTypes[id],
          type.hasSuffix("::LoadBalancer")
            || type.hasSuffix("::TargetGroup")
        {
          report.report(
            at: uri.mark, "`\(id)` is not a listener, which is what a VPC link leads to", help: "name its listener")
        }
      }
    })
}
