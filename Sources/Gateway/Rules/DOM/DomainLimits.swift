import SpecReading

/// Domains of `resources`: the language writes these by itself.
extension Rule {
  static let endpointType = property(
    [PropertyPath("DomainName", "DomainNameConfigurations.*.EndpointType")],
    id: "DOM002",
    summary: "domain with another endpoint type than `REGIONAL`",
    why: """
      HTTP and WebSocket APIs support regional domains only. API Gateway: "EDGE endpoint type is not supported for APIGatewayV2
      domainName".
      """,
    source: """
      API Gateway's CreateDomainName, found by deployments (cdk-preflight: domain-endpoint-type-regional); a report of the message \
      (serverless-domain-manager#381)
      """,
    example: domain("CertificateArn: \(certificate), EndpointType: ⟦EDGE → REGIONAL⟧"),
    others: { model, report in
      for domain in model.mappedDomainsOfRestApis {
        let types = domain["EndpointConfiguration"]?["Types"]?.items
        // Without a type the certificate decides.
        guard
          let edge = types?.first(where: { $0.text == "EDGE" })?.mark
            ?? (domain.lacks("EndpointConfiguration") ? domain["CertificateArn"]?.key : nil)
        else { continue }
        report.report(
          at: edge, "HTTP and WebSocket APIs cannot be mapped to an edge-optimized domain",
          help: "write `EndpointConfiguration: {Types: [REGIONAL]}`, and `RegionalCertificateArn` for the certificate")
      }
    })

  static let securityPolicy = Rule(
    id: "DOM003",
    severity: .error,
    summary: "domain of an HTTP or WebSocket API with another security policy than `TLS_1_2`",
    why: """
      HTTP and WebSocket APIs use TLS 1.2 and newer. API Gateway rejects mappings from domains with an older policy, or with one of
      those for REST APIs (`SecurityPolicy_…`).
      """,
    source: "API Gateway's pages on security policies and on API mappings of HTTP APIs",
    example: mapped("⟦TLS_1_0 → TLS_1_2⟧"),
    check: { model, report in
      for configuration in model.domains.all.filter(\.leadsToApi).flatMap(\.configurations) {
        guard let (policy, text) = configuration["SecurityPolicy"]?.choices.first(where: { $1 != "TLS_1_2" }) else {
          continue
        }
        report.report(
          at: policy, "HTTP and WebSocket APIs cannot be mapped to a domain with \(Reader.quoted(text))",
          help: "use `TLS_1_2`, or remove it")
      }
      for domain in model.mappedDomainsOfRestApis {
        guard let policy = domain["SecurityPolicy"], let text = policy.text, text != "TLS_1_2" else { continue }
        report.report(
          at: policy, "HTTP and WebSocket APIs cannot be mapped to a domain with \(Reader.quoted(text))",
          help: "use `TLS_1_2`")
      }
    })

  private static func mapped(_ policy: String) -> String {
    """
    functions:
      chat: {runtime: nodejs24.x, handler: index.handler, code: src/chat}
    apis:
      store:
        type: http
        routes:
          $default: chat
        stage: live
        disableExecuteApiEndpoint: true
    resources:
      AtHost:
        Type: AWS::ApiGatewayV2::ApiMapping
        Properties:
          DomainName: !Ref Host
          ApiId: !Ref apis.store
          Stage: !Ref apis.store.stages.live
          ApiMappingKey: v1
      Host:
        Type: AWS::ApiGatewayV2::DomainName
        Properties:
          DomainName: api.example.com
          DomainNameConfigurations: [{CertificateArn: \(certificate), SecurityPolicy: \(policy)}]
      Record:
        Type: AWS::Route53::RecordSet
        Properties:
          Name: api.example.com
          Type: A
          HostedZoneId: Z0123456789EXAMPLE
          AliasTarget: {DNSName: !GetAtt Host.RegionalDomainName, HostedZoneId: !GetAtt Host.RegionalHostedZoneId}
    """
  }

  /// A certificate of ACM's.
  private static let certificate = "arn:aws:acm:eu-west-1:111122223333:certificate/11112222-3333-4444-5555-666677778888"

  /// A domain in `resources`.
  private static func domain(_ configuration: String) -> String {
    """
    resources:
      Host:
        Type: AWS::ApiGatewayV2::DomainName
        Properties:
          DomainName: api.example.com
          DomainNameConfigurations: [{\(configuration)}]
    """
  }
}

extension Model {
  /// The domains of the older resource type to which HTTP and WebSocket APIs are mapped.
  fileprivate var mappedDomainsOfRestApis: [Resource] {
    let mapped = domains.mappings.compactMap { $0.api == nil ? nil : $0.resource?["DomainName"]?.target }
    return mapped.isEmpty ? [] : resources("AWS::ApiGateway::DomainName").filter { mapped.contains($0.id) }
  }
}
