import SpecReading
import TextSearch
import YAMLTree

extension Rule {
  /// VPC links of the other protocol.
  static let linkOfOtherVersion = Rule(
    id: "VPC028",
    severity: .error,
    summary: "VPC link of the other protocol's version",
    why: """
      HTTP APIs use VPC links of version 2, which lead to any listener in a VPC. WebSocket APIs use those of version 1, which lead to
      one network load balancer. API Gateway rejects the others.
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
    check: { model, report in
      func check(_ version: LinkVersion?, isWebSocket: Bool, _ mark: Mark, _ help: String) {
        guard let version, version != (isWebSocket ? .first : .second) else { return }
        report.report(
          at: mark,
          "\(isWebSocket ? "a WebSocket" : "an HTTP") API does not support VPC links of version \(version.rawValue)",
          help: help)
      }
      // A target of the language with such a link does not reach the template.
      model.spec.forEachTarget { answering in
        guard let link = answering.privateTarget?.network.vpcLink else { return }
        check(
          model.names.version(ofLink: link), isWebSocket: answering.api.value.isWebSocket, link.mark,
          answering.api.value.isWebSocket
            ? "use one with `version: 1` and `nlb`, or remove it: a link to the load balancer is created then"
            : "use one without `version: 1`, or remove it: a link in the target's VPC is created then")
      }
      for integration in model.apis.integrations {
        guard let isWebSocket = integration.isWebSocket, let id = integration["ConnectionId"], id.isRaw,
          let link = model.resource(id)
        else { continue }
        check(
          link.linkVersion, isWebSocket: isWebSocket, id.mark,
          "use an `\(isWebSocket ? "AWS::ApiGateway::VpcLink" : "AWS::ApiGatewayV2::VpcLink")`")
      }
    })

  /// The keys of a VPC link.
  static let linkForm = Rule(
    id: "VPC029",
    severity: .error,
    summary: "VPC link whose version does not match its other keys",
    why: """
      A VPC link of version 1 leads to a network load balancer (`nlb`), one of version 2 to a VPC (`vpc`). Version 1 does not
      support application load balancers.
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
    check: { model, report in
      for link in model.names.spec.vpcLinks {
        let isFirst = link.value.version?.literal == .first
        switch link.value.form {
        case .created(let created) where isFirst:
          report.report(
            at: created.vpc?.mark ?? link.mark,
            "a VPC link of version 1 leads to a load balancer", help: "set `nlb: LOADBALANCER` instead of `vpc`")
        case .toBalancer(let created):
          if !isFirst {
            report.report(
              at: created.nlb.mark, "only a VPC link of version 1 leads to a load balancer",
              help: "set `version: 1`")
          }
          if model.names.isApplicationBalancer(created.nlb) {
            report.report(
              at: created.nlb.mark,
              "a VPC link of version 1 leads to a network load balancer, not to an application load balancer",
              help:
                "use one of `type: network`, which may have a listener of this one as its target (`alb`)"
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
    case .resource(let id): property("Type", of: id, is: "application")
    case .intrinsic, nil: false
    }
  }
}

extension Model.Resource {
  /// The version of a VPC link; nil for anything else.
  fileprivate var linkVersion: LinkVersion? {
    switch type {
    case "AWS::ApiGateway::VpcLink": .first
    case "AWS::ApiGatewayV2::VpcLink": .second
    default: nil
    }
  }
}
