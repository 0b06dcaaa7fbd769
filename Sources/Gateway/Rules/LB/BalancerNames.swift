import SpecReading

extension Rule {
  /// Names that Elastic Load Balancing does not take.
  static let balancerName = Rule(
    id: "LB007",
    severity: .error,
    summary: "a name that a load balancer or a target group cannot have",
    why: """
      The `name` of a load balancer or a target group is made of letters, digits and inner `-`, and that of a load
      balancer does not begin with `internal-`, which Elastic Load Balancing keeps for its DNS names.
      """,
    source: """
      Elastic Load Balancing's CreateLoadBalancer and CreateTargetGroup, found by deployments (cdk-preflight: \
      elbv2-lb-name, elbv2-tg-name)
      """,
    example: """
      vpcs:
        main:
      loadBalancers:
        web:
          type: application
          vpc: main
          name: ⟦book_store → book-store⟧
          listeners:
            http: {port: 80, forward: {type: ip, port: 8080}}
      apis:
        store:
          routes:
            $default: {alb: web}
      """,
    check: { spec, report in
      func check(_ given: Given<String>?, of thing: String) {
        guard let given, let name = given.literal else { return }
        if !name.isMade(ofLettersDigitsAnd: "-") {
          report.report(
            at: given.mark, "\(Reader.quoted(name)) is no name of a \(thing)",
            help: "it is made of letters, digits and inner `-`")
        } else if name.hasPrefix("-") || name.hasSuffix("-") {
          report.report(
            at: given.mark, "the name of a \(thing) neither begins nor ends with `-`", help: "leave it out there")
        } else if thing == "load balancer", name.hasPrefix("internal-") {
          report.report(
            at: given.mark, "the name of a load balancer does not begin with `internal-`",
            help: "leave that out: `scheme` says whether it is internal")
        }
      }
      for element in spec.names.spec.loadBalancers {
        if case .created(let balancer) = element.value.form { check(balancer.name, of: "load balancer") }
      }
      spec.forEachTargetGroup { group, _ in check(group.name, of: "target group") }
    })
}
