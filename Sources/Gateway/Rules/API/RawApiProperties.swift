import SpecReading

/// APIs of `resources`, with what the language writes of itself.
extension Rule {
  /// A name for people.
  static let apiName = Rule(
    id: "API002",
    severity: .error,
    summary: "an API without `Name`",
    why: """
      AWS wants every API to have a name, unless a document says it: "Invalid API name specified". The protocol, too,
      is said by one of both.
      """,
    source: "API Gateway's CreateApi, found by deployments (cdk-preflight: api-name-required)",
    example: """
      resources:
        ⟦Store⟧:
          Type: AWS::ApiGatewayV2::Api
          Properties: {⟪→ Name: store, ⟫ProtocolType: HTTP}
      """,
    check: { spec, report in
      for api in spec.lacking("Name", of: .api) {
        report.report(at: api.mark, "an API needs `Name`", help: "write `Name`")
      }
    })

  /// Which route is meant.
  static let missingRouteSelection = Rule(
    id: "API008",
    severity: .error,
    summary: "a WebSocket API without `RouteSelectionExpression`",
    why: """
      The expression says where a message names its route. Without it AWS answers "Invalid routeSelectionExpression".
      """,
    source: "API Gateway's CreateApi, found by deployments (cdk-preflight: websocket-route-selection)",
    example: """
      resources:
        ⟦Chat⟧:
          Type: AWS::ApiGatewayV2::Api
          Properties: {Name: chat, ProtocolType: WEBSOCKET⟪→ , RouteSelectionExpression: $request.body.action⟫}
      """,
    check: { spec, report in
      for api in spec.lacking("RouteSelectionExpression", of: .api) {
        report.report(
          at: api.mark, "a WebSocket API needs `RouteSelectionExpression`",
          help: "write `RouteSelectionExpression: $request.body.action`, for one")
      }
    })

  /// Made twice.
  static let quickCreate = Rule(
    id: "API013",
    severity: .error,
    summary: "a route or stage that `Target` of an API makes already",
    why: """
      `Target` lets AWS make an integration, a route (`$default`, or that of `RouteKey`) and a stage `$default`. A
      resource for one of them meets one that is there already.
      """,
    source: "CloudFormation's page of AWS::ApiGatewayV2::Api (Target)",
    example: """
      resources:
        Store:
          Type: AWS::ApiGatewayV2::Api
          Properties: {Name: store, ProtocolType: HTTP, Target: https://books.example.com}
        ⟪
        Live:
          Type: AWS::ApiGatewayV2::Stage
          Properties: {ApiId: !Ref Store, StageName: ⟦$default⟧, AutoDeploy: true}
        →⟫
      """,
    check: { spec, report in
      for api in spec.names.spec.apis { report.reportQuickCreate(of: api, in: spec) }
      for api in spec.rawGateway("Api") {
        guard let target = api["Target"] else { continue }
        let key = api["RouteKey"].map(\.text) ?? "$default"
        for route in spec.rawRoutes[api] where route.key.text == key {
          report.report(
            at: route.mark, "`Target` of the API `\(api.id)` makes this route already",
            related: [.init(message: "what makes it", mark: target.key)], help: "leave out one of the two")
        }
        for stage in spec.rawGateway("Stage") where stage.apiKey == api.apiKey {
          guard let name = stage["StageName"], name.text == "$default" else { continue }
          report.report(
            at: name.mark, "`Target` of the API `\(api.id)` makes this stage already",
            related: [.init(message: "what makes it", mark: target.key)], help: "leave out one of the two")
        }
      }
    })

  /// Defined twice.
  static let documentBesideParts = Rule(
    id: "API012",
    severity: .error,
    summary: "a part of an API that an OpenAPI document defines",
    why: """
      An API is defined by its document, or by resources: CloudFormation does not support both for one API.
      """,
    source: "CloudFormation's page of AWS::ApiGatewayV2::Api (Body)",
    example: """
      resources:
        Store:
          Type: AWS::ApiGatewayV2::Api
          Properties: {⟪Body: {openapi: 3.0.1, info: {title: store}, paths: {}} → Name: store, ProtocolType: HTTP⟫}
        ⟦Books⟧:
          Type: AWS::ApiGatewayV2::Route
          Properties:
            ApiId: !Ref Store
            RouteKey: GET /books
            Target: !Sub integrations/${Shop}
        ⟦Shop⟧:
          Type: AWS::ApiGatewayV2::Integration
          Properties:
            ApiId: !Ref Store
            IntegrationType: HTTP_PROXY
            IntegrationMethod: ANY
            IntegrationUri: https://books.example.com
            PayloadFormatVersion: "1.0"
        ⟪→
        Live:
          Type: AWS::ApiGatewayV2::Stage
          Properties: {ApiId: !Ref Store, StageName: live, AutoDeploy: true}
        ⟫
      """,
    check: { spec, report in
      for api in spec.rawGateway("Api") {
        guard let document = api["Body"] ?? api["BodyS3Location"] else { continue }
        for part in ["Route", "Integration", "Authorizer"].flatMap({ spec.rawGateway($0) })
        where part.apiKey == api.apiKey {
          report.report(
            at: part.mark, "the API `\(api.id)` is defined by its document, and takes no resources beside it",
            related: [.init(message: "the document", mark: document.key)], help: "say it in the document")
        }
      }
    })
}
