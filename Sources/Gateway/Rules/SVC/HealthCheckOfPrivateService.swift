extension Rule {
  /// Route 53 cannot look into a VPC.
  static let healthCheckOfPrivateService = Rule(
    id: "SVC004",
    severity: .error,
    summary: "`healthCheck` on a service of a private namespace",
    why: """
      Route 53 checks instances from the internet, which cannot reach those of a private namespace. Cloud Map refuses it
      there; something else has to report their health.
      """,
    source: "Cloud Map's CreateService, found by deployments (cdk-preflight: servicediscovery-service-healthcheck)",
    example: """
      vpcs:
        main:
      cloudMapNamespaces:
        shop: {type: private, name: shop.internal, vpc: main}
      cloudMapServices:
        orders:
          namespace: shop
          ⟪⟦healthCheck⟧: {resourcePath: /health} → customHealthCheck: true⟫
      outputs:
        Orders: {Value: !GetAtt cloudMapServices.orders.Arn}
      """,
    check: { spec, report in
      spec.forEachCreatedService { service in
        guard let check = service.service.healthCheck, service.namespace == .private else { return }
        report.report(
          at: check.mark, "Route 53 cannot check instances in a private namespace",
          help: service.service.customHealthCheck == nil
            ? "write `customHealthCheck: true`, or leave it out" : "leave it out: there is a `customHealthCheck`")
      }
    })
}
