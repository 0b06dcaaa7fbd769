extension Rule {
  static let listenerNeedsPort = Rule(
    id: "LB013",
    severity: .error,
    premise: .part,
    summary: "new listener without a port",
    why: """
      Only a listener that exists may be written without its port. CloudFormation cannot create one: "Model validation failed:
      required key [Port] not found".
      """,
    source: "CloudFormation's page of AWS::ElasticLoadBalancingV2::Listener: a port is needed with these types",
    example: """
      vpcs:
        main:
      loadBalancers:
        web:
          type: application
          vpc: main
          listeners:
            ⟦http⟧: {⟪→ port: 80, ⟫forward: {type: ip, port: 8080}}
      apis:
        store:
          routes:
            $default: {alb: web, vpc: main}
      """,
    isEssential: true,
    check: { model, report in
      for listener in model.balancing.listeners where !listener.exists {
        guard listener.resource.lacks("Port"), listener.balancer?["Type"]?.text != "gateway" else { continue }
        let port = "\(listener.resource.words("Port")): \(listener.certificates.isEmpty ? 80 : 443)"
        report.report(
          at: listener.mark, "the listener `\(listener.name)` has no port",
          help: listener.actions.isEmpty && !listener.resource.isRaw
            ? "add `\(port)`, or the `arn` of a listener that exists" : "add `\(port)`")
      }
    })
}
