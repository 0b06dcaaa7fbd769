extension Rule {
  /// A server name to verify on a public integration.
  static let tlsWithoutLink = Rule(
    id: "INT031",
    severity: .error,
    premise: .place,
    summary: "`TlsConfig` on an integration without a VPC link",
    why: """
      `TlsConfig` sets the server name that the certificate of a private target must match. API Gateway rejects it on other
      integrations, whose URL names the server.
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
    check: { model, report in
      for integration in model.apis.integrations
      where integration.isPrivate == false && integration.isWebSocket != true {
        guard let tls = integration["TlsConfig"], integration["ConnectionId"] == nil, !integration.isListener else {
          continue
        }
        report.report(
          at: tls.key, "`\(tls.word)` is only allowed on integrations with a VPC link", help: "remove `\(tls.word)`")
      }
    })

  /// A VPC link without effect.
  static let idWithoutLink = Rule(
    id: "INT032",
    severity: .error,
    premise: .part,
    summary: "`ConnectionId` without `ConnectionType: VPC_LINK`",
    why: """
      `ConnectionId` is the ID of a VPC link. API Gateway ignores it unless `ConnectionType` is `VPC_LINK`, and calls the URL
      through the internet.
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
    check: { model, report in
      for integration in model.apis.integrations where integration.isPrivate == false {
        guard let id = integration["ConnectionId"], integration["ConnectionType"]?.text ?? "INTERNET" == "INTERNET",
          !integration.isListener
        else { continue }
        report.report(
          at: id.key, "`\(id.word)` has no effect: the target is called through the internet",
          help: "write \(integration.resource.setting("ConnectionType", "VPC_LINK")), or remove `\(id.word)`")
      }
    })
}
