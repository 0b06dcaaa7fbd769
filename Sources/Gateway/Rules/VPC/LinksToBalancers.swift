extension Rule {
  /// Where a link leads.
  static let linkToOtherBalancer = Rule(
    id: "VPC030",
    severity: .error,
    summary: "a target of a WebSocket API that its VPC link does not lead to, or whose address is not known",
    why: """
      A VPC link of version 1 leads to one load balancer, whatever the URL says. Of that the port is what counts, so the
      spec has to know it, and to know the load balancer where it has to write the link.
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
    check: { spec, report in
      spec.forEachMessageTarget { answering in
        guard case .nlb(let target) = answering.target, let resolved = spec.names.listener(target.name) else { return }
        guard let port = resolved.listener?.value.port else {
          let owner = resolved.balancer == nil ? nil : "write `port` on the listener"
          return report.report(
            at: answering.mark, "the port of this listener is not known",
            help: owner ?? "write the load balancer in `loadBalancers`, with its listener and the listener's `port`")
        }
        _ = port
        guard let link = target.network.vpcLink, case .element(let index) = spec.names.find(.vpcLink, link),
          case .toBalancer(let created) = spec.names.spec.vpcLinks[index].value.form,
          case .element(let balancer) = spec.names.find(.loadBalancer, created.nlb), resolved.balancer != nil,
          spec.names.spec.loadBalancers[balancer].name != resolved.balancerName
        else { return }
        report.report(
          at: answering.mark,
          "the VPC link leads to `\(spec.names.spec.loadBalancers[balancer].name)`, not to `\(resolved.balancerName)`",
          help: "leave out `vpcLink`: then one to it is written")
      }
    })

  /// What only its owner can open.
  static let importedBalancerBehindLink = Rule(
    id: "VPC031",
    severity: .note,
    summary: "a load balancer that exists behind a VPC link of version 1",
    why: """
      The traffic of a link of version 1 comes by PrivateLink, from addresses of API Gateway's own. Where a load balancer's
      security groups are asked about such traffic, they let none of it in.
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
    check: { spec, report in
      var seen: Set<String> = []
      spec.forEachMessageTarget { answering in
        guard case .nlb(let target) = answering.target, let resolved = spec.names.listener(target.name),
          let balancer = resolved.balancer, case .imported(let imported) = balancer.form,
          !(imported.securityGroups?.items.isEmpty ?? true), balancer.openTo?.literal != OpenTo.none,
          seen.insert(resolved.balancerName).inserted
        else { return }
        report.report(
          at: answering.mark,
          "the security groups of `loadBalancers.\(resolved.balancerName)` cannot name this traffic",
          help: """
            turn off that they are asked (EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic); `openTo: none` says that \
            you have
            """)
      }
    })
}
