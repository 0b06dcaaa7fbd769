import Diagnostics
import SpecReading
import YAMLTree

extension Rule {
  /// A way around the API, for everyone in the VPC.
  static let openGroup = Rule(
    id: "SEC003",
    severity: .warning,
    summary: "everyone is let in where only the VPC link has to be",
    why: """
      A load balancer behind a private integration is called by the VPC link alone, and a VPC link by nobody. What lets
      everyone in lets them around the API, its authorizers and its throttling.
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
    check: { spec, report in
      var seen: Set<Mark> = []
      func check(_ groups: Names?, port: Int?, _ words: String, _ way: Mark?, _ help: String) {
        for item in groups?.items ?? [] {
          guard item.literal != nil, case .element(let index) = spec.names.find(.securityGroup, item),
            case .created(let group) = spec.names.spec.securityGroups[index].value.form
          else { continue }
          for rule in group.ingress?.items ?? [] {
            if let port, !rule.port.admits(port) || !rule.protocol.admitsTcp { continue }
            for peer in rule.from.items where peer.literal.map(everyone.contains) ?? false {
              guard seen.insert(peer.mark).inserted else { continue }
              report.report(
                at: peer.mark, "this lets everyone in to \(words)",
                related: way.map { [Related(message: "the API's way to it", mark: $0)] } ?? [],
                help: help)
            }
          }
        }
      }
      spec.forEachListenerTarget { target, balancer, listener in
        // Of a public one another rule says that it can be called by everyone.
        if case .created(let created) = balancer.form, created.scheme?.literal == .internetFacing { return }
        let help =
          balancer.openTo?.literal == OpenTo.none
          ? "let in the security group of the VPC link in its place" : "leave it out: the VPC link is let in anyway"
        check(
          balancer.securityGroups, port: listener.value.port?.literal, "the load balancer behind the API",
          target.name.mark, help)
        guard case .created(let created) = listener.value.form, let open = created.open, open.literal == true,
          seen.insert(open.mark).inserted
        else { return }
        report.report(
          at: open.mark, "everyone who reaches the VPC may call the listener `\(listener.name)`, around the API",
          related: [Related(message: "the API's way to it", mark: target.name.mark)],
          help: help)
      }
      for element in spec.names.spec.vpcLinks {
        if case .created(let link) = element.value.form {
          check(
            link.securityGroups, port: nil, "the VPC link `\(element.name)`", nil,
            "leave out `ingress`: nobody calls a VPC link")
        }
      }
    })

  /// Blocks that are all addresses.
  private static let everyone: Set<String> = ["0.0.0.0/0", "::/0"]
}
