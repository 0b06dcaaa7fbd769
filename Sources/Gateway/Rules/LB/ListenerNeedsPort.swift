extension Rule {
  /// A listener listens somewhere.
  static let listenerNeedsPort = Rule(
    id: "LB013",
    severity: .error,
    summary: "a listener that is created without a port",
    why: """
      Only of a listener that exists can the port be left open: it has one. A new one cannot be made without it.
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
    check: { spec, report in
      spec.forEachListener { _, listener in
        guard case .created(let created) = listener.value.form, listener.value.port == nil, spec.isWhole(listener.mark)
        else { return }
        report.report(
          at: listener.mark, "the listener `\(listener.name)` has no port",
          help: created.action == nil
            ? "write `port`, or the `arn` of a listener that exists" : "write `port: \(defaultPort(created))`")
      }
    })

  private static func defaultPort(_ listener: CreatedListener) -> Int { listener.certificate == nil ? 80 : 443 }
}
