/// Domains, what they lead to, links and portals.
extension ResourceType {
  static let apiMapping = ResourceType(
    PropertyNames(
      texts: ["ApiId", "ApiMappingKey", "DomainName", "Stage"], required: ["ApiId", "DomainName", "Stage"]),
    readOnly: ["ApiMappingId"])

  static let domainName = ResourceType(
    PropertyNames(
      texts: ["DomainName", "RoutingMode"],
      others: [
        "DomainNameConfigurations": .list(
          .object(
            PropertyNames(texts: [
              "CertificateArn", "CertificateName", "EndpointType", "IpAddressType",
              "OwnershipVerificationCertificateArn", "SecurityPolicy",
            ]))),
        "MutualTlsAuthentication": .object(PropertyNames(texts: ["TruststoreUri", "TruststoreVersion"])), "Tags": tags,
      ],
      required: ["DomainName"]),
    readOnly: ["DomainNameArn", "RegionalDomainName", "RegionalHostedZoneId"])

  static let routingRule = ResourceType(
    PropertyNames(
      texts: ["DomainNameArn"], integers: ["Priority"],
      others: [
        "Actions": .list(.object(PropertyNames(others: ["InvokeApi": .object(invocation)], required: ["InvokeApi"]))),
        "Conditions": .list(
          .object(
            PropertyNames(others: [
              "MatchBasePaths": .object(PropertyNames(others: ["AnyOf": texts], required: ["AnyOf"])),
              "MatchHeaders": .object(
                PropertyNames(others: ["AnyOf": .list(.object(header))], required: ["AnyOf"])),
            ]))),
      ],
      required: ["Actions", "Conditions", "DomainNameArn", "Priority"]),
    readOnly: ["RoutingRuleArn", "RoutingRuleId"])

  static let invocation = PropertyNames(
    texts: ["ApiId", "Stage"], flags: ["StripBasePath"], required: ["ApiId", "Stage"])
  static let header = PropertyNames(texts: ["Header", "ValueGlob"], required: ["Header", "ValueGlob"])

  static let vpcLink = ResourceType(
    PropertyNames(
      texts: ["Name"], others: ["SecurityGroupIds": texts, "SubnetIds": texts, "Tags": tags],
      required: ["Name", "SubnetIds"]),
    readOnly: ["VpcLinkId"])

  static let portalProduct = ResourceType(
    PropertyNames(
      texts: ["Description", "DisplayName"],
      others: ["Tags": .list(.object(PropertyNames(texts: ["Key", "Value"], required: ["Key", "Value"])))],
      required: ["DisplayName"]),
    readOnly: ["LastModified", "PortalProductArn", "PortalProductId"])
}
