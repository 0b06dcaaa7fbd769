import CloudFormation
import SpecReading

extension Synthesis {
  /// A domain with its certificate and the records that lead to it.
  mutating func write(_ element: Named<DomainElement>) {
    switch element.value.form {
    case .created(let domain):
      let id = write(domain, of: element)
      writeRecords(
        of: element, to: .getAtt(id, "RegionalDomainName"), zone: .getAtt(id, "RegionalHostedZoneId"), domain.options)
    case .existing(let domain):
      guard let name = domain.regionalDomainName, let zone = domain.regionalHostedZoneId else { return }
      writeRecords(of: element, to: value(name), zone: value(zone), nil)
    case nil: return
    }
  }

  private mutating func write(_ domain: CreatedDomain, of element: Named<DomainElement>) -> String {
    var configuration = Object()
    configuration.add(
      "CertificateArn", certificate(domain, of: element), origin: Origin(of: domain.certificate?.node))
    configuration.add("CertificateName", domain.certificateName) { value($0) }
    configuration.add("EndpointType", "REGIONAL")
    configuration.add("IpAddressType", domain.ipAddressType) { value($0) }
    configuration.add("OwnershipVerificationCertificateArn", domain.ownershipCertificate) {
      values.reference(.certificate, $0)
    }
    configuration.add("SecurityPolicy", domain.securityPolicy) { value($0) }
    var properties = Object()
    properties.add("DomainName", element.host) { value($0) }
    properties.add("DomainNameConfigurations", [.object(configuration)])
    properties.add(
      "MutualTlsAuthentication",
      Value.choice(domain.mutualTls) { mutualTls, _ in
        var authentication = Object()
        authentication.add("TruststoreUri", mutualTls.truststore) { value($0) }
        authentication.add("TruststoreVersion", mutualTls.version) { value($0) }
        return .object(authentication)
      }, origin: Origin(of: domain.mutualTls?.function))
    return write(.domain(element.name), .domainName, properties, .main(domain.options))
  }

  private mutating func certificate(_ domain: CreatedDomain, of element: Named<DomainElement>) -> Value? {
    switch domain.certificate {
    // An unknown one has a finding of its own.
    case .given(let name): return values.reference(.certificate, name) ?? .null
    case .made(let given):
      let host = value(element.host)
      var properties = Object()
      properties.add("DomainName", given) { _ in host }
      // Without the zone the stack waits until the record is added by hand.
      properties.add("DomainValidationOptions", element.value.hostedZone) { zone in
        [["DomainName": host, "HostedZoneId": values.reference(.hostedZone, zone) ?? .null]]
      }
      properties.add("ValidationMethod", given) { _ in "DNS" }
      let place = Place.domainCertificate(element.name)
      return .ref(write(place, .certificate, properties, .vital(domain.options)))
    case nil: return nil
    }
  }

  private mutating func writeRecords(
    of element: Named<DomainElement>, to name: Value, zone: Value, _ options: ElementOptions?
  ) {
    guard let own = element.value.hostedZone.flatMap({ values.reference(.hostedZone, $0) }) else { return }
    for type in AliasType.allCases {
      var properties = Object()
      properties.add("Name", element.host) { value($0) }
      properties.add("Type", .string(type.rawValue))
      properties.add("HostedZoneId", element.value.hostedZone) { _ in own }
      properties.add("AliasTarget", ["DNSName": name, "HostedZoneId": zone])
      if element.value.setIdentifier != nil || element.value.region != nil {
        properties.add("SetIdentifier", element.value.setIdentifier, default: .region) { value($0) }
        properties.add("Region", element.value.region, default: .region) { value($0) }
      }
      write(.domainRecord(element.name, type), .recordSet, properties, .vital(options))
    }
  }
}
