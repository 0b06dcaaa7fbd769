/// Values of properties with a fixed set of words.
extension Rule {
  /// Values of `IntegrationType`.
  static let integrationType = property(
    [
      PropertyPath("Integration", "IntegrationType")
    ],
    id: "INT001",
    summary: "unknown integration type",
    why: """
      The integration types are `AWS_PROXY` and `HTTP_PROXY`, and on WebSocket APIs also `AWS`, `HTTP` and `MOCK`. API
      Gateway rejects any other value.
      """,
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

  /// Values of `PayloadFormatVersion`.
  static let payloadFormatVersion = property(
    [
      PropertyPath("Integration", "PayloadFormatVersion"),
      PropertyPath("ApiGatewayManagedOverrides", "Integration.PayloadFormatVersion"),
    ],
    id: "INT005",
    summary: "unknown payload format version",
    why: """
      The versions are `1.0` and `2.0`; API Gateway rejects any other value. Without quotes YAML reads a number, which may
      become `2` on its way to AWS.
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

  /// Values of `ConnectionType`.
  static let connectionType = property(
    [
      PropertyPath("Integration", "ConnectionType")
    ],
    id: "INT038",
    summary: "unknown connection type",
    why: "`ConnectionType` is `INTERNET`, the default, or `VPC_LINK`. API Gateway rejects any other value.",
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
