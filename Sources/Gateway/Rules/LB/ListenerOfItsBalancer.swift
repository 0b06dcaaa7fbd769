import Diagnostics
import SpecReading
import YAMLTree

extension Rule {
  static let listenerOfItsBalancer = Rule(
    id: "LB017",
    severity: .error,
    summary: "existing listener under another load balancer's ARN",
    why: """
      A listener's ARN begins like that of its load balancer. With another one's ARN, API Gateway calls that other load
      balancer, while the VPC link and the security group rules are made for this one: every request times out with 503.
      """,
    source: "Elastic Load Balancing's ARNs: `…:loadbalancer/app/NAME/ID` and `…:listener/app/NAME/ID/LISTENER`",
    example: """
      vpcs:
        main: {id: vpc-12345678, privateSubnets: [subnet-aaaa1111, subnet-bbbb2222]}
      loadBalancers:
        web:
          type: application
          arn: arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/web/50dc6c495c0c9188
          vpc: main
          securityGroups: sg-12345678
          listeners:
            http:
              port: 80
              arn: ⟦arn:aws:elasticloadbalancing:eu-west-1:111122223333:listener/app/⟪admin/73e2d6bc24d8a067 → web/50dc6c495c0c9188⟫/f2f7dc8efc522ab2⟧
      apis:
        store:
          routes:
            $default: {alb: web}
      """,
    check: { model, report in
      for balancer in model.balancing.balancers {
        guard let given = balancer["LoadBalancerArn"], let text = given.text, text.hasPrefix("arn:"),
          let type = balancer.type
        else { continue }
        let arn = Arn(text)
        let kind = type == .application ? "app" : "net"
        guard arn.service == "elasticloadbalancing", arn.resource.hasPrefix("loadbalancer/\(kind)/") else {
          let isOther = arn.resource.hasPrefix("loadbalancer/app/") || arn.resource.hasPrefix("loadbalancer/net/")
          report.report(
            at: given, "this is not the ARN of \(type.words)",
            related: .one("its type", at: isOther ? balancer["Type"]?.mark : nil),
            help: isOther
              ? "set `type: \(type == .application ? "network" : "application")`, or use the other load balancer's ARN"
              : "use an ARN that ends in `:loadbalancer/\(kind)/NAME/ID`")
          continue
        }
        let beginning = "listener/" + arn.resource.dropFirst("loadbalancer/".utf8.count) + "/"
        for listener in balancer.listeners {
          guard let given = listener["ListenerArn"], let text = given.text, text.hasPrefix("arn:") else { continue }
          let own = Arn(text)
          // An ARN of something else than a listener has a finding of its own.
          if own.flaw(asTargetOf: type) != nil { continue }
          if own.resource.hasPrefix(beginning), own.region == arn.region, own.account == arn.account { continue }
          report.report(
            at: given, "this is a listener of another load balancer than `\(balancer.name)`",
            related: [
              Related(message: "the load balancer", mark: balancer["LoadBalancerArn"]?.mark ?? balancer.resource.mark)
            ],
            help: "use an ARN that ends in `:\(beginning)ID`")
        }
      }
    })
}
