import Diagnostics
import YAMLTree

extension Rule {
  /// A way around the API.
  static let publicLoadBalancer = Rule(
    id: "VPC026",
    severity: .warning,
    premise: .element,
    summary: "internet-facing load balancer behind a VPC link",
    why: """
      Clients can call an internet-facing load balancer directly and bypass the API, its throttling and its authorizers. A VPC link
      reaches an internal load balancer as well.
      """,
    source: "a rule of good design",
    example: """
      vpcs:
        main:
      loadBalancers:
        web:
          type: application
          vpc: main
          scheme: ⟦internet-facing → internal⟧
          listeners:
            http: {port: 80, forward: {type: ip, port: 8080}}
      apis:
        store:
          routes:
            $default: {alb: web}
      """,
    check: { model, report in
      // `open: true` is for clients outside of the API.
      var seen = Set(
        model.names.spec.loadBalancers.filter(\.value.admitsEveryone).map { model.names.id(.loadBalancer($0.name)) })
      for target in model.privateListeners {
        guard let balancer = target.balancer else { continue }
        let scheme = balancer["Scheme"]
        guard scheme?.text == "internet-facing" || balancer.lacks("Scheme"), seen.insert(balancer.id).inserted else {
          continue
        }
        report.report(
          at: scheme?.mark ?? balancer.mark, "the load balancer can be called from the internet, without the API",
          related: [Related(message: "an integration that calls it", mark: target.integration.mark)],
          help: "use `\(balancer.words("Scheme")): internal`, unless others need it")
      }
    })
}
