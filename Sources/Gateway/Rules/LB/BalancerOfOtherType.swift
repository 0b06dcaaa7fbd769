import Diagnostics
import SpecReading
import YAMLTree

extension Rule {
  /// What only load balancers of the other type do.
  static let balancerOfOtherType = Rule(
    id: "LB015",
    severity: .error,
    summary: "something that load balancers of this type do not do",
    why: """
      A network load balancer forwards connections and does not look into them: it has no rules, redirects, answers of
      its own or settings of HTTP, and no functions as targets. An application load balancer has no other load balancer
      as its target, and serves every zone. Elastic Load Balancing refuses the rest.
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
    check: { spec, report in
      for element in spec.names.spec.loadBalancers {
        guard case .created(let balancer) = element.value.form, let type = element.value.knownType else { continue }
        for (key, mark) in balancer.options(notOf: type) {
          report.report(
            at: mark, "\(type.words) has no `\(key)`",
            related: [Related(message: "its type", mark: element.value.type.mark)],
            help: "leave it out")
        }
      }
      spec.forEachListener { balancer, listener in
        guard case .created(let created) = listener.value.form, let type = balancer.value.knownType else { return }
        if type == .network, let rule = created.rules.first {
          report.report(
            at: rule.mark, "\(type.words) has no rules: it does not look into what it forwards",
            related: [Related(message: "its type", mark: balancer.value.type.mark)],
            help: "let a load balancer of `type: application` choose by path or host")
        }
        if type == .network, let action = created.action, !action.isForward {
          report.report(
            at: listener.mark, "\(type.words) only forwards",
            related: [Related(message: "its type", mark: balancer.value.type.mark)],
            help: "write `forward`; one of `type: application` redirects and answers, too")
        }
      }
      spec.forEachTargetGroup { group, user in
        guard let user, let type = user.balancer.value.knownType else { return }
        let misfit: (Given<String>, String)? =
          switch type {
          case .network: group.lambda.map { ($0, "a function") }
          case .application: group.alb.map { ($0, "another load balancer") }
          }
        guard let (given, words) = misfit else { return }
        report.report(
          at: given.mark, "\(type.words) has no targets of this kind: \(words)",
          related: [Related(message: "its type", mark: user.balancer.value.type.mark)],
          help: type == .network
            ? "let one of `type: application` call the function, or the API itself (`lambda`)"
            : "only one of `type: network` forwards to a load balancer")
      }
    })
}

extension ListenerAction {
  fileprivate var isForward: Bool { if case .forward = self { true } else { false } }
}

extension CreatedLoadBalancer {
  /// What it says that load balancers of its type do not have.
  fileprivate func options(notOf type: LoadBalancerType) -> [(key: String, mark: Mark)] {
    var options: [(String, Mark?)] = []
    switch type {
    case .network:
      options = [
        ("idleTimeout", idleTimeout?.mark), ("http2", http2?.mark),
        ("dropInvalidHeaderFields", dropInvalidHeaderFields?.mark),
      ]
    case .application: if crossZone?.literal == false { options = [("crossZone: false", crossZone?.mark)] }
    }
    return options.compactMap { option in option.1.map { (option.0, $0) } }
  }
}
