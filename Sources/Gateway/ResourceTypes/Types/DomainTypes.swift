/// Custom domains and API mappings.
extension ResourceType {
  static let domainName = ResourceType(
    "AWS::ApiGatewayV2::DomainName", ref: .name("DomainName"), unique: ["DomainName"], quota: (120, "domains"),
    attributes: ["DomainNameArn", "RegionalDomainName", "RegionalHostedZoneId"],
    properties: [
      .init("DomainName", .text, .required, key: "name"),
      .init(
        "DomainNameConfigurations",
        .list([
          .init("CertificateArn", .text),
          .init("CertificateName", .text),
          .init("EndpointType", .words(["REGIONAL"])),
          .init("IpAddressType", .words(["ipv4", "dualstack"])),
          .init("OwnershipVerificationCertificateArn", .text),
          .init("SecurityPolicy", .text),
        ]), key: "certificate"),
      .init(
        "MutualTlsAuthentication", [.init("TruststoreUri", .text), .init("TruststoreVersion", .text)], key: "mutualTls"),
      .init("RoutingMode", .words(["API_MAPPING_ONLY", "ROUTING_RULE_THEN_API_MAPPING", "ROUTING_RULE_ONLY"])),
      .tags(.tagMap),
    ])

  static let apiMapping = ResourceType(
    "AWS::ApiGatewayV2::ApiMapping", ref: .id("ApiMappingId"), unique: ["DomainName", "ApiMappingKey"],
    attributes: ["ApiMappingId"],
    properties: [
      .init("ApiId", .text, .required, key: "domain"),
      .init("ApiMappingKey", .text, key: "basePath"),
      .init("DomainName", .text, .required, key: "name"),
      .init("Stage", .text, .required, key: "stages"),
    ])

  static let routingRule = ResourceType(
    "AWS::ApiGatewayV2::RoutingRule", ref: .arn("RoutingRuleArn"), unique: ["DomainNameArn", "Priority"],
    attributes: ["RoutingRuleArn", "RoutingRuleId"],
    properties: [
      .init(
        "Actions",
        .list([
          .init(
            "InvokeApi",
            [
              .init("ApiId", .text, .required),
              .init("Stage", .text, .required),
              .init("StripBasePath", .flag),
            ], .required)
        ]), .required),
      .init(
        "Conditions",
        .list([
          .init("MatchBasePaths", [.init("AnyOf", .texts, .required)]),
          .init(
            "MatchHeaders",
            [
              .init(
                "AnyOf", .list([.init("Header", .text, .required), .init("ValueGlob", .text, .required)]), .required)
            ]),
        ]), .required),
      .init("DomainNameArn", .text, .required),
      .init("Priority", .integer(1...1_000_000), .required),
    ])
}
