import CloudFormation
import TextSearch

extension Rule {
  static let aliasOfDomain = Rule(
    id: "DOM019",
    severity: .error,
    summary: "DNS record that does not lead to the domain's regional name",
    why: """
      An alias record leads to the domain's `RegionalDomainName`, which is in API Gateway's hosted zone `RegionalHostedZoneId`, not in
      your own. Route 53 rejects other combinations: "Tried to create an alias that targets …, but the alias target name does not
      lie within the target zone".
      """,
    source: "CloudFormation's pages of AWS::ApiGatewayV2::DomainName and AWS::Route53::RecordSet",
    example: """
      domains:
        api.example.com:
          certificate: arn:aws:acm:eu-west-1:111122223333:certificate/11112222-3333-4444-5555-666677778888
      apis:
        store:
          routes:
            $default: https://books.example.com
          disableExecuteApiEndpoint: true
          domain: api.example.com
      resources:
        Record:
          Type: AWS::Route53::RecordSet
          Properties:
            Name: api.example.com
            Type: A
            HostedZoneId: Z0123456789EXAMPLE
            AliasTarget:
              DNSName: !GetAtt domains.api.example.com.RegionalDomainName
              HostedZoneId: ⟦Z0123456789EXAMPLE → !GetAtt domains.api.example.com.RegionalHostedZoneId⟧
      """,
    check: { model, report in
      let records = model.dnsRecords
      let others = Dictionary(grouping: records.filter { !$0.isCname && $0.host != nil }) { $0.place }
      for record in records where record.isCname {
        if let other = others[record.place]?.first(where: { !record.resource.excludes($0.resource) }) {
          report.report(
            at: record["Type"]?.mark ?? record.mark,
            "a CNAME record cannot exist beside other records of the same name",
            related: [.init(message: "the other record", mark: other.mark)], help: "remove it")
        } else {
          report.checkTarget(ofCname: record, model)
        }
      }
      for record in records {
        guard let alias = record["AliasTarget"] else { continue }
        let (name, zone) = (alias["DNSName"], alias["HostedZoneId"])
        // The domain of the record's name, or else the one that it leads to.
        let named = record["Name"].flatMap { model.domains.created(named: $0) }
        guard
          let target = model.domains.created((name?.target ?? zone?.target) ?? "")
            ?? named.flatMap({ domain in
              name.map { model.isApi($0) } ?? false ? domain : nil
            })
        else { continue }
        let isSameHost = named?["DomainName"]?.value == target["DomainName"]?.value
        let domain = isSameHost ? target : named ?? target
        let id = domain.resource.id
        let isName = name?.value == .getAtt(id, "RegionalDomainName")
        let isZone = zone?.value == .getAtt(id, "RegionalHostedZoneId")
        if isName && isZone { continue }
        let isForeign = model.domains.created(name?.target ?? "") == nil && !(name.map { model.isApi($0) } ?? false)
        // Neither is a function of the domain: both may be literals.
        if !isName && !isZone && isForeign { continue }
        let key = isName ? "HostedZoneId" : "DNSName"
        // An attribute that does not exist has a finding of its own.
        if case .getAtt(id, let attribute)? = alias[key]?.value,
          let known = ResourceType.named(domain.resource.type)?.attributeNames, !known.contains(attribute)
        {
          continue
        }
        report.report(
          at: alias[key]?.mark ?? alias.mark, "this record does not lead to the domain `\(domain.name)`",
          help: "set `\(key): !GetAtt \(domain.path).\(isName ? "RegionalHostedZoneId" : "RegionalDomainName")`")
      }
    })

  static let recordOfExistingDomain = Rule(
    id: "DOM028",
    severity: .error,
    summary: "existing domain with a hosted zone and without its regional name",
    why: """
      The DNS records of a domain lead to the regional name that API Gateway gave it. Of a domain that exists it is not known, so
      no record is written.
      """,
    source: "CloudFormation's pages of AWS::ApiGatewayV2::DomainName and AWS::Route53::RecordSet",
    example: """
      domains:
        api.example.com:
          exists: true
          hostedZone: ⟦Z0123456789EXAMPLE⟧
          ⟪→
          regionalDomainName: d-abcdef1234.execute-api.eu-west-1.amazonaws.com
          regionalHostedZoneId: ZLY8HYME6SFDD
          ⟫
      apis:
        store:
          routes:
            $default: https://books.example.com
          disableExecuteApiEndpoint: true
          domain: api.example.com
      """,
    check: { model, report in
      for element in model.names.spec.domains where model.spec.isWhole(element.mark) {
        guard let domain = element.value.existing, let zone = element.value.hostedZone,
          domain.regionalDomainName == nil || domain.regionalHostedZoneId == nil
        else { continue }
        report.report(
          at: zone.mark, "the regional name of the existing domain `\(element.name)` is not known",
          help: "add `regionalDomainName` and `regionalHostedZoneId`, as the domain's page in the console shows them")
      }
    })
}

extension Rule.Report {
  /// A CNAME record of a domain of the template that leads to another one, or to itself.
  fileprivate mutating func checkTarget(ofCname record: Model.DnsRecord, _ model: Model) {
    guard let domain = record["Name"].flatMap({ model.domains.created(named: $0) }),
      let value = record["ResourceRecords"]?.items?.first
    else { return }
    let isItself = value.text.map { .string($0.domainName) } == record.host || value.value == .ref(domain.resource.id)
    let isOther =
      if case .getAtt(let id, "RegionalDomainName") = value.value, let other = model.domains.created(id) {
        other !== domain
      } else {
        false
      }
    guard isItself || isOther else { return }
    report(
      at: value, isItself ? "this record leads to itself" : "this record does not lead to the domain `\(domain.name)`",
      help: "write `!GetAtt \(domain.path).RegionalDomainName`")
  }
}

extension Model {
  /// Whether a DNS name is the default endpoint of an API, its ID, or the name of a stage.
  fileprivate func isApi(_ name: Property) -> Bool {
    if let text = name.text { return text.mentions(".execute-api.") }
    return [ResourceType.api.name, ResourceType.stage.name].contains(resource(name)?.type)
      || name.value.spelled?.mentions(".execute-api.") ?? false
  }
}
