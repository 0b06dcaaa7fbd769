import SpecReading

extension Rule {
  /// How targets are asked and told apart.
  static let healthCheckForm = Rule(
    id: "LB024",
    severity: .error,
    summary: "a health check, a stickiness or an address of a target that Elastic Load Balancing does not take",
    why: """
      A check asks for a path that begins with `/`, at a port or the target's own, and takes statuses from 200 to 499 (an
      application load balancer's) or 599. Cookies keep clients behind an application load balancer, their addresses behind
      a network load balancer.
      """,
    source: "Elastic Load Balancing's CreateTargetGroup and RegisterTargets; its page on target group attributes",
    example: """
      vpcs:
        main:
      loadBalancers:
        web:
          type: application
          vpc: main
          listeners:
            http: {port: 80, forward: books}
      targetGroups:
        books:
          type: ip
          port: 8080
          vpc: main
          healthCheck: {path: ⟪⟦health⟧, port: ⟦"80000"⟧, matcher: ⟦ok⟧ → /health, port: traffic-port, matcher: 200-299⟫}
          stickiness: {type: ⟦source_ip → lb_cookie⟧}
      apis:
        store:
          routes:
            $default: {alb: web}
      """,
    check: { spec, report in
      spec.forEachTargetGroup { group, user in
        func check(_ given: Given<String>?, _ holds: (String) -> Bool, _ what: String, _ help: String) {
          guard let given, let text = given.literal, !text.isEmpty, !text.mentions("{{resolve:"), !holds(text) else {
            return
          }
          report.report(at: given.mark, "\(Reader.quoted(text)) is no \(what)", help: help)
        }
        let type = user?.balancer.value.knownType
        let health = group.healthCheck
        check(health?.path, { $0.hasPrefix("/") }, "path of a request", "it begins with `/`")
        check(
          health?.port, { $0 == "traffic-port" || Int($0).map { (1...65_535).contains($0) } ?? false }, "port",
          "write a number from 1 to 65535, or `traffic-port` for the target's own")
        let statuses = 200...(type == .application ? 499 : 599)
        check(
          health?.matcher, { isMatcher($0, statuses) }, "list of statuses",
          "write statuses from \(statuses.lowerBound) to \(statuses.upperBound), such as `200`, `200,302` or `200-299`")
        for address in group.ips?.items ?? [] {
          check(
            address, { $0.contains(":") || CidrBlock("\($0)/32") != nil }, "address", "write one such as `10.0.0.7`")
        }
        if let kind = group.stickiness?.type, let word = kind.literal, let type,
          (word == .sourceIp) != (type == .network)
        {
          report.report(
            at: kind.mark, "\(type.words) does not keep clients by `\(word.rawValue)`",
            help: type == .network ? "write `source_ip`" : "write `lb_cookie` or `app_cookie`")
        }
      }
    })

  /// Statuses and ranges of them.
  private static func isMatcher(_ text: String, _ statuses: ClosedRange<Int>) -> Bool {
    text.split(separator: ",", omittingEmptySubsequences: false).allSatisfy { part in
      let ends = part.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
      return (1...2).contains(ends.count) && ends.allSatisfy { $0.map(statuses.contains) ?? false }
    }
  }
}
