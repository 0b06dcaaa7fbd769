import CloudFormation

/// `Domain` of an HTTP API of SAM: the domain, its mappings and its DNS records.
extension ServerlessApi {
  /// The host of its domain; nil without one.
  var host: Value? { self["Domain"]?["DomainName"]?.value }

  /// The mappings to its stage, and the domain with its records unless another API creates it. SAM creates one domain for
  /// all APIs of a host.
  func domainParts(inDomain id: String) -> [Model.Resource] {
    guard let domain = self["Domain"], let host = domain["DomainName"] else { return [] }
    let isOwn = id == domainId
    let mappings = basePaths(domain).enumerated().map { index, path in
      var properties = Object()
      properties.add("DomainName", .ref(id), origin: host.origin)
      properties.add("Stage", .ref(stageId))
      if let path, let key = ServerlessApi.mappingKey(path) {
        properties.add("ApiMappingKey", key, origin: path.origin)
      }
      return part("ApiMapping", "\(resource.id).ApiMapping\(index)", properties, from: path ?? domain)
    }
    return (isOwn ? [self.domain(domain, host)] + records(domain, host) : []) + mappings
  }

  /// The name by which references find its domain: SAM's logical ID has a hash at the end.
  var domainId: String { "\(resource.id).DomainName" }

  /// The base paths; nil for the root where none is written.
  private func basePaths(_ domain: Model.Property) -> [Model.Property?] {
    guard let paths = domain["BasePath"] else { return [nil] }
    return paths.list
  }

  /// SAM removes slashes at both ends.
  private static func mappingKey(_ path: Model.Property) -> Value? {
    guard let text = path.text else { return path.value }
    let key = text.split(separator: "/", omittingEmptySubsequences: false).drop { $0.isEmpty }.reversed()
      .drop { $0.isEmpty }.reversed().joined(separator: "/")
    return key.isEmpty ? nil : .string(key)
  }

  private func domain(_ domain: Model.Property, _ host: Model.Property) -> Model.Resource {
    var configuration = Object()
    for name in ["CertificateArn", "OwnershipVerificationCertificateArn", "SecurityPolicy"] {
      configuration.add(name, domain[name])
    }
    configuration.add("EndpointType", domain["EndpointConfiguration"], default: "REGIONAL")
    var properties = Object()
    properties.add("DomainName", host)
    properties.add("DomainNameConfigurations", .list([.object(configuration)]))
    properties.add("MutualTlsAuthentication", domain["MutualTlsAuthentication"])
    return part("DomainName", domainId, properties, from: domain)
  }

  private func records(_ domain: Model.Property, _ host: Model.Property) -> [Model.Resource] {
    guard let zone = domain["Route53"], !zone.isFunction else { return [] }
    let types = zone["IpV6"]?.bool == true ? ["A", "AAAA"] : ["A"]
    return types.map { type in
      var properties = Object()
      properties.add("Name", host)
      properties.add("Type", .string(type))
      for name in ["HostedZoneId", "HostedZoneName", "Region", "SetIdentifier"] {
        properties.add(name, zone[name])
      }
      properties.add(
        "AliasTarget",
        .object(
          Object([
            .init(key: "DNSName", value: .getAtt(domainId, "RegionalDomainName")),
            .init(key: "HostedZoneId", value: .getAtt(domainId, "RegionalHostedZoneId")),
          ])))
      return part("AWS::Route53::RecordSet", "\(resource.id).\(type)", properties, from: zone)
    }
  }
}
