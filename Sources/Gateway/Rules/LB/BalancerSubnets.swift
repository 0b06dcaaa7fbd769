import CloudFormation
import Diagnostics
import SpecReading
import YAMLTree

extension Rule {
  /// The Availability Zones of an application load balancer.
  static let balancerInOneSubnet = Rule(
    id: "LB001",
    severity: .error,
    summary: "application load balancer in a single subnet",
    why: """
      An application load balancer needs subnets in two Availability Zones. Elastic Load Balancing rejects it otherwise: "At least
      two subnets in two different Availability Zones must be specified".
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
    check: { model, report in
      var seen: Set<Mark> = []
      for balancer in model.attachments where balancer.needsSecondZone && seen.insert(balancer.mark).inserted {
        report.report(
          at: balancer.mark, "\(balancer.words) has a single subnet; an application load balancer needs two zones",
          related: .one("the VPC", at: balancer.choosesSubnets ? nil : balancer.vpcMark),
          help: balancer.choosesSubnets ? "use subnets of two zones" : "add a second zone to the VPC")
      }
    })

  /// Two subnets in one zone.
  static let balancerTwiceInZone = Rule(
    id: "LB002",
    severity: .error,
    summary: "load balancer in two subnets of one Availability Zone",
    why: """
      A load balancer has one subnet in each zone. Two groups of subnets of a VPC each have one in the same zone, which Elastic Load
      Balancing rejects: "A load balancer cannot be attached to multiple subnets in the same Availability Zone".
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
    check: { model, report in
      for balancer in model.attachments where balancer.kind == .balancer {
        var seen: [Value: Mark] = [:]
        for subnet in balancer.subnets {
          let zone = subnet.zone?.value
          guard let other = seen.updateValue(subnet.id.mark, forKey: zone ?? subnet.id.value) else { continue }
          report.report(
            at: subnet.id.listMark,
            "\(balancer.words) has two subnets in \(zone?.text.map { "the zone `\($0)`" } ?? "one zone")",
            related: other == subnet.id.mark ? [] : [Related(message: "the other subnet", mark: other)],
            help: "one subnet in each zone is enough: it reaches targets in every subnet of the VPC")
          break
        }
      }
    })
}
