import Diagnostics

extension Rule {
  /// Address records do not contain a port.
  static let serviceWithoutPort = Rule(
    id: "SVC002",
    severity: .warning,
    summary: "Cloud Map service without SRV records behind an API",
    why: """
      API Gateway asks Cloud Map for the address and the port of each instance. Instances that are registered with A or AAAA
      records, as ECS does, have no port; with SRV records they have one.
      """,
    source: "API Gateway's page on private integrations: ECS must use SRV records, A records are not supported",
    example: """
      vpcs:
        main:
      cloudMapNamespaces:
        shop: {type: private, name: shop.internal, vpc: main}
      cloudMapServices:
        orders: {namespace: shop, dnsRecord: ⟦A → SRV⟧}
      securityGroups:
        link: {vpc: main}
        tasks: {vpc: main, ingress: {port: 8080, from: link}}
      vpcLinks:
        inner: {vpc: main, securityGroups: link}
      apis:
        store:
          routes:
            POST /orders: {cloudMap: orders, vpcLink: inner}
      outputs:
        Tasks: {Value: !GetAtt securityGroups.tasks.GroupId}
      """,
    check: { model, report in
      for service in model.cloudMapServices where service.type != .http && service.instances.isEmpty {
        guard let user = service.users.first, let record = service.records.first,
          service.records.allSatisfy({ ["A", "AAAA"].contains($0.text) })
        else { continue }
        report.report(
          at: record,
          "API Gateway finds no port with \(service.records.compactMap(\.text).joined(separator: " and ")) records",
          related: [
            Related(message: "integration that needs the port", mark: user["IntegrationUri"]?.mark ?? user.mark)
          ],
          help: record.isRaw ? "write `SRV`" : "write `dnsRecord: SRV`")
      }
    })

  /// Route 53 has no access to a VPC.
  static let healthCheckOfPrivateService = Rule(
    id: "SVC004",
    severity: .error,
    premise: .spec,
    summary: "Route 53 health check on a service of a private namespace",
    why: """
      Route 53 checks instances from the internet, which cannot reach a private namespace. Cloud Map rejects
      `HealthCheckConfig` there; a custom health check reports the health of instances instead.
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
    check: { model, report in
      for service in model.cloudMapServices where service.type == .private {
        guard let check = service["HealthCheckConfig"] else { continue }
        let custom = service.resource.words("HealthCheckCustomConfig")
        report.report(
          at: check.key, "Route 53 cannot check instances in a private namespace",
          help: service["HealthCheckCustomConfig"] == nil
            ? "write \(check.isRaw ? "`\(custom): {}`" : "`\(custom): true`") instead"
            : "remove it: the service has `\(custom)`")
      }
    })

  /// DNS records that nothing can ask for.
  static let serviceRecords = Rule(
    id: "SVC005",
    severity: .error,
    summary: "DNS records in an HTTP namespace",
    why:
      "Services of an HTTP namespace are found by API calls only, not by DNS. Cloud Map rejects `DnsConfig` for them.",
    source: "Cloud Map's CreateService, found by deployments (cdk-preflight: servicediscovery-service rules)",
    example: """
      cloudMapNamespaces:
        shop: {type: http, name: shop}
      cloudMapServices:
        orders: {namespace: shop, name: orders⟪, dnsRecord: ⟦SRV⟧ →⟫}
      outputs:
        Orders: {Value: !GetAtt cloudMapServices.orders.Arn}
      """,
    check: { model, report in
      for service in model.cloudMapServices where service.type == .http {
        guard let dns = service["DnsConfig"] else { continue }
        report.report(
          at: dns.isRaw ? dns.key : dns.mark, "services of an HTTP namespace have no DNS records",
          help: "remove \(service.resource.isRaw ? "`DnsConfig`" : "`dnsRecord`, `ttl` and `routingPolicy`")")
      }
    })

  /// One CNAME record at a time.
  static let cnameRouting = Rule(
    id: "SVC009",
    severity: .error,
    summary: "multivalue answers with CNAME records",
    why: """
      A DNS name has only one CNAME record at a time, so that several can only take turns (`WEIGHTED`). Cloud Map rejects
      `MULTIVALUE` with CNAME records.
      """,
    source: "Cloud Map's CreateService, found by deployments (cdk-preflight: servicediscovery-service rules)",
    example: """
      cloudMapNamespaces:
        shop: {type: public, name: shop.example.com}
      cloudMapServices:
        orders: {namespace: shop, dnsRecord: CNAME, routingPolicy: ⟦MULTIVALUE → WEIGHTED⟧}
      outputs:
        Orders: {Value: !GetAtt cloudMapServices.orders.Arn}
      """,
    check: { model, report in
      for service in model.cloudMapServices where service.type != .http {
        guard let policy = service["DnsConfig"]?["RoutingPolicy"], policy.text == "MULTIVALUE",
          service.records.contains(where: { $0.text == "CNAME" })
        else { continue }
        report.report(at: policy, "CNAME records require the routing policy `WEIGHTED`", help: "write `WEIGHTED`")
      }
    })
}
