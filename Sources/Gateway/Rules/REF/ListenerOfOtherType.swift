import Diagnostics
import SpecReading

extension Rule {
  /// `alb` for a network load balancer, or `nlb` for an application load balancer.
  static let listenerOfOtherType = Rule(
    of: .nameOfOtherKind,
    source: "the language: a name refers to a thing of the kind that its key asks for",
    example: """
      vpcs:
        main:
      loadBalancers:
        payments:
          type: network
          vpc: main
          listeners:
            tcp: {port: 80, forward: {type: ip, port: 8080}}
      apis:
        store:
          routes:
            POST /payments: {⟪alb → nlb⟫: ⟦payments.tcp⟧}
      """,
    check: { model, report in
      func check(_ name: Given<String>, is wanted: LoadBalancerType, help: (String) -> String) {
        guard let balancer = model.names.listener(name)?.balancer, let type = balancer.type.literal, type != wanted,
          let text = name.literal
        else { return }
        let article = type == .application ? "an application" : "a network"
        report.report(
          at: name.mark, "`\(model.names.owner(of: text))` is \(article) load balancer",
          related: [Related(message: "its type", mark: balancer.type.mark)], help: help(text))
      }
      model.spec.forEachTarget { answering in
        guard let target = answering.privateTarget?.asListener else { return }
        let wanted = type(of: target).type
        check(target.name, is: wanted) { "write `\(wanted == .application ? "nlb" : "alb"): \($0)`" }
      }
      model.spec.forEachTargetGroup { group, _ in
        guard let alb = group.alb else { return }
        check(alb, is: .application) { _ in "only an application load balancer can be a target" }
      }
    })
}
