import CloudFormation
import Diagnostics
import SpecReading
import YAMLTree

extension Rule {
  /// A load balancer that could not survive its zone.
  static let balancerInOneSubnet = Rule(
    id: "LB001",
    severity: .error,
    summary: "an application load balancer in fewer than two subnets",
    why: """
      An application load balancer stands in two availability zones or more, so that one of them may fail. Elastic Load
      Balancing refuses it with "At least two subnets in two different Availability Zones must be specified".
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
    check: { spec, report in
      var seen: Set<Mark> = []
      for standing in spec.standings where standing.lacksSecondZone && seen.insert(standing.mark).inserted {
        report.report(
          at: standing.mark, "\(standing.words) stands in one subnet, and an application load balancer needs two zones",
          related: standing.areChosen
            ? [] : standing.vpcMark.map { [Related(message: "it stands here", mark: $0)] } ?? [],
          help: standing.areChosen ? "name subnets of two zones" : "give the VPC a second zone")
      }
    })

  /// Two legs in one zone.
  static let balancerTwiceInZone = Rule(
    id: "LB002",
    severity: .error,
    summary: "a load balancer in two subnets of one availability zone",
    why: """
      A load balancer has one subnet in each zone. Two groups of subnets of a VPC have one in the same zone each, and
      Elastic Load Balancing refuses that: "A load balancer cannot be attached to multiple subnets in the same
      Availability Zone".
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
          subnets: ⟪[app, ⟦data⟧] → app⟫
          listeners:
            http: {port: 80, forward: {type: ip, port: 8080}}
      apis:
        store:
          routes:
            $default: {alb: web}
      """,
    check: { spec, report in
      for standing in spec.standings {
        guard case .balancer = standing.kind else { continue }
        var seen: [Value: Mark] = [:]
        for subnet in standing.subnets {
          guard let other = seen.updateValue(subnet.mark, forKey: subnet.zone ?? subnet.id) else { continue }
          let zone = subnet.zone?.text.map { "the zone `\($0)`" } ?? "one zone"
          report.report(
            at: subnet.mark, "\(standing.words) has two subnets in \(zone)",
            related: other == subnet.mark ? [] : [Related(message: "the other one", mark: other)],
            help: "one subnet a zone is enough: it reaches targets in every subnet of the VPC")
          break
        }
      }
    })
}
