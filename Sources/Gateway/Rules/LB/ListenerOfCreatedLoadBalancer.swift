import Diagnostics

extension Rule {
  static let listenerOfCreatedLoadBalancer = Rule(
    id: "LB014",
    severity: .error,
    premise: .element,
    summary: "existing listener under a new load balancer",
    why: """
      A load balancer that the stack creates has no listeners yet, so the ARN is that of another load balancer's listener,
      whose VPC and security groups are not known here.
      """,
    source: "the language: a listener that exists belongs to a load balancer that exists",
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
    check: { model, report in
      for listener in model.balancing.listeners {
        guard let arn = listener["ListenerArn"], let balancer = listener.balancer, !balancer.exists else { continue }
        report.report(
          at: arn, "the listener exists, but its load balancer is created",
          related: [Related(message: "the load balancer", mark: balancer.resource.mark)],
          help: "add the `arn` of the load balancer, or remove `arn` here and define the listener")
      }
    })
}
