import Diagnostics

extension Rule {
  /// Two sources of health.
  static let twoHealthChecks = Rule(
    id: "CM002",
    severity: .error,
    summary: "both health checks on one Cloud Map service",
    why: """
      Either Route 53 checks the instances of a service, or something else reports their health. Cloud Map rejects a service
      with both.
      """,
    source: "Cloud Map's CreateService: HealthCheckConfig or HealthCheckCustomConfig, but not both",
    example: """
      cloudMapNamespaces:
        shop: {type: public, name: shop.example.com}
      cloudMapServices:
        orders:
          namespace: shop
          healthCheck: {resourcePath: /health}
          ⟪
          ⟦customHealthCheck⟧: {failureThreshold: 1}
          →⟫
      outputs:
        Orders: {Value: !GetAtt cloudMapServices.orders.Arn}
      """,
    check: { model, report in
      // In a private namespace the first of them is an error by itself.
      for service in model.cloudMapServices where service.type != .private {
        guard let check = service["HealthCheckConfig"], let custom = service["HealthCheckCustomConfig"] else {
          continue
        }
        report.report(
          at: custom.key, "`\(custom.word)` and `\(check.word)` cannot be used together",
          related: [Related(message: "other health check", mark: check.key)], help: "remove one of the two")
      }
    })
}
