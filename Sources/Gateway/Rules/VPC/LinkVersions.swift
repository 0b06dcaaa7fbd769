import SpecReading

extension Rule {
  /// Links of the other protocol.
  static let linkOfOtherVersion = Rule(
    id: "VPC028",
    severity: .error,
    summary: "a VPC link of the version that the API's protocol does not take",
    why: """
      HTTP APIs take VPC links of version 2, which stand in a VPC and lead to any listener in it. WebSocket APIs take those
      of version 1, which lead to one network load balancer. Neither works for the other.
      """,
    source: "CloudFormation's pages of AWS::ApiGatewayV2::VpcLink and AWS::ApiGateway::VpcLink",
    example: """
      vpcs:
        main:
      vpcLinks:
        inside: {⟪vpc: main → version: 1, nlb: games⟫}
      loadBalancers:
        games:
          type: network
          vpc: main
          listeners:
            tcp: {port: 80, forward: {type: ip, port: 8080}}
      apis:
        chat:
          type: websocket
          routes:
            $default: {nlb: games, vpcLink: ⟦inside⟧}
          stage: live
      """,
    isEssential: true,
    check: { spec, report in
      spec.forEachTarget { answering in
        guard let target = answering.privateTarget, let link = target.network.vpcLink,
          let version = spec.names.version(ofLink: link)
        else { return }
        let isWebSocket = answering.api.value.isWebSocket
        if version == (isWebSocket ? .first : .second) { return }
        let wanted =
          isWebSocket
          ? "name one with `version: 1` and `nlb`, or leave it out: then one to the load balancer is written"
          : "name one without `version: 1`, or leave it out: then one in the target's VPC is written"
        report.report(
          at: link.mark,
          "\(isWebSocket ? "a WebSocket" : "an HTTP") API takes no VPC links of version \(version.rawValue)",
          help: wanted)
      }
      for integration in spec.rawIntegrations {
        guard let isWebSocket = integration.isWebSocket, let link = integration["ConnectionId"], let id = link.target,
          spec.names.resourceTypes[id]
            == (isWebSocket ? "AWS::ApiGatewayV2::VpcLink" : "AWS::ApiGateway::VpcLink")
        else { continue }
        report.report(
          at: link.mark,
          "\(isWebSocket ? "a WebSocket" : "an HTTP") API takes no VPC links of version \(isWebSocket ? 2 : 1)",
          help: "name an `\(isWebSocket ? "AWS::ApiGateway::VpcLink" : "AWS::ApiGatewayV2::VpcLink")`")
      }
    })

  /// What a link is made of.
  static let linkForm = Rule(
    id: "VPC029",
    severity: .error,
    summary: "a VPC link whose version does not go with the rest of it",
    why: """
      A link of version 1 leads to a network load balancer (`nlb`), one of version 2 stands in a VPC (`vpc`). A link to an
      application load balancer there is not in version 1.
      """,
    source: "CloudFormation's pages of AWS::ApiGatewayV2::VpcLink and AWS::ApiGateway::VpcLink",
    example: """
      vpcs:
        main:
      vpcLinks:
        inside: {⟪→ version: 1, ⟫nlb: ⟦games⟧}
      loadBalancers:
        games:
          type: network
          vpc: main
          listeners:
            tcp: {port: 80, forward: {type: ip, port: 8080}}
      apis:
        chat:
          type: websocket
          routes:
            $default: {nlb: games, vpcLink: inside}
          stage: live
      """,
    check: { spec, report in
      for link in spec.names.spec.vpcLinks {
        let isFirst = link.value.version?.literal == .first
        switch link.value.form {
        case .created(let created) where isFirst:
          report.report(
            at: created.vpc.mark.isNowhere ? link.mark : created.vpc.mark,
            "a VPC link of version 1 leads to a load balancer", help: "write `nlb: LOADBALANCER` instead of `vpc`")
        case .toBalancer(let created):
          if !isFirst {
            report.report(
              at: created.nlb.mark, "only a VPC link of version 1 leads to a load balancer",
              help: "write `version: 1` on it")
          }
          if spec.names.isApplicationBalancer(created.nlb) {
            report.report(
              at: created.nlb.mark,
              "a VPC link of version 1 leads to a network load balancer, and this is another kind",
              help:
                "name one of `type: network`; it may have the application load balancer's listener as its target (`alb`)"
            )
          }
        case .created, .imported, nil: break
        }
      }
    })
}

extension SpecNames {
  /// The version of a VPC link, where it is known.
  func version(ofLink name: Given<String>) -> LinkVersion? {
    switch find(.vpcLink, name) {
    case .element(let index):
      let link = spec.vpcLinks[index].value
      if case .toBalancer = link.form { return .first }
      return link.version?.literal ?? .second
    case .resource(let id): return resourceTypes[id] == "AWS::ApiGateway::VpcLink" ? .first : .second
    case .literal, .intrinsic, nil: return nil
    }
  }

  /// Whether a load balancer is known to be an application load balancer.
  fileprivate func isApplicationBalancer(_ name: Given<String>) -> Bool {
    switch find(.loadBalancer, name) {
    case .element(let index): spec.loadBalancers[index].value.type.literal == .application
    case .literal(let arn): arn.mentions(":loadbalancer/app/")
    case .resource(let id): property("Type", of: id) == "application"
    case .intrinsic, nil: false
    }
  }
}
