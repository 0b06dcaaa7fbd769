import Diagnostics
import SpecReading
import TextSearch
import YAMLTree

extension Rule {
  /// DNS records that their hosted zone cannot contain.
  static let recordOfZone = Rule(
    id: "DOM038",
    severity: .error,
    summary: "DNS record that its hosted zone cannot contain, without an address, or with two hosted zones",
    why: """
      A hosted zone has the records of its own domain and of names below it, and no CNAME record at its own name. Route 53 rejects
      others: "RRSet with DNS name … is not permitted in zone …". The values of an A record are IPv4 addresses.
      `HostedZoneName` is looked up as it is written, and ends in a dot.
      """,
    source: """
      Route 53's ChangeResourceRecordSets and its page on CNAME records; CloudFormation's page of AWS::Route53::RecordSet \
      (HostedZoneName); found by deployments (cdk-preflight: route53-zonename-trailing-dot)
      """,
    example: """
      resources:
        Zone:
          Type: AWS::Route53::HostedZone
          Properties: {Name: example.⟪org → com⟫}
      domains:
        ⟦api.example.com⟧:
          certificate: arn:aws:acm:eu-west-1:111122223333:certificate/11112222-3333-4444-5555-666677778888
          hostedZone: Zone
      apis:
        store:
          routes:
            $default: https://books.example.com
          disableExecuteApiEndpoint: true
          domain: api.example.com
      """,
    check: { model, report in
      var seen: Set<Mark> = []
      for record in model.dnsRecords {
        if let given = record["HostedZoneName"], record["HostedZoneId"] != nil, given.isWritten {
          report.report(
            at: given, "a record has either `HostedZoneId` or `HostedZoneName`", help: "remove `HostedZoneName`")
          continue
        }
        if let given = record["HostedZoneName"], let text = given.text, !text.isEmpty, !text.hasSuffix(".") {
          report.report(
            at: given, "`HostedZoneName` must end in a dot, found \(Reader.quoted(text))", help: "write `\(text).`")
        }
        for value in record["Type"]?.text == "A" ? record["ResourceRecords"]?.items ?? [] : [] where value.isHost {
          report.report(
            at: value, "an A record has IPv4 addresses, not a host",
            help: "use `AliasTarget` for a resource of AWS, or a CNAME record")
        }
        guard let name = record["Name"], let text = name.text, let zone = model.zone(ofRecord: record) else { continue }
        let (host, owner) = (text.domainName, zone.name.domainName)
        if host == owner {
          guard let type = record["Type"], type.text == "CNAME" else { continue }
          report.report(
            at: type, "the name of the hosted zone itself cannot have a CNAME record",
            related: zone.related, help: "use an A record with `AliasTarget`")
          continue
        }
        if host.hasSuffix("." + owner) || !seen.insert(name.mark).inserted { continue }
        report.report(
          at: name, "\(Reader.quoted(text)) does not belong in the hosted zone \(Reader.quoted(zone.name))",
          related: zone.related, help: "use the hosted zone of the domain")
      }
    })
}

extension Model.Property {
  /// Whether it is the name of a host, of a resource or as a text.
  fileprivate var isHost: Bool {
    if case .getAtt(_, let attribute) = value { return ["DomainName", "DNSName"].contains(where: attribute.hasSuffix) }
    guard let text, CidrBlock.address(of: text.utf8[...]) == nil else { return false }
    return text.contains { $0.isLetter } && text.isMade(ofLettersDigitsAnd: ".-")
  }
}

extension Model {
  /// The hosted zone of a record: its name, if it is known, and where it is written.
  fileprivate func zone(ofRecord record: DnsRecord) -> (name: String, related: [Related])? {
    if let text = record["HostedZoneName"]?.text { return (text, []) }
    guard let zone = resource(record["HostedZoneId"], of: "AWS::Route53::HostedZone"),
      let name = zone["Name"], let text = name.text
    else { return nil }
    return (text, [Related(message: "the hosted zone", mark: name.mark)])
  }
}
