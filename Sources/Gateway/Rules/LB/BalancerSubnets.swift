import CloudFormation
import Diagnostics
import SpecReading
import YAMLTree

extension Rule {
  static let balancerInOneSubnet = Rule(
    id: "LB001",
    severity: .error,
    summary: "application load balancer in fewer than two subnets",
    why: """
      An application load balancer needs subnets in at least two Availability Zones. Elastic Load Balancing rejects one with
      fewer: "At least two subnets in two different Availability Zones must be specified".
      """,
    source: "Elastic Load Balancing's CreateLoadBalancer, found by deployments (cdk-preflight: elbv2-alb-subnet-count)",
    example: """
      vpcs:
        main: {maxAzs: ⟦1 → 2⟧}
      loadBalancers:
        web:
          type: application
          vpc: main
          listeners:
            http: {port: 80, forward: {type: ip, port: 8080}}
      apis:
        store:
          routes:
            $default: {alb: web}
      """,
    find: { model, report in
      var seen: Set<Mark> = []
      for balancer in model.balancing.balancers {
        guard let standing = balancer.standing, standing.lacksSecondZone, seen.insert(standing.mark).inserted else {
          continue
        }
        report.report(
          at: standing.mark, "\(standing.words) has one subnet; an application load balancer needs two zones",
          related: standing.areChosen
            ? [] : standing.vpcMark.map { [Related(message: "its VPC", mark: $0)] } ?? [],
          help: standing.areChosen ? "name subnets of two zones" : "give the VPC a second zone")
      }
    })

  static let balancerTwiceInZone = Rule(
    id: "LB002",
    severity: .error,
    summary: "load balancer in two subnets of one Availability Zone",
    why: """
      A load balancer has one subnet in each zone. Elastic Load Balancing rejects a second one: "A load balancer cannot be
      attached to multiple subnets in the same Availability Zone".
      """,
    source:
      "Elastic Load Balancing's CreateLoadBalancer, found by deployments (cdk-preflight: elbv2-lb-one-subnet-per-az)",
    example: """
      vpcs:
        main: {subnets: {app: {type: private}, data: {type: private}}}
      loadBalancers:
        web:
          type: application
          vpc: main
          subnets: ⟪⟦[app, data]⟧ → app⟫
          listeners:
            http: {port: 80, forward: {type: ip, port: 8080}}
      apis:
        store:
          routes:
            $default: {alb: web}
      """,
    find: { model, report in
      for balancer in model.balancing.balancers {
        guard let standing = balancer.standing else { continue }
        var seen: [Value: Mark] = [:]
        for subnet in balancer.subnets {
          let zone = subnet.zone?.value
          guard let other = seen.updateValue(subnet.id.mark, forKey: zone ?? subnet.id.value) else { continue }
          report.report(
            at: subnet.mark, "\(standing.words) has two subnets in \(zone)",
            related: other == subnet.mark ? [] : [Related(message: "the other one", mark: other)],
            help: "keep one subnet per zone: it reaches targets in every subnet of the VPC")
          break
        }
      }
    })
}
