import CloudFormation
import SpecReading

/// Private integrations of `resources`: a listener or service, and the VPC link to it.
extension Rule {
  /// A link by its id.
  static let linkWithoutId = Rule(
    id: "VPC001",
    severity: .error,
    summary: "`ConnectionType: VPC_LINK` without `ConnectionId`",
    why: """
      Which VPC link it is, is said by its id: "ConnectionId must be set to vpcLinkId for ConnectionType VPC_LINK".
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
    check: { spec, report in
      for integration in spec.rawIntegrations where integration.isPrivate == true && integration.isWhole {
        guard let type = integration["ConnectionType"], integration["ConnectionId"] == nil else { continue }
        report.report(at: type.mark, "which VPC link it is is not said", help: "write its id as `ConnectionId`")
      }
    })

  /// A listener behind a link.
  static let listenerWithoutLink = Rule(
    id: "VPC003",
    severity: .error,
    summary: "a listener or Cloud Map service that is called without a VPC link",
    why: """
      Listeners and services stand in a VPC, and only a VPC link leads there: `ConnectionType: VPC_LINK`, and its id
      as `ConnectionId`.
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
    check: { spec, report in
      let listeners = spec.privateTargetIds
      for integration in spec.rawIntegrations where integration.isPrivate == false && integration.isWhole {
        guard let uri = integration["IntegrationUri"], integration.isListener(listeners) else { continue }
        report.report(
          at: uri.mark, "this is reached through a VPC link alone",
          help: "write `ConnectionType: VPC_LINK` and the link's id as `ConnectionId`")
      }
    })

  /// What goes through a link.
  static let linkOfOtherType = Rule(
    id: "VPC004",
    severity: .error,
    summary: "a private integration of an HTTP API of another type than `HTTP_PROXY`",
    why: "What stands behind a VPC link is called by HTTP, so the type of the integration is `HTTP_PROXY`.",
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
    check: { spec, report in
      for integration in spec.rawIntegrations where integration.isPrivate == true && integration.isWebSocket == false {
        guard let type = integration["IntegrationType"], type.text == "AWS_PROXY" else { continue }
        report.report(at: type.mark, "only `HTTP_PROXY` goes through a VPC link", help: "write `HTTP_PROXY`")
      }
    })
}

extension RawIntegration {
  /// Whether its URI is known to be a listener or a Cloud Map service, among those with these logical ids.
  func isListener(_ ids: Set<String>) -> Bool {
    if let target = self["IntegrationUri"]?.target { return ids.contains(target) }
    let arn = Arn(uri ?? "")
    return arn.service == "servicediscovery"
      || (arn.service == "elasticloadbalancing" && arn.resource.hasPrefix("listener/"))
  }
}

extension ResolvedSpec {
  /// The logical ids of listeners and Cloud Map services.
  var privateTargetIds: Set<String> {
    let types: Set = ["AWS::ElasticLoadBalancingV2::Listener", "AWS::ServiceDiscovery::Service"]
    var ids = Set(names.resourceTypes.filter { types.contains($0.value) }.keys)
    forEachListener { ids.insert(names.id(.listener($0.name, $1.name))) }
    for service in names.spec.cloudMapServices { ids.insert(names.id(.service(service.name))) }
    return ids
  }
}
