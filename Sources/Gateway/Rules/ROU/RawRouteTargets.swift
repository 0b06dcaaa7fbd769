import CloudFormation

extension Rule {
  /// A route without `Target`.
  static let routeWithoutTarget = Rule(
    id: "ROU009",
    severity: .warning,
    premise: .spec,
    summary: "route without an integration",
    why: """
      AWS accepts a route without an integration, and answers every request to it with an error. Only `$connect` works without
      one.
      """,
    source: """
      API Gateway's CreateRoute, where `Target` is optional; API Gateway developer guide, on `$connect` ("Setting up an
      integration for $connect is optional"); good practice
      """,
    example: """
      apis:
        store:
          routes:
            GET /books: https://books.example.com
      resources:
        ⟪→
        Shop:
          Type: AWS::ApiGatewayV2::Integration
          Properties:
            ApiId: !Ref apis.store
            IntegrationType: HTTP_PROXY
            IntegrationMethod: ANY
            IntegrationUri: https://books.example.com
            PayloadFormatVersion: "1.0"
        ⟫
        ⟦Pens⟧:
          Type: AWS::ApiGatewayV2::Route
          Properties:
            ApiId: !Ref apis.store
            RouteKey: GET /pens
            ⟪→
            Target: !Sub integrations/${Shop}
            ⟫
      """,
    check: { model, report in
      for route in model.apis.routes where route.resource.isWhole && route.api?.isWebSocket != nil {
        guard route["Target"] == nil, route["RouteKey"]?.text != "$connect" else { continue }
        report.report(
          at: route.resource.mark, "the route has no integration",
          help: route.resource.source == .document
            ? "add `\(DocumentWords.integrationKey)` to the operation"
              + (route.api?.element == nil ? "" : ", or `\(route.name)` with a target to `routes` of the API")
            : "write `Target: !Sub \"integrations/${INTEGRATION}\"`")
      }
    })

  /// The form of a target.
  static let routeTargetForm = Rule(
    id: "ROU010",
    severity: .error,
    summary: "route's `Target` is not `integrations/` and the id of an integration",
    why: """
      AWS rejects it: "Unexpected or malformed target in route. Correct format should be integrations/<integration_id>."
      `!Ref` of an integration gives its id only.
      """,
    source: "API Gateway's CreateRoute, found by deployments (cdk-preflight: route-target-format)",
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
        Pens:
          Type: AWS::ApiGatewayV2::Route
          Properties:
            ApiId: !Ref apis.store
            RouteKey: GET /pens
            Target: ⟦!Ref Shop → !Sub integrations/${Shop}⟧
      """,
    check: { model, report in
      for route in model.apis.writtenRoutes {
        guard let target = route["Target"], target.isRaw else { continue }
        if let id = target.target ?? target.integrationId, let found = model.resource(id), found.isNoIntegration {
          report.report(
            at: target, "the target of a route is an integration, found `\(found.type)`",
            related: [.init(message: "the resource", mark: found.mark)],
            help: "write `!Sub \"integrations/${INTEGRATION}\"`")
        } else if let id = target.target {
          guard model.resource(id, of: "AWS::ApiGatewayV2::Integration") != nil else { continue }
          report.report(
            at: target, "this is only the id of the integration", help: "write `!Sub \"integrations/${\(id)}\"`")
        } else if let text = target.text, text.hasPrefix("integrations/"),
          model.resource(String(text.dropFirst(13)))?.type == "AWS::ApiGatewayV2::Integration"
        {
          report.report(
            at: target, "`\(text.dropFirst(13))` is the logical ID of the integration, not its id",
            help: "write `!Sub \"integrations/${\(text.dropFirst(13))}\"`")
        } else if let text = AwsUri.beginning(of: target.value), isOther(text) || isWithoutSlash(target.value) {
          report.report(
            at: target, "a route's target begins with `integrations/`",
            help: "write `!Sub \"integrations/${INTEGRATION}\"`"
          )
        }
      }
    })

  /// Whether the ID of an integration follows the word at once.
  private static func isWithoutSlash(_ target: Value) -> Bool {
    guard let text = target.spelled else { return false }
    return text.hasPrefix("integrations${") && !text.hasPrefix("integrations${}")
  }

  /// Whether a target begins otherwise; of a joined list only the first item is known.
  private static func isOther(_ text: String) -> Bool {
    let wanted = "integrations/"
    return !text.hasPrefix("$") && !text.hasPrefix("{{") && !text.hasPrefix(wanted)
      && !wanted.hasPrefix(text.hasSuffix("/") ? text : text + "/")
  }
}

extension Model.Resource {
  /// Whether it surely is not an integration. Stacks and custom resources may have the id of one among their attributes.
  fileprivate var isNoIntegration: Bool {
    type.hasPrefix("AWS::") && !type.hasPrefix("AWS::CloudFormation::") && type != "AWS::ApiGatewayV2::Integration"
  }
}

extension Model {
  /// Routes whose integration belongs to another API: the target and the integration's id.
  func forEachStrayTarget(_ body: (Property, String) -> Void) {
    for route in apis.writtenRoutes {
      // The language's own targets are in their API.
      guard let target = route["Target"], target.isRaw, let id = target.integrationId, let api = route.api,
        let owner = resource(id)?.api, owner !== api
      else { continue }
      body(target, id)
    }
  }
}
