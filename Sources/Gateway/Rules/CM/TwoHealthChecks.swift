import Diagnostics

extension Rule {
  /// Health has one source.
  static let twoHealthChecks = Rule(
    id: "CM002",
    severity: .error,
    summary: "`healthCheck` and `customHealthCheck` on one service",
    why: """
      Either Route 53 checks the instances of a service, or something else reports their health. Cloud Map takes one of
      the two.
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
    check: { spec, report in
      spec.forEachCreatedService { found in
        // In a private namespace the first of them is an error by itself.
        guard found.namespace != .private, let check = found.service.healthCheck,
          let custom = found.service.customHealthCheck, custom.isOn?.literal != false
        else { return }
        report.report(
          at: custom.mark, "`customHealthCheck` and `healthCheck` exclude each other",
          related: [Related(message: "the other one", mark: check.mark)], help: "leave out one of the two")
      }
    })
}
