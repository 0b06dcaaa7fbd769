import SpecReading

/// Domains of `resources`: the language writes these by itself.
extension Rule {
  /// API Gateway v2's domains are regional.
  static let endpointType = property(
    [PropertyPath("DomainName", "DomainNameConfigurations.*.EndpointType")],
    id: "DOM002",
    summary: "a domain that is not a regional one",
    why: """
      HTTP and WebSocket APIs are reached by regional domains alone. API Gateway: "EDGE endpoint type is not supported for
      APIGatewayV2 domainName".
      """,
    source: "API Gateway's CreateDomainName, found by deployments (cdk-preflight: domain-endpoint-type-regional)",
    example: domain("CertificateArn: \(certificate), EndpointType: ⟦EDGE → REGIONAL⟧"))

  /// The only TLS of these APIs.
  static let securityPolicy = Rule(
    id: "DOM003",
    severity: .error,
    summary: "a domain of an HTTP or WebSocket API with another security policy than `TLS_1_2`",
    why: """
      HTTP and WebSocket APIs speak TLS 1.2 and newer. Older ones and the policies that REST APIs have beside it
      (`SecurityPolicy_…`) cannot be had on a domain that leads to them.
      """,
    source: "API Gateway's pages on security policies and on API mappings of HTTP APIs",
    example: mapped("⟦TLS_1_0 → TLS_1_2⟧"),
    check: { spec, report in
      for domain in spec.mappedRawDomains {
        for configuration in domain["DomainNameConfigurations"]?.items ?? [] {
          guard let policy = configuration["SecurityPolicy"], let text = policy.text, text != "TLS_1_2" else {
            continue
          }
          report.report(
            at: policy.mark, "HTTP and WebSocket APIs cannot be reached by a domain with \(Reader.quoted(text))",
            help: "write `TLS_1_2`, or leave it out")
        }
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
