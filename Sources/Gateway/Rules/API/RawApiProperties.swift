import Diagnostics
import YAMLTree
import SpecReading

/// Properties of APIs in AWS's words, which the language writes itself.
extension Rule {
  /// A missing name.
  static let apiName = Rule(
    id: "API002",
    severity: .error,
    summary: "API without `Name`",
    why: """
      Every API needs a name, unless an OpenAPI document specifies it: "Invalid API name specified". The same holds for the
      protocol.
      """,
    source: "API Gateway's CreateApi, found by deployments (cdk-preflight: api-name-required)",
    example: """
      resources:
        ⟦Store⟧:
          Type: AWS::ApiGatewayV2::Api
          Properties: {⟪→ Name: store, ⟫ProtocolType: HTTP}
      """,
    check: { model, report in
      for api in model.resources("Api") where api.isWhole {
        if !api.omits("Name") || api["Body"] != nil || api["BodyS3Location"] != nil { continue }
        report.report(at: api.mark, "an API needs `Name`", help: "write `Name`")
      }
    })

  /// A missing route selection expression.
  static let missingRouteSelection = Rule(
    id: "API008",
    severity: .error,
    premise: .spec,
    summary: "WebSocket API without `RouteSelectionExpression`",
    why: """
      The expression selects the route of a message. Without it AWS answers "Invalid routeSelectionExpression".
      """,
    source: "API Gateway's CreateApi, found by deployments (cdk-preflight: websocket-route-selection)",
    example: """
      resources:
        ⟦Chat⟧:
          Type: AWS::ApiGatewayV2::Api
          Properties: {Name: chat, ProtocolType: WEBSOCKET⟪→ , RouteSelectionExpression: $request.body.action⟫}
      """,
    check: { model, report in
      for api in model.apis.all where api.isWebSocket == true {
        guard let resource = api.resource, resource.omits("RouteSelectionExpression") else { continue }
        report.report(
          at: resource.mark, "a WebSocket API needs `RouteSelectionExpression`",
          help: "write `RouteSelectionExpression: $request.body.action`, for example")
      }
    })

  /// Parts that quick create makes.
  static let quickCreate = Rule(
    id: "API013",
    severity: .error,
    summary: "route or stage that `Target` of the API already creates",
    why: """
      With `Target`, AWS creates an integration, a route (`$default`, or that of `RouteKey`) and a stage `$default`. Creating
      a resource for one of them then fails because it exists.
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
    check: { model, report in
      for api in model.apis.all {
        guard let resource = api.resource else { continue }
        guard let target = resource["Target"] else {
          for name in ["RouteKey", "CredentialsArn"] {
            guard let property = resource[name], resource.isWhole, resource.source == .language else { continue }
            report.report(
              at: property.key, "`\(name)` belongs to what `Target` creates, and this API has none",
              help: "remove it, and write it on a route: its key, and `credentials`")
          }
          continue
        }
        let key = resource["RouteKey"].map(\.text) ?? "$default"
        let routes = api.routes.filter { key != nil && $0.key?.text == key && $0.resource.source != .quickCreate }
        let stages = api.stages.filter {
          $0["StageName"]?.text == "$default" && $0.resource.source != .quickCreate
        }
        let parts =
          routes.map { (words: "the route `\($0.name)`", mark: $0.mark) }
          + stages.map { (words: "the stage `$default`", mark: $0["StageName"]?.mark ?? api.mark) }
        guard let first = parts.first else { continue }
        if resource.source == .language {
          let words = parts.map(\.words).joined(separator: " and ")
          report.report(
            at: target.key, "`Target` creates \(words), which this API already has",
            related: [Related(message: "the part that exists", mark: first.mark)],
            help: "remove it, and write `$default` under `routes`")
          continue
        }
        for part in parts {
          report.report(
            at: part.mark, "`Target` of the API `\(api.name)` already creates \(part.words)",
            related: [Related(message: "`Target` is here", mark: target.key)], help: "remove one of the two")
        }
      }
    })

  /// Parts beside a document.
  static let documentBesideParts = Rule(
    of: .onlyInDocument,
    source: """
      CloudFormation's page of AWS::ApiGatewayV2::Api (Body); AWS SAM's maintainers on routes that an update deletes \
      (serverless-application-model#1971)
      """,
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
        Live:
          Type: AWS::ApiGatewayV2::Stage
          Properties: {ApiId: !Ref Store, StageName: live, AutoDeploy: true}
      """,
    check: { model, report in
      for api in model.apis.all {
        // An existing API may be one of `resources`.
        guard let resource = api.resource ?? model.resources("Api").first(where: { .ref($0.id) == api.key }),
          let document = resource["Body"] ?? resource["BodyS3Location"]
        else { continue }
        let isOfSam = resource.source == .serverless
        // The document's own settings are properties of the API in the model.
        let own = document[DocumentWords.corsKey]?.key
        for (name, help) in redundant where !isOfSam {
          guard let property = resource[name], property.isRaw, property.key != own else { continue }
          report.report(at: property.key, "AWS rejects `\(name)` beside `\(document.name)`", help: help)
        }
        let parts = api.routes.map(\.resource) + api.integrations.map(\.resource) + api.authorizers.map(\.resource)
        let marks = parts.filter(\.isInTemplate).map(\.mark)
        // The routes of the language are one mistake.
        for mark in api.element == nil || api.resource != nil ? marks : marks.isEmpty ? [] : [api.mark] {
          report.report(
            at: mark, "the API `\(api.name)` is defined by its document, which excludes resources beside it",
            related: [.init(message: "the document", mark: isOfSam ? resource.mark : document.key)],
            help: isOfSam
              ? "write an `HttpApi` event of a function, or `DefinitionBody` of the API" : "write it into the document")
        }
      }
    })

  /// Properties that the document has ("Redundant fields … provided when either Body or BodyS3Location is not empty",
  /// aws-cdk#15754 and #28552; CloudFormation's page on the type).
  private static let redundant = [
    ("Name", "remove it: the name is `title` in `info` of the document"),
    ("ProtocolType", "remove it: a document defines an HTTP API"),
    ("IpAddressType", "write it in the document, in `\(DocumentWords.endpointKey)` of a server"),
    ("Tags", "write them into the document, as `tags` with `x-amazon-apigateway-tag-value`"),
    ("CorsConfiguration", "write `x-amazon-apigateway-cors` in the document"),
  ]
}
