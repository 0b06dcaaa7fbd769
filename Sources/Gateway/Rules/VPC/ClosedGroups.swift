import Diagnostics
import SpecReading
import YAMLTree

extension Rule {
  /// A load balancer whose security groups do not allow the VPC link.
  static let linkIsNotLetIn = Rule(
    id: "VPC020",
    severity: .warning,
    premise: .spec,
    summary: "security groups behind a VPC link do not allow the link",
    why: """
      With `openTo: none`, or for a load balancer in `resources`, no rule is added to its security groups. Unless a rule of theirs allows the VPC
      link on the listener's port, every request times out with 503.
      """,
    source: "Amazon VPC's page on security groups: only what a rule allows passes",
    example: """
      vpcs:
        main:
      securityGroups:
        web: {vpc: main, ingress: {port: ⟪443 → 80⟫, from: 10.0.0.0/16}}
      loadBalancers:
        web:
          type: application
          vpc: main
          securityGroups: web
          openTo: ⟦none⟧
          listeners:
            http: {port: 80, forward: {type: ip, port: 8080}}
      apis:
        store:
          routes:
            $default: {alb: web}
      """,
    check: { model, report in
      var seen: Set<String> = []
      for target in model.privateListeners where target.integration.isWebSocket == false {
        let groups = target.groups.compactMap { $0 }
        guard let port = target.validPort, target.isClosed else { continue }
        if !seen.insert("\(target.balancerName) \(port)").inserted { continue }
        report.report(
          at: target.openTo?.mark ?? target.integration.uriMark,
          "no security group allows the VPC link on port \(port) of the listener `\(target.name)`",
          related: [Related(message: "an integration that calls it", mark: target.integration.mark)]
            + groups.compactMap { $0.ingress.first }.prefix(1).map {
              Related(message: "this is allowed", mark: $0.peer.mark)
            },
          help: (target.openTo == nil ? "" : "remove `openTo`, or ") + "allow the link's security group on port \(port)"
        )
      }
    })

  /// A VPC link whose security groups do not allow its traffic.
  static let linkIsNotLetOut = Rule(
    id: "VPC021",
    severity: .warning,
    summary: "security group of a VPC link does not allow its traffic to the listener",
    why: """
      A security group with rules for outbound traffic only allows what they name. If none of them allows the listener's port,
      every request times out with 503.
      """,
    source: "Amazon VPC's page on security groups: only what a rule allows passes",
    example: """
      vpcs:
        main:
      securityGroups:
        link: {vpc: main, egress: ⟦{port: 443, to: 10.0.0.0/16} → {port: 80, to: 10.0.0.0/16}⟧}
      vpcLinks:
        inner: {vpc: main, securityGroups: link}
      loadBalancers:
        web:
          type: application
          vpc: main
          listeners:
            http: {port: 80, forward: {type: ip, port: 8080}}
      apis:
        store:
          routes:
            $default: {alb: web, vpcLink: inner}
      """,
    check: { model, report in
      var seen: Set<String> = []
      for target in model.privateListeners where target.integration.isWebSocket == false {
        let ids = target.link?["SecurityGroupIds"]?.list ?? []
        let groups = ids.compactMap(model.securityGroup)
        guard let port = target.validPort, groups.count == ids.count,
          let egress = groups.first?.resource["SecurityGroupEgress"],
          groups.allSatisfy({ $0.resource["SecurityGroupEgress"] != nil })
        else { continue }
        let peers = Set(target.groups.compactMap { $0?.resource.id })
        let isAllowed = groups.contains { $0.egress.contains { $0.admits(port) && $0.mayBe(for: peers) } }
        if isAllowed || !seen.insert("\(egress.mark.start) \(port)").inserted { continue }
        report.report(
          at: egress.listMark, "no rule allows the VPC link's traffic to port \(port) of the listener `\(target.name)`",
          related: [Related(message: "an integration that calls it", mark: target.integration.mark)],
          help: egress.isRaw
            ? "add a rule for port \(port) with the load balancer's security group as `DestinationSecurityGroupId`"
            : "add `{port: \(port), to: …}`, with the load balancer's security group or the addresses of its subnets")
      }
    })
}
