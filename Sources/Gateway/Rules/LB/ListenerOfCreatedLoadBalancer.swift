import Diagnostics

extension Rule {
  /// What exists cannot belong to what does not exist yet.
  static let listenerOfCreatedLoadBalancer = Rule(
    id: "LB014",
    severity: .error,
    summary: "a listener that exists under a load balancer that is created",
    why: """
      A load balancer that the stack creates has no listeners yet, so an ARN under it is that of another one's. Nobody
      could tell which VPC and which groups that one has.
      """,
    source: "the language: what is imported stands under what is imported",
    example: """
      vpcs:
        main:⟪→  {id: vpc-12345678, privateSubnets: [subnet-aaaa1111, subnet-bbbb2222]}⟫
      loadBalancers:
        web:
          type: application
          ⟪→
          arn: arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/web/50dc6c495c0c9188
          ⟫
          vpc: main
          ⟪→
          securityGroups: sg-12345678
          ⟫
          listeners:
            http:
              port: 80
              arn: ⟦arn:aws:elasticloadbalancing:eu-west-1:111122223333:listener/app/web/50dc6c495c0c9188/f2f7dc8efc522ab2⟧
      apis:
        store:
          routes:
            $default: {alb: web}
      """,
    check: { spec, report in
      spec.forEachListener { balancer, listener in
        guard case .created = balancer.value.form, case .imported(let imported) = listener.value.form else { return }
        report.report(
          at: imported.arn.mark, "the listener exists, but its load balancer is created",
          related: [Related(message: "the load balancer", mark: balancer.mark)],
          help: "import the load balancer by its `arn` too, or leave out `arn` here and write what the listener does")
      }
    })
}
