import Diagnostics
import SpecReading
import YAMLTree

extension Rule {
  /// Targets in one VPC, their load balancer in another.
  static let targetGroupOfOtherVpc = Rule(
    id: "LB006",
    severity: .error,
    summary: "a target group in another VPC than its load balancer",
    why: """
      A load balancer forwards to target groups of its own VPC, and a load balancer that is a target itself stands in
      that of its group. Elastic Load Balancing refuses any other one.
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
    check: { spec, report in
      spec.forEachTargetGroup { group, user in
        let balancer = user?.balancer.value.vpc
        if let given = group.vpc, let balancer, let home = spec.identity(ofVpc: given),
          let there = spec.identity(ofVpc: balancer), home.surelyDiffers(from: there), let user
        {
          report.report(
            at: given.mark,
            "the target group is in the VPC `\(home.words)`, and its load balancer `\(user.balancer.name)` in "
              + "`\(there.words)`",
            related: [Related(message: "the VPC of the load balancer", mark: balancer.mark)],
            help: "leave out `vpc`: the load balancer's is taken")
        } else if let alb = group.alb, let target = spec.names.listener(alb), let given = target.balancer?.vpc,
          let own = group.vpc ?? balancer, let home = spec.identity(ofVpc: own),
          let there = spec.identity(ofVpc: given), home.surelyDiffers(from: there)
        {
          report.report(
            at: alb.mark,
            "the load balancer `\(target.balancerName)` is in the VPC `\(there.words)`, and this target group in "
              + "`\(home.words)`",
            related: [Related(message: "the VPC of the load balancer", mark: given.mark)],
            help: "name one that stands in `\(home.words)`")
        }
      }
    })

  /// A target group that is taken.
  static let targetGroupOfTwo = Rule(
    id: "LB016",
    severity: .error,
    summary: "a target group that two load balancers forward to",
    why: """
      A target group belongs to one load balancer; its listeners and rules may all forward to it. Elastic Load Balancing
      refuses a second load balancer, and that quota cannot be raised. Targets may stand in several groups.
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
    check: { spec, report in
      var owners: [String: (balancer: String, mark: Mark)] = [:]
      var told: Set<String> = []
      spec.forEachListener { balancer, listener in
        guard case .created(let created) = listener.value.form else { return }
        for action in [created.action] + created.rules.map(\.value.action) {
          guard case .forward(let targets) = action else { continue }
          for target in targets.items {
            guard case .named(let named) = target.form, let name = named.targetGroup.literal,
              spec.names.find(.targetGroup, named.targetGroup) != nil
            else { continue }
            let owner = owners[name] ?? (balancer.name, named.targetGroup.mark)
            owners[name] = owner
            if owner.balancer == balancer.name || !told.insert("\(name) \(balancer.name)").inserted { continue }
            report.report(
              at: named.targetGroup.mark,
              "the load balancer `\(owner.balancer)` forwards to `\(name)` already, and a target group belongs to one",
              related: [Related(message: "that of `\(owner.balancer)`", mark: owner.mark)],
              help: "give `\(balancer.name)` a target group of its own, with the same targets")
          }
        }
      }
    })
}
