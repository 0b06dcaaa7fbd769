import CloudFormation

extension Rule {
  /// How clients find a domain.
  static let domainWithoutRecord = Rule(
    id: "DOM020",
    severity: .warning,
    summary: "a domain that no DNS record leads to",
    why: """
      A domain of API Gateway's is found by nobody until a record of the host leads to it; a `dualstack` one needs an AAAA
      record for IPv6.
      """,
    source: "API Gateway's pages on custom domain names",
    example: """
      domains:
        ⟦api.example.com⟧:
          certificate: arn:aws:acm:eu-west-1:111122223333:certificate/11112222-3333-4444-5555-666677778888
          ⟪→
          hostedZone: Z0123456789EXAMPLE
          ⟫
      apis:
        store:
          routes:
            $default: https://books.example.com
          disableExecuteApiEndpoint: true
          domain: api.example.com
      """,
    check: { spec, report in
      let records = spec.rawRecords
      for (element, domain) in spec.createdDomains where element.value.hostedZone == nil && spec.isWhole(element.mark) {
        let id = spec.names.id(.domain(element.name))
        let host = spec.values.value(element.host)
        let own = records.filter {
          $0["Name"] == host || $0["Name"]?.text == host.text.map { $0 + "." }
            || $0["AliasTarget"]?.object?["DNSName"] == .getAtt(id, "RegionalDomainName")
        }
        let types = own.compactMap { $0["Type"]?.text }
        if let addresses = domain.ipAddressType, addresses.literal == .dualstack, types.contains("A"),
          !types.contains("AAAA")
        {
          report.report(
            at: addresses.mark, "no AAAA record leads to the domain `\(element.name)`, so nobody reaches it by IPv6",
            help: "add one beside the A record, or write `hostedZone` and leave out both")
        }
        // Who refers to the domain makes its record elsewhere, by an output for one.
        guard own.isEmpty, !spec.values.pending.contains(where: { $0.id == id }),
          spec.mappings.contains(where: { spec.domain(of: $0)?.mark == element.mark })
        else { continue }
        report.report(
          at: element.mark, "no DNS record leads to the domain `\(element.name)`",
          help:
            "write `hostedZone: ID`; for DNS elsewhere, an output `!GetAtt domains.\(element.name).RegionalDomainName` tells where to lead it"
        )
      }
    })
}

extension ResolvedSpec {
  /// The DNS records of `resources`.
  fileprivate var rawRecords: [Object] {
    let groups = rawResources("AWS::Route53::RecordSetGroup").flatMap { $0["RecordSets"]?.items ?? [] }
    return (rawResources("AWS::Route53::RecordSet").map(\.properties) + groups).compactMap(\.value.object)
  }
}
