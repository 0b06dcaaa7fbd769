import SpecReading

/// What belongs to a VPC link, where there is none.
extension Rule {
  /// Names to verify.
  static let tlsWithoutLink = Rule(
    id: "INT031",
    severity: .error,
    summary: "`TlsConfig` on an integration that is not private",
    why: """
      `TlsConfig` says which name the certificate of a private target has to bear. What is called through the internet
      is verified by its URL.
      """,
    source: "API Gateway's CreateIntegration (TlsConfig)",
    example: """
      apis:
        store:
          routes:
            GET /books: https://books.example.com
      resources:
        Shop:
          Type: AWS::ApiGatewayV2::Integration
          Properties:
            ApiId: !Ref apis.store
            IntegrationType: HTTP_PROXY
            IntegrationMethod: ANY
            ⟪
            IntegrationUri: https://books.example.com
            →
            IntegrationUri: arn:aws:elasticloadbalancing:eu-west-1:111122223333:listener/app/web/50dc6c495c0c9188/f2f7dc8efc522ab2
            ⟫
            PayloadFormatVersion: "1.0"
            ⟪→
            ConnectionType: VPC_LINK
            ConnectionId: abc123
            ⟫
            ⟦TlsConfig⟧: {ServerNameToVerify: books.example.com}
      """,
    check: { spec, report in
      let listeners = spec.privateTargetIds
      for integration in spec.rawIntegrations where integration.isPrivate == false && integration.isWebSocket != true {
        guard let tls = integration["TlsConfig"], integration["ConnectionId"] == nil, !integration.isListener(listeners)
        else { continue }
        report.report(at: tls.key, "`TlsConfig` is for private integrations", help: "leave it out")
      }
    })

  /// Ids of links.
  static let idWithoutLink = Rule(
    id: "INT032",
    severity: .error,
    summary: "`ConnectionId` without `ConnectionType: VPC_LINK`",
    why: """
      `ConnectionId` is the id of a VPC link. Unless `ConnectionType` is `VPC_LINK`, the target is called through the
      internet.
      """,
    source: "API Gateway's CreateIntegration (ConnectionId)",
    example: """
      apis:
        store:
          routes:
            GET /books: https://books.example.com
      resources:
        Shop:
          Type: AWS::ApiGatewayV2::Integration
          Properties:
            ApiId: !Ref apis.store
            IntegrationType: HTTP_PROXY
            IntegrationMethod: ANY
            IntegrationUri: https://books.example.com
            PayloadFormatVersion: "1.0"
            ⟪
            ⟦ConnectionId⟧: abc123
            →⟫
      """,
    check: { spec, report in
      let listeners = spec.privateTargetIds
      for integration in spec.rawIntegrations where integration.isPrivate == false {
        guard let id = integration["ConnectionId"], integration["ConnectionType"]?.text ?? "INTERNET" == "INTERNET",
          !integration.isListener(listeners)
        else { continue }
        report.report(
          at: id.key, "this has no effect: the target is called through the internet",
          help: "write `ConnectionType: VPC_LINK`, or leave it out")
      }
    })
}
