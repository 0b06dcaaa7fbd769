/// Words that AWS has for a property, and no others. The language has words of its own for most of them.
extension Rule {
  /// The protocols.
  static let protocolType = property(
    [
      PropertyPath("Api", "ProtocolType")
    ],
    id: "API001",
    summary: "a protocol that API Gateway does not have",
    why: "An API is an `HTTP` or a `WEBSOCKET` one; its protocol is written in capitals.",
    source: "API Gateway's CreateApi (ProtocolType)",
    example: """
      resources:
        Store:
          Type: AWS::ApiGatewayV2::Api
          Properties: {Name: store, ProtocolType: ⟦http → HTTP⟧}
      """)

  /// Addresses.
  static let ipAddressType = property(
    [
      PropertyPath("Api", "IpAddressType"),
      PropertyPath("DomainName", "DomainNameConfigurations.*.IpAddressType"),
    ],
    id: "API006",
    summary: "a kind of addresses that API Gateway does not have",
    why: """
      APIs and domains answer on `ipv4`, or on `dualstack`, which adds IPv6. There is none for IPv6 alone.
      """,
    source: "API Gateway's CreateApi (IpAddressType)",
    example: """
      resources:
        Store:
          Type: AWS::ApiGatewayV2::Api
          Properties: {Name: store, ProtocolType: HTTP, IpAddressType: ⟦ipv6 → dualstack⟧}
      """)

  /// What integrations are.
  static let integrationType = property(
    [
      PropertyPath("Integration", "IntegrationType")
    ],
    id: "INT001",
    summary: "a type of integration that API Gateway does not have",
    why: "The types are `AWS_PROXY` and `HTTP_PROXY`, and for WebSocket APIs `AWS`, `HTTP` and `MOCK`.",
    source: "API Gateway's CreateIntegration (IntegrationType)",
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
            IntegrationType: ⟦HTTP-PROXY → HTTP_PROXY⟧
            IntegrationMethod: ANY
            IntegrationUri: https://books.example.com
            PayloadFormatVersion: "1.0"
      """)

  /// Forms of events.
  static let payloadFormatVersion = property(
    [
      PropertyPath("Integration", "PayloadFormatVersion"),
      PropertyPath("ApiGatewayManagedOverrides", "Integration.PayloadFormatVersion"),
    ],
    id: "INT005",
    summary: "a `PayloadFormatVersion` that API Gateway does not have",
    why: """
      There are two, `1.0` and `2.0`, each with its point: as a number, `2.0` may become `2` on its way, so it is best
      put in quotes.
      """,
    source: "API Gateway's CreateIntegration, found by deployments (cdk-preflight: aws-proxy-payload-version)",
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
            PayloadFormatVersion: ⟦1 → "1.0"⟧
      """)

  /// Ways to a target.
  static let connectionType = property(
    [
      PropertyPath("Integration", "ConnectionType")
    ],
    id: "INT038",
    summary: "a `ConnectionType` that API Gateway does not have",
    why: "A target is called through the `INTERNET`, which is the default, or through a `VPC_LINK`.",
    source: "API Gateway's CreateIntegration (ConnectionType)",
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
            ConnectionType: ⟦VPCLINK⟧
            ConnectionId: abc123
            →⟫
      """)
}
