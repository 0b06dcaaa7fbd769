extension Rule {
  /// The VPC of an existing target.
  static let importedLoadBalancerNeedsVpc = Rule(
    id: "VPC014",
    severity: .error,
    premise: .spec,
    summary: "private target whose VPC is not known",
    why: """
      A private integration needs a VPC link in the VPC of its target. An ARN does not contain the VPC: it must be set for an
      existing load balancer, listener or Cloud Map service.
      """,
    source: "the CDK's HttpAlbIntegration and HttpNlbIntegration, which require it too",
    example: """
      ⟪→
      vpcs:
        main: {id: vpc-12345678, privateSubnets: [subnet-aaaa1111, subnet-bbbb2222]}
      ⟫
      loadBalancers:
        web:
          type: application
          arn: arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/web/50dc6c495c0c9188
          ⟪→
          vpc: main
          securityGroups: sg-12345678
          ⟫
          listeners:
            http:
              ⟪→
              port: 80
              ⟫
              arn: arn:aws:elasticloadbalancing:eu-west-1:111122223333:listener/app/web/50dc6c495c0c9188/f2f7dc8efc522ab2
      apis:
        store:
          routes:
            $default: {alb: ⟦web.http⟧}
      """,
    isEssential: true,
    check: { model, report in
      let spec = model.spec
      spec.forEachTarget { answering in
        // A WebSocket API's link leads to the load balancer itself.
        guard !answering.api.value.isWebSocket, let target = answering.privateTarget,
          case .unknown = spec.names.linkSource(of: target)
        else { return }
        let owner = ownerWithoutVpc(of: target, in: spec.names)
        report.report(
          at: answering.mark, "the VPC of this target is not known, so no VPC link can be created for it",
          help: [owner, "set `vpc` or `vpcLink` on this integration"].compactMap { $0 }.joined(separator: ", or "))
      }
    })

  /// Where to set the VPC: on the target itself.
  private static func ownerWithoutVpc(of target: any PrivateTarget, in names: SpecNames) -> String? {
    if let listener = names.listener(target.name), listener.balancer != nil {
      return "set `vpc` on `loadBalancers.\(listener.balancerName)`"
    }
    guard target is CloudMapTarget, case .element(let index) = names.find(.service, target.name) else {
      return
        "define it in \(target is CloudMapTarget ? "`cloudMapServices`" : "`loadBalancers`") with its `vpc`, and use its name here"
    }
    return "set `vpc` on `cloudMapServices.\(names.spec.cloudMapServices[index].name)` or on its namespace"
  }
}
