/// Certificates and DNS records.
extension ResourceType {
  static let certificate = ResourceType(
    "AWS::CertificateManager::Certificate", ref: .arn("CertificateArn"),
    attributes: ["CertificateArn"],
    properties: [
      .init("CertificateAuthorityArn", .text),
      .init("CertificateExport", .words(["ENABLED", "DISABLED"])),
      .init("CertificateTransparencyLoggingPreference", .words(["ENABLED", "DISABLED"])),
      .init("DomainName", .text, .required),
      .init(
        "DomainValidationOptions",
        .list([
          .init("DomainName", .text),
          .init("HostedZoneId", .text),
          .init("ValidationDomain", .text),
        ])),
      .init("Id", .any),
      .init("KeyAlgorithm", .text),
      .init("SubjectAlternativeNames", .texts),
      .tags(.tagList),
      .init("ValidationMethod", .text),
    ])

  static let recordSet = ResourceType(
    "AWS::Route53::RecordSet", ref: .name("Name"),
    unique: ["HostedZoneId", "HostedZoneName?", "Name", "Type", "SetIdentifier"], attributes: [],
    properties: [
      .init(
        "AliasTarget",
        [
          .init("DNSName", .text(0...1_024), .required),
          .init("EvaluateTargetHealth", .flag),
          .init("HostedZoneId", .text(0...44), .required),
        ]),
      .init(
        "CidrRoutingConfig",
        [
          .init("CollectionId", .text, .required),
          .init("LocationName", .text(1...16), .required),
        ]),
      .init("Comment", .text(0...256)),
      .init("Failover", .words(["PRIMARY", "SECONDARY"])),
      .init(
        "GeoLocation",
        [
          .init("ContinentCode", .text(2...2)),
          .init("CountryCode", .text(1...2)),
          .init("SubdivisionCode", .text(1...3)),
        ]),
      .init(
        "GeoProximityLocation",
        [
          .init("AWSRegion", .text(1...64)),
          .init("Bias", .integer(-99...99)),
          .init("Coordinates", [.init("Latitude", .text, .required), .init("Longitude", .text, .required)]),
          .init("LocalZoneGroup", .text(1...64)),
        ]),
      .init("HealthCheckId", .text(0...64)),
      .init("HostedZoneId", .text(0...44), needed: .unless("HostedZoneName")),
      .init("HostedZoneName", .text(0...256)),
      .init("MultiValueAnswer", .flag),
      .init("Name", .text(0...1_024), .required),
      .init("Region", .text),
      .init("ResourceRecords", .texts),
      .init("SetIdentifier", .text(0...128)),
      .init("TTL", .text),
      .init("Type", .words(recordTypes), .required),
      .init("Weight", .integer),
    ])

  /// Source: the API reference of Route 53.
  private static let recordTypes = [
    "A", "AAAA", "CAA", "CNAME", "DS", "HTTPS", "MX", "NAPTR", "NS", "PTR", "SOA", "SPF", "SRV", "SSHFP", "SVCB",
    "TLSA", "TXT",
  ]

  static let recordSetGroup = ResourceType(
    "AWS::Route53::RecordSetGroup", ref: .id("Id"), isComplete: false, attributes: ["Id"])

  static let hostedZone = ResourceType(
    "AWS::Route53::HostedZone", ref: .id("Id"), isComplete: false,
    attributes: ["Id", .list("NameServers")],
    properties: [
      .tags(.tagList, "HostedZoneTags")
    ])
}
