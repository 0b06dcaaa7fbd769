/// Cloud Map namespaces and services.
extension ResourceType {
  static let httpNamespace = ResourceType(
    "AWS::ServiceDiscovery::HttpNamespace", ref: .id("Id"), unique: ["Name"],
    attributes: ["Arn", "Id"],
    properties: [
      .init("Description", .text(0...1_024), key: "description"),
      .init("Name", .text(1...1_024), .required, key: "name"),
      .tags(.tagList),
    ])

  static let privateNamespace = ResourceType(
    "AWS::ServiceDiscovery::PrivateDnsNamespace", ref: .id("Id"), unique: ["Name", "Vpc"],
    attributes: ["Arn", "HostedZoneId", "Id"],
    properties: [
      .init("Description", .text(0...1_024), key: "description"),
      .init("Name", .text(1...1_024), .required, key: "name"),
      .init("Properties", [.init("DnsProperties", [.init("SOA", [.init("TTL", .number(0...2_147_483_647))])])]),
      .tags(.tagList),
      .init("Vpc", .text(0...64), key: "vpc"),
    ])

  static let publicNamespace = ResourceType(
    "AWS::ServiceDiscovery::PublicDnsNamespace", ref: .id("Id"),
    attributes: ["Arn", "HostedZoneId", "Id"],
    properties: [
      .init("Description", .text(0...1_024), key: "description"),
      .init("Name", .text(1...1_024), .required, key: "name"),
      .init("Properties", [.init("DnsProperties", [.init("SOA", [.init("TTL", .number(0...2_147_483_647))])])]),
      .tags(.tagList),
    ])

  static let cloudMapService = ResourceType(
    "AWS::ServiceDiscovery::Service", ref: .id("Id"), unique: ["NamespaceId", "Name"],
    attributes: ["Arn", "Id", "Name"],
    properties: [
      .init("Description", .text(0...1_024), key: "description"),
      .init(
        "DnsConfig",
        [
          .init(
            "DnsRecords",
            .list([
              .init("TTL", .number(0...2_147_483_647), .required),
              .init("Type", .words(["A", "AAAA", "CNAME", "SRV"]), .required),
            ]), .required),
          .init("NamespaceId", .text(0...64)),
          .init("RoutingPolicy", .words(["MULTIVALUE", "WEIGHTED"])),
        ], key: "dnsRecord"),
      .init(
        "HealthCheckConfig",
        [
          .init("FailureThreshold", .number(1...10)),
          .init("ResourcePath", .text(0...255)),
          .init("Type", .words(["HTTP", "HTTPS", "TCP"]), .required),
        ], key: "healthCheck"),
      .init(
        "HealthCheckCustomConfig", [.init("FailureThreshold", .number(1...10))], key: "customHealthCheck"),
      .init("Name", .text, key: "name"),
      .init("NamespaceId", .text(0...255), key: "namespace"),
      .init("ServiceAttributes", .map(.text)),
      .tags(.tagList),
      .init("Type", .words(["HTTP"])),
    ])

  static let cloudMapInstance = ResourceType(
    "AWS::ServiceDiscovery::Instance", ref: .id("InstanceId"), unique: ["ServiceId", "InstanceId"], attributes: [],
    properties: [
      .init("InstanceAttributes", .document, .required),
      .init("InstanceId", .text(1...64)),
      .init("ServiceId", .text(1...255), .required),
    ])
}
