import Diagnostics
import SpecReading
import YAMLTree

extension Rule {
  /// ARNs that do not belong together.
  static let listenerOfItsBalancer = Rule(
    id: "LB017",
    severity: .error,
    summary: "an imported load balancer whose ARN is not of its type, or not that of its listener",
    why: """
      A listener's ARN begins as its load balancer's does. If it is another one's, calls go to that other one, while the
      VPC link is made in the VPC that is said here and the security groups that are named here are opened: every request
      times out, or reaches what was not meant.
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
    check: { spec, report in
      for element in spec.names.spec.loadBalancers {
        guard case .imported(let balancer) = element.value.form, let text = balancer.arn.literal,
          text.hasPrefix("arn:"), let type = element.value.knownType
        else { continue }
        let arn = Arn(text)
        let kind = type == .application ? "app" : "net"
        guard arn.service == "elasticloadbalancing", arn.resource.hasPrefix("loadbalancer/\(kind)/") else {
          let isOther = arn.resource.hasPrefix("loadbalancer/app/") || arn.resource.hasPrefix("loadbalancer/net/")
          let article = type == .application ? "an application" : "a network"
          report.report(
            at: balancer.arn.mark, "this is not the ARN of \(article) load balancer",
            related: isOther ? [Related(message: "its type", mark: element.value.type.mark)] : [],
            help: isOther
              ? "write `type: \(type == .application ? "network" : "application")`, or the other ARN"
              : "it ends in `:loadbalancer/\(kind)/NAME/ID`")
          continue
        }
        let beginning = "listener/" + arn.resource.dropFirst("loadbalancer/".utf8.count) + "/"
        for listener in element.value.listeners {
          guard case .imported(let imported) = listener.value.form, let text = imported.arn.literal,
            text.hasPrefix("arn:")
          else { continue }
          let own = Arn(text)
          // What is no listener's ARN has a finding of its own.
          if own.flaw(asTargetOf: type) != nil { continue }
          if own.resource.hasPrefix(beginning), own.region == arn.region, own.account == arn.account { continue }
          report.report(
            at: imported.arn.mark, "this is a listener of another load balancer than `\(element.name)`",
            related: [Related(message: "the load balancer that it stands under", mark: balancer.arn.mark)],
            help: "the ARN of one of its own ends in `:\(beginning)ID`")
        }
      }
    })
}
