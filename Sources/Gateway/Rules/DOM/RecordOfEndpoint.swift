import CloudFormation
import SpecReading

extension Rule {
  /// A host of one's own that leads past its domain.
  static let recordOfEndpoint = Rule(
    id: "DOM037",
    severity: .warning,
    premise: .spec,
    summary: "DNS record that leads to the default endpoint of an API, or to a load balancer instead of the domain",
    why: """
      The default endpoint has a certificate for its own host only, and answers requests to other hosts with 403. A host of your own needs
      a custom domain, whose record leads to its regional domain name. If the record of a domain leads to a load balancer, no
      request reaches the API.
      """,
    source: "API Gateway's page on custom domain names of HTTP APIs",
    example: """
      apis:
        store:
          routes:
            GET /books: https://books.example.com
          ⟪→
          domain: api.example.com
          disableExecuteApiEndpoint: true
          ⟫
      ⟪
      resources:
        Record:
          Type: AWS::Route53::RecordSet
          Properties:
            Name: api.example.com
            Type: CNAME
            TTL: "300"
            HostedZoneId: Z0123456789EXAMPLE
            ResourceRecords:
              - ⟦!Sub "${apis.store}.execute-api.${AWS::Region}.amazonaws.com"⟧
      →
      domains:
        api.example.com:
          certificate: true
          hostedZone: Z0123456789EXAMPLE
      ⟫
      """,
    check: { model, report in
      let records = model.dnsRecords
      for (index, record) in records.enumerated() {
        if record["Type"]?.text == "TXT" { continue }
        let domain = record["Name"].flatMap { model.domains.created(named: $0) }
        let alias = record["AliasTarget"]
        // Another rule reports an alias of a domain.
        if alias != nil, domain != nil { continue }
        for value in alias?["DNSName"].map({ [$0] }) ?? record["ResourceRecords"]?.items ?? [] {
          guard model.isDefaultEndpoint(value.value) || domain != nil && value.text?.isHostOfEndpoint == true
          else { continue }
          // Another rule reports a second record of the same name.
          if domain != nil, records.indices.contains(where: { $0 != index && records[$0].host == record.host }) {
            break
          }
          report.report(
            at: value.valueMark, "this record leads to the default endpoint, which does not serve other hosts",
            help: domain.map { "write `!GetAtt \($0.path).RegionalDomainName`" }
              ?? "create a custom domain with this host, and let the record lead to its `RegionalDomainName`")
        }
      }
      for record in records where model.leadsToBalancer(record) && record["SetIdentifier"] == nil {
        guard let domain = record["Name"].flatMap({ model.domains.created(named: $0) }), domain.leadsToApi,
          !records.contains(where: { $0.host == record.host && model.leadsToDomain($0) })
        else { continue }
        let name = "`\(record["AliasTarget"] == nil ? "" : "DNSName: ")!GetAtt \(domain.path).RegionalDomainName`"
        report.report(
          at: record.destination?.mark ?? record.mark,
          "this record leads to a load balancer, not to the domain `\(domain.name)`",
          help: "write \(name)"
            + (record["AliasTarget"] == nil ? "" : " and `HostedZoneId: !GetAtt \(domain.path).RegionalHostedZoneId`"))
      }
    })
}

extension String {
  /// Whether it is the host of the default endpoint of some API.
  fileprivate var isHostOfEndpoint: Bool {
    let parts = domainName.split(separator: ".")
    return parts.count > 3 && parts[1] == "execute-api" && parts[3] == "amazonaws"
  }
}

extension Model.DnsRecord {
  /// The name that it leads to.
  fileprivate var destination: Model.Property? {
    self["AliasTarget"]?["DNSName"] ?? self["ResourceRecords"]?.items?.first
  }
}

extension Model {
  /// Whether a value is an API's default endpoint, or its host or ID.
  fileprivate func isDefaultEndpoint(_ value: Value) -> Bool {
    guard let spelled = value.spelled,
      let (id, attribute, rest) = SpelledReference.first(of: spelled.dropFirst(spelled.hasPrefix("https://") ? 8 : 0)),
      apis[.ref(id)] != nil
    else { return false }
    return attribute == "ApiEndpoint" || attribute.isEmpty && (rest.isEmpty || rest.hasPrefix(".execute-api."))
  }

  /// Whether a record leads to a load balancer.
  fileprivate func leadsToBalancer(_ record: DnsRecord) -> Bool {
    guard let name = record.destination else { return false }
    if let text = name.text { return text.domainName.hasSuffix(".elb.amazonaws.com") }
    return resource(name, of: "AWS::ElasticLoadBalancingV2::LoadBalancer") != nil
  }

  /// Whether a record leads to a domain of the template.
  fileprivate func leadsToDomain(_ record: DnsRecord) -> Bool {
    record.destination?.target.map { domains.created($0) != nil } ?? false
  }
}
