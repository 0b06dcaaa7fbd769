import SpecReading

extension Rule {
  /// An alias record with what only other records have.
  static let aliasWithValues = Rule(
    id: "DOM034",
    severity: .error,
    summary: "DNS record with an alias and values, with values without a `TTL`, or with an alias as CNAME",
    why: """
      An alias record has the TTL and the values of its target. Route 53 rejects it with its own, and values without a TTL:
      "Expected exactly one of [AliasTarget, all of [TTL, and ResourceRecords], or TrafficPolicyInstanceId]". An alias of a
      resource of AWS is an A or AAAA record.
      """,
    source: "CloudFormation's page of AWS::Route53::RecordSet (TTL, ResourceRecords); Route 53's page on alias records",
    example: """
      resources:
        Record:
          Type: AWS::Route53::RecordSet
          Properties:
            Name: api.example.com
            Type: A
            HostedZoneId: Z0123456789EXAMPLE
            ⟪
            ⟦TTL⟧: "300"
            →⟫
            AliasTarget: {DNSName: !GetAtt Api.RegionalDomainName, HostedZoneId: !GetAtt Api.RegionalHostedZoneId}
        Api:
          Type: AWS::ApiGatewayV2::DomainName
          Properties:
            DomainName: api.example.com
            DomainNameConfigurations:
              - CertificateArn: arn:aws:acm:eu-west-1:111122223333:certificate/11112222-3333-4444-5555-666677778888
      """,
    check: { model, report in
      for record in model.dnsRecords where record["AliasTarget"]?.isFunction == false {
        for name in ["TTL", "ResourceRecords"] {
          guard let property = record[name], property.isWritten else { continue }
          report.report(at: property.key, "an alias record cannot have `\(name)`", help: "remove it")
        }
        if record.isCname, let type = record["Type"], case .getAtt? = record["AliasTarget"]?["DNSName"]?.value {
          report.report(at: type, "an alias of a resource is an A or AAAA record", help: "write `A`")
        }
      }
      for record in model.dnsRecords where record.properties.lacks("TTL") && record["AliasTarget"] == nil {
        guard let values = record["ResourceRecords"], values.isWritten else { continue }
        report.report(at: values.key, "a record with values needs a `TTL`", help: "add, for example, `TTL: \"300\"`")
      }
    })
}
