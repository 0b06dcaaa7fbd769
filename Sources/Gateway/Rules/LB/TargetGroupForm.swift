import Diagnostics
import SpecReading
import YAMLTree

extension Rule {
  /// What a target group of a kind may have, and must.
  static let targetGroupForm = Rule(
    id: "LB005",
    severity: .error,
    summary: "a target group of two kinds, with what its kind or its listener does not have, or without a VPC",
    why: """
      A target group holds addresses, instances, one function, or one application load balancer. A function has neither
      port, protocol nor VPC; all others stand in a VPC; a load balancer is a target by TCP alone. What its targets speak
      has to go with what its listener speaks.
      """,
    source: "Elastic Load Balancing's CreateTargetGroup, found by deployments (cdk-preflight: elbv2-tg rules)",
    example: """
      functions:
        books: {runtime: nodejs24.x, handler: index.handler, code: src/books}
      vpcs:
        main:
      loadBalancers:
        web:
          type: application
          vpc: main
          listeners:
            http: {port: 80, forward: books}
      targetGroups:
        books: {lambda: books⟪, port: ⟦8080⟧ →⟫}
      apis:
        store:
          routes:
            $default: {alb: web}
      """,
    check: { spec, report in
      spec.forEachTargetGroup { group, user in
        let kinds: [(key: String, mark: Mark?)] = [
          ("ips", group.ips?.mark), ("instances", group.instances?.mark), ("lambda", group.lambda?.mark),
          ("alb", group.alb?.mark), ("type", group.type?.mark),
        ]
        let given = kinds.compactMap { kind in kind.mark.map { (key: kind.key, mark: $0) } }
        if given.count > 1 {
          report.report(
            at: given[1].mark, "a target group has either `\(given[0].key)` or `\(given[1].key)`",
            related: [Related(message: "the other one", mark: given[0].mark)],
            help: given[1].key == "type"
              ? "leave out `type`: `\(given[0].key)` tells it" : "make two target groups, and forward to both")
        } else if group.lambda != nil {
          for (key, mark) in [("port", group.port?.mark), ("protocol", group.protocol?.mark), ("vpc", group.vpc?.mark)]
          {
            if let mark { report.report(at: mark, "a function as target has no `\(key)`", help: "leave it out") }
          }
        } else if group.vpc == nil, user?.balancer.value.vpc == nil, spec.isWhole(group.mark) {
          report.report(
            at: group.mark, "the VPC of this target group is not known",
            help: user.map { "write `vpc` here, or on `loadBalancers.\($0.balancer.name)`" }
              ?? "write `vpc`: no load balancer of the spec forwards to it")
        }
        if given.count == 1, group.alb != nil, let given = group.protocol, let spoken = given.literal, spoken != .tcp {
          report.report(
            at: given.mark, "a load balancer is a target by TCP, not by \(spoken.rawValue)", help: "leave it out")
        } else if group.lambda == nil, group.alb == nil, let given = group.protocol, let spoken = given.literal,
          let user,
          let type = user.balancer.value.knownType, let taken = user.listener.value.speaks(on: type), taken.fits(type),
          !spoken.isSpoken(behind: taken)
        {
          report.report(
            at: given.mark,
            "the listener `\(user.listener.name)` speaks \(taken.rawValue), and does not forward that by "
              + spoken.rawValue,
            related: [Related(message: "the listener", mark: user.listener.mark)],
            help: "targets behind it speak " + taken.spokenBehind.map(\.rawValue).joined(separator: " or "))
        }
      }
    })
}

extension ListenerProtocol {
  /// What targets may speak behind a listener (source: cdk-preflight: elbv2-listener-tg-protocol-match).
  fileprivate var spokenBehind: [ListenerProtocol] {
    switch self {
    case .http, .https: [.http, .https]
    case .tcp, .tls: [.tcp, .tls, .tcpUdp]
    case .udp: [.udp, .tcpUdp]
    case .tcpUdp: [.tcpUdp]
    }
  }

  fileprivate func isSpoken(behind listener: ListenerProtocol) -> Bool { listener.spokenBehind.contains(self) }
}
