import SpecReading

extension Rule {
  /// The ARN of another thing than a listener or service.
  static let targetArn = Rule(
    id: "VPC002",
    severity: .error,
    summary: "ARN of a private target is not that of a listener or a Cloud Map service",
    why: """
      A VPC link leads to a listener of a load balancer or to a Cloud Map service. The console shows the ARN of the load balancer
      first, and API Gateway rejects it minutes into the deployment: "integration uri should be a valid ELB listener ARN or a
      valid Cloud Map service ARN".
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
    check: { model, report in
      func check(_ given: Given<String>, of type: LoadBalancerType?, mayBeName: Bool = true) {
        for choice in model.choices(of: given) {
          // A literal ID is reported as an unknown name.
          let isId = given.literal == nil && choice.literal?.hasPrefix("srv-") ?? false
          let isOther = isId || given.literal != nil && !mayBeName
          guard let text = choice.literal, text.hasPrefix("arn:") || isOther,
            let flaw = Arn(text).flaw(asTargetOf: type) ?? Arn.flawOfParts(in: text)
          else { continue }
          report.report(flaw, at: choice.mark)
        }
        if let arn = model.openArn(given, where: { !$0.mayBeTarget(of: type) }), let flaw = arn.flaw(asTargetOf: type) {
          report.report(flaw, at: given.mark)
        }
      }
      // A target of the language whose VPC is not known does not reach the template.
      model.spec.forEachTarget { answering in
        if let target = answering.privateTarget { check(target.name, of: target.balancerType) }
      }
      model.spec.forEachListener { balancer, listener in
        guard case .imported(let imported) = listener.value.form, let type = balancer.value.type.literal else { return }
        check(imported.arn, of: type, mayBeName: false)
      }
      for integration in model.apis.integrations
      where integration.isPrivate == true && integration.isWebSocket == false {
        guard integration.type != "AWS_PROXY", let uri = integration["IntegrationUri"], uri.isRaw else { continue }
        for (uri, arn) in uri.openArns
        where !arn.mayBe("elasticloadbalancing", "listener/") && !arn.mayBe("servicediscovery", "service/") {
          reportOther(uri, "this is not the ARN of a listener or of a Cloud Map service", &report)
        }
        for text in uri.texts {
          let arn = Arn(text)
          if LoadBalancerType.allCases.contains(where: { arn.flaw(asTargetOf: $0) == nil })
            || arn.flaw(asTargetOf: nil) == nil
          {
            if let flaw = Arn.flawOfParts(in: text) { report.report(flaw, at: uri) }
            continue
          }
          reportOther(uri, "\(Reader.quoted(text)) is not the ARN of a listener or of a Cloud Map service", &report)
        }
        if uri.texts.isEmpty, let url = uri.value.spelled, url.hasPrefix("http://") || url.hasPrefix("https://") {
          reportOther(uri, "a VPC link leads to a listener or a Cloud Map service, not to a URL", &report)
        }
        var named = model.resource(uri)
        if case .getAtt(let id, _) = uri.value { named = model.resource(id) }
        guard let other = named else { continue }
        if ["LoadBalancer", "TargetGroup"].contains(where: other.type.hasSuffix) {
          let balancing = model.balancing
          let listeners =
            balancing.balancers.first { $0.resource === other }?.listeners
            ?? balancing.targetGroups.first { $0.resource === other }?.users ?? []
          report.report(
            at: uri, "a VPC link leads to a listener, and `\(other.id)` is not one",
            help: listeners.count == 1 && listeners[0].resource.isRaw
              ? "write `!Ref \(listeners[0].resource.id)`" : "use `!Ref` of its listener")
        } else if other.type.hasSuffix("Namespace") {
          report.report(
            at: uri, "`\(other.id)` is a namespace; a VPC link leads to a service in it",
            help: "use `!GetAtt SERVICE.Arn` of an `AWS::ServiceDiscovery::Service`")
        }
      }
    })

  private static func reportOther(_ uri: Model.Property, _ message: String, _ report: inout Report) {
    report.report(at: uri, message, help: "use the ARN of a load balancer's listener or of a service")
  }
}

extension Arn {
  /// Whether it may be that of a listener of this type of load balancer, or of a Cloud Map service.
  fileprivate func mayBeTarget(of type: LoadBalancerType?) -> Bool {
    guard let type else { return mayBe("servicediscovery", "service/") }
    return mayBe("elasticloadbalancing", type == .application ? "listener/app/" : "listener/net/")
  }
}
