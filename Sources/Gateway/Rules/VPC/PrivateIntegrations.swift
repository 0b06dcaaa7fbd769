import YAMLTree

extension Rule {
  /// A VPC link without its ID.
  static let linkWithoutId = Rule(
    id: "VPC001",
    severity: .error,
    summary: "private integration without a VPC link",
    why: """
      API Gateway rejects `ConnectionType: VPC_LINK` without the link's ID: "ConnectionId must be set to vpcLinkId for
      ConnectionType VPC_LINK".
      """,
    source: "API Gateway's CreateIntegration, found by deployments (cdk-preflight: integration-vpc-link-connection-id)",
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
            IntegrationUri: arn:aws:elasticloadbalancing:eu-west-1:111122223333:listener/app/web/50dc6c495c0c9188/f2f7dc8efc522ab2
            PayloadFormatVersion: "1.0"
            ConnectionType: ⟦VPC_LINK⟧
            ⟪→
            ConnectionId: abc123
            ⟫
      """,
    check: { model, report in
      for integration in model.apis.integrations where integration.isPrivate == true {
        guard let type = integration["ConnectionType"], integration.resource.lacks("ConnectionId") else { continue }
        let word = integration.resource.words("ConnectionId")
        report.report(at: type, "`\(word)` is missing", help: "set `\(word)` to the ID of the VPC link")
      }
    })

  /// A listener without a VPC link.
  static let listenerWithoutLink = Rule(
    id: "VPC003",
    severity: .error,
    summary: "listener or Cloud Map service without a VPC link",
    why: """
      Listeners and services are only reached through a VPC link: `ConnectionType: VPC_LINK`, and its ID as `ConnectionId`.
      """,
    source: "API Gateway's CreateIntegration (IntegrationUri, ConnectionType)",
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
            IntegrationUri: ⟦arn:aws:elasticloadbalancing:eu-west-1:111122223333:listener/app/web/50dc6c495c0c9188/f2f7dc8efc522ab2⟧
            PayloadFormatVersion: "1.0"
            ⟪→
            ConnectionType: VPC_LINK
            ConnectionId: abc123
            ⟫
      """,
    check: { model, report in
      for integration in model.apis.integrations where integration.isPrivate == false && integration.resource.isWhole {
        // `Target` of an API is not one of its properties.
        guard let uri = integration["IntegrationUri"], integration.isListener,
          integration.resource.source != .quickCreate
        else { continue }
        // Any other type of connection is reported by itself.
        if let type = integration["ConnectionType"], type.text?.uppercased() != "INTERNET" { continue }
        report.report(
          at: uri, "this can only be reached through a VPC link",
          help: "set \(integration.resource.setting("ConnectionType", "VPC_LINK")), and "
            + "`\(integration.resource.words("ConnectionId"))` to the ID of the link")
      }
    })

  /// The type of a private integration.
  static let linkOfOtherType = Rule(
    id: "VPC004",
    severity: .error,
    summary: "private integration of an HTTP API whose type is not `HTTP_PROXY`",
    why: "HTTP APIs call targets behind a VPC link by HTTP, so API Gateway rejects any other integration type.",
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
            IntegrationType: ⟦AWS_PROXY → HTTP_PROXY⟧
            IntegrationMethod: ANY
            IntegrationUri: arn:aws:elasticloadbalancing:eu-west-1:111122223333:listener/app/web/50dc6c495c0c9188/f2f7dc8efc522ab2
            PayloadFormatVersion: "1.0"
            ConnectionType: VPC_LINK
            ConnectionId: abc123
      """,
    check: { model, report in
      for integration in model.apis.integrations where integration.isPrivate == true && integration.isWebSocket == false
      {
        guard let type = integration["IntegrationType"], type.text == "AWS_PROXY" else { continue }
        report.report(at: type, "a VPC link needs the integration type `HTTP_PROXY`", help: "use `HTTP_PROXY`")
      }
    })
}

extension Model.Integration {
  /// Where its URI is written.
  var uriMark: Mark { self["IntegrationUri"]?.mark ?? mark }
}
