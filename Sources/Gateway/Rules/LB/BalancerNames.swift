import SpecReading

extension Rule {
  static let balancerName = Rule(
    id: "LB007",
    severity: .error,
    summary: "invalid name of a load balancer or target group",
    why: """
      The `name` of a load balancer or a target group is made of letters, digits and `-`, without `-` at its start or end.
      That of a load balancer must not begin with `internal-`, which Elastic Load Balancing uses for DNS names. Elastic Load
      Balancing rejects other names.
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
    check: { model, report in
      func check(_ resource: Model.Resource, _ thing: String) {
        guard let property = resource["Name"] else { return }
        for name in property.texts + [property.openName(ofLettersDigitsAnd: "-")].compactMap({ $0 }) {
          if !name.isMade(ofLettersDigitsAnd: "-") {
            report.report(
              at: property, "\(Reader.quoted(name)) is not a valid name of a \(thing)",
              help: "use letters, digits and inner `-`")
          } else if name.hasPrefix("-") || name.hasSuffix("-") {
            report.report(
              at: property, "the name of a \(thing) must not begin or end with `-`", help: "remove the `-` there")
          } else if thing == "load balancer", name.hasPrefix("internal-") {
            report.report(
              at: property, "the name of a load balancer must not begin with `internal-`",
              help: "remove `internal-`: `\(resource.words("Scheme"))` makes it internal")
          }
        }
      }
      for balancer in model.balancing.balancers { check(balancer.resource, "load balancer") }
      for group in model.balancing.targetGroups { check(group.resource, "target group") }
    })
}
