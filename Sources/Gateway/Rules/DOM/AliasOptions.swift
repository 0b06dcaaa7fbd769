import SpecReading

extension Rule {
  /// An alias record with what only other records have.
  static let aliasWithValues = Rule(
    id: "DOM034",
    severity: .error,
    summary: "alias record with `TTL` or `ResourceRecords`",
    why: """
      An alias record has the TTL and the values of its target. Route 53 rejects it with its own: "Expected exactly one of
      [AliasTarget, all of [TTL, and ResourceRecords], or TrafficPolicyInstanceId], but found more than one".
      """,
    source: "CloudFormation's page of AWS::Route53::RecordSet (TTL, ResourceRecords)",
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
      }
    })
}
