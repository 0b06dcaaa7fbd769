import Diagnostics
import SpecReading
import YAMLTree

extension Rule {
  static let balancerOfOtherType = Rule(
    id: "LB015",
    severity: .error,
    summary: "setting of the other type of load balancer",
    why: """
      A network load balancer forwards connections without reading them: it has no rules, redirects, fixed responses, HTTP
      attributes or Lambda targets. An application load balancer cannot have another load balancer as a target, and always
      serves every zone. Elastic Load Balancing rejects these combinations.
      """,
    source: """
      Elastic Load Balancing's CreateListener and ModifyLoadBalancerAttributes, found by deployments (cdk-preflight: \
      elbv2-listener-nlb-action-forward-only, elbv2-lb-attr-key-lb-type)
      """,
    example: """
      vpcs:
        main:
      loadBalancers:
        web:
          type: ⟪network → application⟫
          vpc: main
          idleTimeout: ⟦60s⟧
          listeners:
            ⟪tcp → http⟫: {port: 80, forward: {type: ip, port: 8080}}
      apis:
        store:
          routes:
            $default: {⟪nlb → alb⟫: web}
      """,
    check: { model, report in
      for balancer in model.balancing.balancers {
        guard let type = balancer.type else { continue }
        let related = [Related].one("its type", at: balancer["Type"]?.mark)
        balancer.resource.forEachAttribute { name, value, mark in
          guard !type.supports(name, value.text) else { return }
          report.report(
            at: mark, "\(type.words) does not support `\(value.isRaw ? name : LoadBalancerType.words[name] ?? name)`",
            related: related, help: "remove it")
        }
        for listener in balancer.listeners where type == .network {
          for rule in listener.rules.prefix(1) {
            report.report(
              at: rule.resource.mark, "\(type.words) does not support rules", related: related,
              help: "choose by path or host in an application load balancer")
          }
          if listener.actions.contains(where: { $0.forwards == false }) {
            report.report(
              at: listener.mark, "\(type.words) can only forward", related: related,
              help: "forward to a target group; redirects and fixed responses need an application load balancer")
          }
        }
      }
      for group in model.balancing.targetGroups {
        guard let type = group.balancerType, let property = group["TargetType"] else { continue }
        let isNetwork = type == .network
        guard group.targetType == (isNetwork ? "lambda" : "alb") else { continue }
        let mark = group.users.first?.balancer?["Type"]?.mark
        report.report(
          at: property, "\(type.words) cannot forward to \(isNetwork ? "a Lambda function" : "another load balancer")",
          related: .one("its type", at: mark),
          help: isNetwork
            ? "call the function from an application load balancer, or from the API itself"
            : "use a network load balancer, or forward to the targets themselves")
      }
    })
}

extension LoadBalancerType {
  /// Whether load balancers of this type have an attribute with this value.
  fileprivate func supports(_ attribute: String, _ value: String?) -> Bool {
    switch self {
    case .network:
      !["idle_timeout.", "routing.", "waf.", "client_keep_alive.", "connection_logs.", "health_check_logs."].contains(
        where: attribute.hasPrefix)
    case .application:
      !["dns_record.", "secondary_ips."].contains(where: attribute.hasPrefix)
        && (attribute != "load_balancing.cross_zone.enabled" || value != "false")
    }
  }

  /// The language's words for attributes.
  fileprivate static let words = [
    "idle_timeout.timeout_seconds": "idleTimeout", "routing.http2.enabled": "http2",
    "routing.http.drop_invalid_header_fields.enabled": "dropInvalidHeaderFields",
    "load_balancing.cross_zone.enabled": "crossZone: false",
  ]
}
