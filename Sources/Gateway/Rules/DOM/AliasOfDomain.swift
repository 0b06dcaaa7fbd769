import CloudFormation

extension Rule {
  /// What a record of a domain leads to.
  static let aliasOfDomain = Rule(
    id: "DOM019",
    severity: .error,
    summary: "a record that does not lead to the domain's regional name",
    why: """
      An alias record leads to API Gateway's own name for the domain, in API Gateway's own zone: its attributes
      `RegionalDomainName` and `RegionalHostedZoneId`. Your hosted zone is where the record itself stands.
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
    check: { spec, report in
      let domains =
        spec.createdDomains.map {
          (spec.names.id(.domain($0.element.name)), $0.element.name, "domains.\($0.element.name)")
        }
        + spec.rawGateway("DomainName").map { ($0.id, $0.id, $0.id) }
      for record in spec.rawResources("AWS::Route53::RecordSet") {
        guard let property = record["AliasTarget"], let alias = property.value.object else { continue }
        for (id, name, place) in domains {
          let (target, zone) = (Value.getAtt(id, "RegionalDomainName"), Value.getAtt(id, "RegionalHostedZoneId"))
          let isName = alias["DNSName"] == target
          guard isName || alias["HostedZoneId"] == zone || alias["DNSName"] == .ref(id) else { continue }
          if isName, alias["HostedZoneId"] == zone { continue }
          let key = isName ? "HostedZoneId" : "DNSName"
          report.report(
            at: property[key]?.mark ?? property.mark, "this record does not lead to the domain `\(name)`",
            help: "write `\(key): !GetAtt \(place).\(isName ? "RegionalHostedZoneId" : "RegionalDomainName")`")
        }
      }
      for element in spec.names.spec.domains where spec.isWhole(element.mark) {
        guard let domain = element.value.existing, let zone = element.value.hostedZone,
          domain.regionalDomainName == nil || domain.regionalHostedZoneId == nil
        else { continue }
        report.report(
          at: zone.mark, "what the records of a domain that exists lead to is not known",
          help: "write `regionalDomainName` and `regionalHostedZoneId`, which its page in the console shows")
      }
    })
}
