extension Rule {
  /// A VPC link to another load balancer.
  static let linkToOtherBalancer = Rule(
    id: "VPC030",
    severity: .error,
    summary: "VPC link of version 1 to another load balancer than the target",
    why: """
      A VPC link of version 1 leads to one load balancer, whatever the URL of the integration is. Requests go to that load
      balancer.
      """,
    source: "API Gateway's page on VPC links of version 1",
    example: """
      vpcs:
        main:
      vpcLinks:
        inside: {version: 1, nlb: games}
      loadBalancers:
        games:
          type: network
          vpc: main
          listeners:
            tcp: {port: 80, forward: {type: ip, port: 8080}}
        scores:
          type: network
          vpc: main
          listeners:
            tcp: {port: 80, forward: {type: ip, port: 8080}}
      apis:
        chat:
          type: websocket
          routes:
            $default: {nlb: games, vpcLink: inside}
            scores: {nlb: ⟦scores⟧⟪, vpcLink: inside →⟫}
          stage: live
      """,
    isEssential: true,
    check: { model, report in
      for integration in model.apis.integrations where integration.isWebSocket == true && integration.isPrivate == true
      {
        guard let link = model.resource(integration["ConnectionId"], of: "AWS::ApiGateway::VpcLink"),
          let own = model.resource(link["TargetArns"]?.items?.first),
          let balancer = model.balancer(calledBy: integration),
          own.type == balancer.type, own.id != balancer.id
        else { continue }
        report.report(
          at: integration.uriMark, "the VPC link leads to `\(own.name)`, not to `\(balancer.name)`",
          help: integration.resource.isRaw
            ? "use the ID of a link to it as `ConnectionId`" : "remove `vpcLink`: a link to it is created then")
      }
    })

  /// A VPC link of version 1 to something else than a network load balancer.
  static let linkToOther = Rule(
    id: "VPC035",
    severity: .error,
    summary: "VPC link of version 1 whose target is not one network load balancer",
    why: """
      `AWS::ApiGateway::VpcLink` leads to one network load balancer, although its targets are a list. API Gateway rejects several, and
      the ARN of an application load balancer, of a listener or of a target group: "NLB ARN is malformed".
      """,
    source: """
      API Gateway's CreateVpcLink; the Terraform provider's page of aws_api_gateway_vpc_link ("only supports 1 target"); public reports \
      of the message (terraform-provider-aws#45230)
      """,
    example: """
      resources:
        Web:
          Type: AWS::ElasticLoadBalancingV2::LoadBalancer
          Properties: {Type: ⟪application → network⟫, Scheme: internal, Subnets: [subnet-aaaa1111, subnet-bbbb2222]}
        Link:
          Type: AWS::ApiGateway::VpcLink
          Properties: {Name: link, TargetArns: [⟦!Ref Web⟧]}
      """,
    check: { model, report in
      for link in model.resources("AWS::ApiGateway::VpcLink") {
        let targets = link["TargetArns"]?.items ?? []
        // One of several may be absent.
        if targets.count > 1, targets.allSatisfy({ $0.value.choice == nil }) {
          report.report(
            at: targets[1], "a VPC link of version 1 has one target, found \(targets.count)",
            help: "create a VPC link for each network load balancer")
        }
        for target in targets {
          if let text = target.text, text.hasPrefix("arn:") {
            let arn = Arn(text)
            if arn.service != "elasticloadbalancing" || arn.resource.hasPrefix("loadbalancer/net/") { continue }
          } else if let other = model.resource(target) {
            let isBalancer = other.type == ResourceType.loadBalancer.name
            guard other.type.hasPrefix("AWS::ElasticLoadBalancingV2::") else { continue }
            let type = other["Type"].map(\.text) ?? (other.lacks("Type") ? "application" : nil)
            if isBalancer, type == nil || type == "network" { continue }
          } else {
            continue
          }
          report.report(
            at: target, "a VPC link of version 1 leads to a network load balancer",
            help: "use the ARN of a network load balancer, or an `AWS::ApiGatewayV2::VpcLink` for an HTTP API")
        }
      }
    })

  /// The security groups of an existing load balancer.
  static let importedBalancerBehindLink = Rule(
    id: "VPC031",
    severity: .note,
    summary: "existing load balancer behind a VPC link of version 1",
    why: """
      The traffic of a VPC link of version 1 comes through PrivateLink, from addresses of API Gateway. If the load balancer applies its
      security groups to that traffic, they reject it.
      """,
    source: "Elastic Load Balancing's page on security groups of network load balancers",
    example: """
      ⟪→
      vpcs:
        main:
      ⟫
      loadBalancers:
        games:
          type: network
          ⟪
          arn: arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/net/games/50dc6c495c0c9188
          securityGroups: sg-12345678
          →
          vpc: main
          ⟫
          listeners:
            ⟪
            tcp:
              port: 80
              arn: arn:aws:elasticloadbalancing:eu-west-1:111122223333:listener/net/games/50dc6c495c0c9188/f2f7dc8efc522ab2
            →
            tcp: {port: 80, forward: {type: ip, port: 8080}}
            ⟫
      apis:
        chat:
          type: websocket
          routes:
            $default: {nlb: ⟦games⟧}
          stage: live
      """,
    check: { model, report in
      let spec = model.spec
      var seen: Set<String> = []
      spec.forEachMessageTarget { answering in
        guard case .nlb(let target) = answering.target, let resolved = spec.names.listener(target.name),
          let balancer = resolved.balancer, case .imported(let imported) = balancer.form,
          !(imported.securityGroups?.items.isEmpty ?? true), balancer.openTo?.literal != OpenTo.none,
          seen.insert(resolved.balancerName).inserted
        else { return }
        report.report(
          at: answering.mark,
          "the security groups of `loadBalancers.\(resolved.balancerName)` cannot allow this traffic",
          help: """
            set EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic to `off` on it, and `openTo: none` here once that \
            is done
            """)
      }
    })

  /// A listener whose port is not known.
  static let listenerWithoutPort = Rule(
    id: "VPC033",
    severity: .error,
    summary: "target of a WebSocket API whose port is not known",
    why: """
      A WebSocket API calls a network load balancer by a URL with the port of its listener, through a VPC link to the load
      balancer. Both must be known.
      """,
    source: "API Gateway's page on VPC links of version 1",
    example: """
      loadBalancers:
        games:
          type: network
          arn: arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/net/games/50dc6c495c0c9188
          listeners:
            tcp:
              ⟪→
              port: 80
              ⟫
              arn: arn:aws:elasticloadbalancing:eu-west-1:111122223333:listener/net/games/50dc6c495c0c9188/f2f7dc8efc522ab2
      apis:
        chat:
          type: websocket
          routes:
            $default: {nlb: ⟦games⟧}
          stage: live
      """,
    isEssential: true,
    check: { model, report in
      model.spec.forEachMessageTarget { answering in
        guard case .nlb(let target) = answering.target, let resolved = model.names.listener(target.name),
          resolved.listener?.value.port == nil
        else { return }
        report.report(
          at: answering.mark,
          resolved.balancer == nil
            ? "a WebSocket API only calls listeners of `loadBalancers`" : "the port of this listener is not known",
          help: resolved.balancer == nil
            ? "define the load balancer in `loadBalancers`, with its listener and the listener's `port`"
            : "set `port` on the listener")
      }
    })
}

extension Model {
  /// The load balancer that the URL of a WebSocket API's integration names.
  fileprivate func balancer(calledBy integration: Integration) -> Resource? {
    integration["IntegrationUri"].flatMap { resource(in: $0.value, of: ResourceType.loadBalancer.name) }
      ?? privateListeners.first { $0.integration === integration }?.balancer
  }
}
