import Diagnostics
import SpecReading
import YAMLTree

extension Rule {
  /// A load balancer that its author opens himself, and not to the link.
  static let linkIsNotLetIn = Rule(
    id: "VPC020",
    severity: .warning,
    summary: "`openTo: none`, and security groups whose `ingress` does not let the VPC link in",
    why: """
      With `openTo: none` nothing is added to the load balancer's security groups. If none of what they let in is the VPC
      link on the listener's port, every request times out.
      """,
    source: "Amazon VPC's page on security groups: what no rule allows is refused",
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
    check: { spec, report in
      var seen: Set<String> = []
      spec.forEachLinkedListener { target, balancer, listener in
        guard let openTo = balancer.openTo, openTo.literal == OpenTo.none, let port = listener.value.port?.literal,
          !listener.value.isOpen,
          let groups = spec.createdGroups(balancer.securityGroups), groups.contains(where: { $0.ingress != nil }),
          let links = spec.linkGroupNames(of: target)
        else { return }
        let isLetIn = groups.flatMap { $0.ingress?.items ?? [] }.contains { rule in
          rule.port.admits(port) && rule.protocol.admitsTcp && rule.from.items.contains { $0.mayBe(oneOf: links) }
        }
        if isLetIn || !seen.insert("\(openTo.mark.start) \(port)").inserted { return }
        let group = groups.lazy.compactMap { $0.ingress?.mark }.first
        report.report(
          at: openTo.mark, "nothing lets the VPC link in on port \(port) of the listener `\(listener.name)`",
          related: [Related(message: "the API's way to it", mark: target.name.mark)]
            + (group.map { [Related(message: "what is let in", mark: $0)] } ?? []),
          help: "leave out `openTo`, or let the link's security group in on port \(port)")
      }
    })

  /// A link that is not let out.
  static let linkIsNotLetOut = Rule(
    id: "VPC021",
    severity: .warning,
    summary: "a VPC link whose security group does not let its traffic out to the listener",
    why: """
      A security group with `egress` lets out what stands there, and nothing else. If the listener's port is not in it,
      every request times out.
      """,
    source: "Amazon VPC's page on security groups: what no rule allows is refused",
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
    check: { spec, report in
      var seen: Set<String> = []
      spec.forEachLinkedListener { target, balancer, listener in
        guard let port = listener.value.port?.literal, let link = spec.namedLink(of: target),
          let groups = spec.createdGroups(link.securityGroups), groups.allSatisfy({ $0.egress != nil }),
          let egress = groups.first?.egress
        else { return }
        let peers = balancer.securityGroups.map { Set($0.literals()) } ?? []
        let isLetOut = groups.flatMap { $0.egress?.items ?? [] }.contains { rule in
          rule.port.admits(port) && rule.protocol.admitsTcp && rule.to.items.contains { $0.mayBe(oneOf: peers) }
        }
        if isLetOut || !seen.insert("\(egress.mark.start) \(port)").inserted { return }
        report.report(
          at: egress.mark, "nothing lets the VPC link out to port \(port) of the listener `\(listener.name)`",
          related: [Related(message: "the API's way to it", mark: target.name.mark)],
          help: "add `{port: \(port), to: …}`, with the load balancer's security group or the addresses of its subnets")
      }
    })
}
