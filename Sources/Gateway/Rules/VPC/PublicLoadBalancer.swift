import Diagnostics
import YAMLTree

extension Rule {
  /// A way around the API.
  static let publicLoadBalancer = Rule(
    id: "VPC026",
    severity: .warning,
    summary: "an internet-facing load balancer behind a VPC link",
    why: """
      What can be reached from the internet can be reached without the API: around its throttling and whatever it
      checks. A VPC link reaches an internal load balancer just as well.
      """,
    source: "a rule of good design",
    example: """
      vpcs:
        main:
      loadBalancers:
        web:
          type: application
          vpc: main
          scheme: ⟦internet-facing → internal⟧
          listeners:
            http: {port: 80, forward: {type: ip, port: 8080}}
      apis:
        store:
          routes:
            $default: {alb: web}
      """,
    check: { spec, report in
      var seen: Set<Mark> = []
      spec.forEachListenerTarget { target, balancer, _ in
        guard case .created(let created) = balancer.form, let scheme = created.scheme,
          scheme.literal == .internetFacing, seen.insert(scheme.mark).inserted
        else { return }
        report.report(
          at: scheme.mark, "the load balancer can be reached from the internet, around the API",
          related: [Related(message: "the API's way to it", mark: target.name.mark)],
          help: "write `scheme: internal`, unless others need it")
      }
    })
}
