import Diagnostics
import SpecReading
import YAMLTree

extension Rule {
  /// A way around the API.
  static let openGroup = Rule(
    id: "SEC003",
    severity: .warning,
    premise: .element,
    summary: "security group allows everyone where only the VPC link has to be allowed",
    why: """
      Only the VPC link has to reach a load balancer behind a private integration, and nothing has to reach a VPC link. A rule
      for everyone lets clients bypass the API, its authorizers and its throttling; those of an internal load balancer are in its
      VPC and in networks that are connected with it.
      """,
    source: "a rule of good design",
    example: """
      vpcs:
        main:
      loadBalancers:
        web:
          type: application
          vpc: main
          listeners:
            http: {port: 80, ⟪open: ⟦true⟧,  →⟫forward: {type: ip, port: 8080}}
      apis:
        store:
          routes:
            $default: {alb: web}
      """,
    check: { model, report in
      var seen: Set<Mark> = []
      for target in model.privateListeners where target.balancer?["Scheme"]?.text != "internet-facing" {
        for rule in target.openIngress
        where target.port.map(rule.admits) ?? true && seen.insert(rule.peer.mark).inserted {
          // An internal one is only reached from its network.
          let who =
            target.balancer?["Scheme"]?.text == "internal" ? "every client in the network of the VPC" : "everyone"
          report.report(
            at: rule.peer, "this allows \(who) to call the load balancer of the listener `\(target.name)`",
            related: [Related(message: "an integration that calls it", mark: target.integration.mark)],
            help: target.openTo?.literal == OpenTo.none || rule.peer.isRaw
              ? "\(target.linkHasNoGroup ? "give the VPC link a security group, and allow that" : "allow the security group of the VPC link") instead"
              : "remove it: the VPC link is allowed anyway")
        }
      }
      for attachment in model.attachments where attachment.kind == .link {
        for rule in attachment.groups.flatMap({ model.securityGroup($0)?.ingress ?? [] })
        where rule.isForEveryone && seen.insert(rule.peer.mark).inserted {
          report.report(
            at: rule.peer, "this allows everyone to call \(attachment.words)",
            help: "remove it: nothing calls a VPC link")
        }
      }
    })
}
