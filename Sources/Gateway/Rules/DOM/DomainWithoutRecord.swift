import CloudFormation
import TextSearch

extension Rule {
  static let domainWithoutRecord = Rule(
    id: "DOM020",
    severity: .warning,
    premise: .spec,
    summary: "domain without a DNS record",
    why: """
      Clients cannot resolve a domain until a DNS record leads to its regional name. A `dualstack` domain needs an AAAA record for
      IPv6.
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
    check: { model, report in
      let domains = model.domains.all.filter {
        !$0.exists && $0.element?.value.hostedZone == nil && $0.resource.isWhole
      }
      let records = domains.isEmpty ? [] : model.dnsRecords
      let byHost = Dictionary(grouping: records.filter { $0.host != nil }) { $0.host }
      let byTarget = Dictionary(grouping: records.filter { $0.target != nil }) { $0.target }
      for domain in domains {
        let id = domain.resource.id
        let host = domain["DomainName"]?.dnsName
        let own = (host.flatMap { byHost[$0] } ?? []) + (byTarget[.getAtt(id, "RegionalDomainName")] ?? [])
        let types = own.compactMap { $0["Type"]?.text }
        let addresses = domain.configurations.compactMap { $0["IpAddressType"] }.first
        if let addresses, addresses.text == "dualstack", types.contains("A"), !types.contains("AAAA") {
          report.report(
            at: addresses, "no AAAA record leads to the domain `\(domain.name)`: clients cannot reach it by IPv6",
            help: "add an AAAA record beside the A record")
        }
        // An output may give the name for a record elsewhere; `resources` without any record have them elsewhere.
        guard own.isEmpty, domain.host?.contains(".") ?? true,
          domain.element == nil ? domain.leadsToApi && !records.isEmpty : !domain.mappings.isEmpty,
          !model.spec.values.pending.contains(where: { $0.id == id && (domain.element != nil || $0.attribute != nil) })
        else { continue }
        report.report(
          at: domain.mark, "no DNS record leads to the domain `\(domain.name)`",
          help: (domain.element == nil ? "add an `AWS::Route53::RecordSet`" : "add `hostedZone: ID`")
            + "; for DNS elsewhere, add an output with `!GetAtt \(domain.path).RegionalDomainName`")
      }
    })
}

extension Model.DnsRecord {
  /// The name that an alias leads to.
  fileprivate var target: Value? { self["AliasTarget"]?["DNSName"]?.value }
}
