import CloudFormation
import YAMLTree

extension Model {
  /// A DNS record: a resource of its own, or an entry of a group, which has the hosted zone.
  struct DnsRecord {
    /// Its properties.
    let properties: Property
    private let group: Property?
    /// Its name as DNS compares it: in lower case, without a dot at the end, and that of a domain for a reference to it.
    let host: Value?

    fileprivate init(_ properties: Property, of group: Property? = nil, in model: Model) {
      (self.properties, self.group) = (properties, group)
      host = properties["Name"].map { name in
        if let id = name.idOfHost, let host = model.domains.created(id)?.host {
          .string(host.lowercased())
        } else {
          name.dnsName
        }
      }
    }

    /// A property; the hosted zone may be that of its group.
    subscript(_ name: String) -> Property? {
      properties[name] ?? (name.hasPrefix("HostedZone") ? group?[name] : nil)
    }

    /// The resource that it is, or is in.
    var resource: Resource { properties.resource }

    /// Where it is written.
    var mark: Mark { group == nil ? resource.mark : self["Name"]?.mark ?? properties.key }

    /// Whether it is a CNAME record.
    var isCname: Bool { self["Type"]?.text == "CNAME" }

    /// The hosted zone, by its ID or name.
    var zone: [Value] { ["HostedZoneId", "HostedZoneName"].map { self[$0]?.value ?? .null } }

    /// Its name and hosted zone.
    var place: [Value] { [host ?? .null] + zone }
  }

  /// The DNS records that are written.
  func findDnsRecords() -> [DnsRecord] {
    resources("AWS::Route53::RecordSet").map { DnsRecord($0.properties, in: self) }
      + resources("AWS::Route53::RecordSetGroup").flatMap { group in
        (group["RecordSets"]?.items ?? []).map { DnsRecord($0, of: group.properties, in: self) }
      }
  }
}

extension Model.Property {
  /// A host as DNS compares it.
  var dnsName: Value { text.map { .string($0.domainName) } ?? value }

  /// The resource whose `Ref` is a host, which may have a dot behind it.
  var idOfHost: String? {
    guard let (id, attribute, rest) = value.spelled.flatMap({ SpelledReference.first(of: $0) }) else { return nil }
    return attribute.isEmpty && ["", "."].contains(rest) ? id : nil
  }
}
