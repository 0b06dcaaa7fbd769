import Diagnostics
import SpecReading
import YAMLTree

extension Rule {
  static let targetGroupOfOtherVpc = Rule(
    id: "LB006",
    severity: .error,
    summary: "target group in another VPC than its load balancer",
    why: """
      A load balancer forwards only to target groups of its own VPC, and a load balancer that is a target has to be in the VPC of
      its target group. Elastic Load Balancing rejects anything else.
      """,
    source:
      "Elastic Load Balancing's CreateListener, found by deployments (cdk-preflight: elbv2-listener-tg-vpc-match)",
    example: """
      vpcs:
        main:
        ⟪
        other: {cidr: 10.1.0.0/16}
        →⟫
      loadBalancers:
        web:
          type: application
          vpc: main
          listeners:
            http: {port: 80, forward: {type: ip, port: 8080⟪, vpc: ⟦other⟧ →⟫}}
      apis:
        store:
          routes:
            $default: {alb: web}
      """,
    check: { model, report in
      for group in model.balancing.targetGroups {
        guard let property = group["VpcId"], let home = VpcIdentity(property.value, model.spec.values) else { continue }
        if let balancer = group.users.first?.balancer, let vpc = balancer.vpc, home.surelyDiffers(from: vpc.identity) {
          report.report(
            at: property,
            "the target group is in the VPC `\(home.words)`, its load balancer `\(balancer.name)` in "
              + "`\(vpc.identity.words)`",
            related: [Related(message: "the VPC of the load balancer", mark: vpc.mark)],
            help: group.resource.isRaw
              ? "use the VPC of the load balancer" : "remove `vpc`: the load balancer's is used")
        } else if group.targetType == "alb", let target = group["Targets"]?.items?.first?["Id"],
          let balancer = model.balancing[balancer: target], let vpc = balancer.vpc,
          home.surelyDiffers(from: vpc.identity)
        {
          report.report(
            at: target,
            "the load balancer `\(balancer.name)` is in the VPC `\(vpc.identity.words)`, this target group in "
              + "`\(home.words)`",
            related: [Related(message: "the VPC of the load balancer", mark: vpc.mark)],
            help: "use a load balancer in `\(home.words)`")
        }
      }
    })

  static let targetGroupOfTwo = Rule(
    id: "LB016",
    severity: .error,
    summary: "target group of two load balancers",
    why: """
      A target group belongs to one load balancer, whose listeners and rules may all forward to it. Elastic Load Balancing rejects
      a second load balancer. A target may be in several target groups.
      """,
    source:
      "Elastic Load Balancing's page on quotas, found by deployments (cdk-preflight: elbv2-tg-single-load-balancer)",
    example: """
      vpcs:
        main:
      loadBalancers:
        web:
          type: application
          vpc: main
          listeners:
            http: {port: 80, forward: books}
        admin:
          type: application
          vpc: main
          listeners:
            http: {port: 80, forward: ⟦books → {type: ip, port: 8080}⟧}
      targetGroups:
        books: {type: ip, port: 8080}
      apis:
        store:
          routes:
            $default: {alb: web}
            ANY /admin: {alb: admin}
      """,
    check: { model, report in
      var owners: [String: (balancer: Model.LoadBalancer, mark: Mark)] = [:]
      for balancer in model.balancing.balancers {
        var seen: Set<String> = []
        for target in balancer.listeners.flatMap(\.allActions).flatMap(\.targetGroups) {
          guard let group = model.balancing.group(target) else { continue }
          let id = group.resource.id
          let owner = owners[id] ?? (balancer, target.mark)
          owners[id] = owner
          if owner.balancer === balancer || !seen.insert(id).inserted { continue }
          report.report(
            at: target, "the load balancer `\(owner.balancer.name)` already forwards to `\(group.resource.name)`",
            related: [Related(message: "that of `\(owner.balancer.name)`", mark: owner.mark)],
            help: "give `\(balancer.name)` a target group of its own, with the same targets")
        }
      }
    })
}
