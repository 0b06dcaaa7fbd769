import CloudFormation
import SpecReading
import YAMLTree

extension Rule {
  /// A target without a rule for the VPC link.
  static let nothingOpened = Rule(
    id: "VPC027",
    severity: .note,
    premise: .spec,
    summary: "private target whose security groups are not known",
    why: """
      A rule that allows the VPC link is created for every known security group, on the listener's port. Where the groups or the port
      are not known, the rule must be created elsewhere, or requests time out with 503.
      """,
    source: "API Gateway's page on VPC links: security groups have to allow the traffic",
    example: """
      vpcs:
        main: {id: vpc-12345678, privateSubnets: [subnet-aaaa1111, subnet-bbbb2222]}
      loadBalancers:
        web:
          type: application
          arn: arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/web/50dc6c495c0c9188
          vpc: main
          ⟪→
          securityGroups: sg-12345678
          ⟫
          listeners:
            http:
              port: 80
              arn: arn:aws:elasticloadbalancing:eu-west-1:111122223333:listener/app/web/50dc6c495c0c9188/f2f7dc8efc522ab2
      apis:
        store:
          routes:
            $default: {alb: ⟦web.http⟧}
      """,
    check: { model, report in
      let spec = model.spec
      var seen: Set<Value> = []
      // The targets whose load balancer already admits the VPC link, or certainly does not, which another rule reports.
      lazy var opened = Set(
        model.privateListeners.filter { $0.isOpened || $0.isClosed }.compactMap {
          $0.integration.target?.integration.name.mark
        })
      spec.forEachPrivateTarget { _, target in
        guard spec.names.find(target.nameKind, target.name) != nil, let link = LinkGroups(of: target, in: spec),
          !link.isLetInElsewhere,
          !opened.contains(target.name.mark), let gap = OpeningGap(target, link, spec),
          seen.insert(gap.owner).inserted
        else { return }
        let port = gap.port.map { "on port \($0)" } ?? "on the port of the target"
        report.report(
          only: target.name.mark, "no security group rule was created for this target: \(gap.reason)",
          help: [gap.field, "allow \(link.text) \(port)"].compactMap { $0 }.joined(separator: ", or "))
      }
    })
}
