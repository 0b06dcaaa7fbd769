import CloudFormation
import SpecReading
import YAMLTree

/// What routes of `resources` lead to.
extension Rule {
  /// A route to nowhere.
  static let routeWithoutTarget = Rule(
    id: "ROU009",
    severity: .warning,
    summary: "a route without `Target`",
    why: "A route without an integration is taken by AWS, and answers every request with an error.",
    source: "API Gateway's CreateRoute, where `Target` may be left out; a rule of good design",
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
    check: { spec, report in
      for route in spec.rawGateway("Route") where route.isWhole {
        if route["Target"] != nil || spec.rawApis[route]?.isWebSocket == nil { continue }
        report.report(
          at: route.mark, "nothing answers this route", help: "write `Target: !Sub integrations/${INTEGRATION}`")
      }
    })

  /// How an integration is named.
  static let routeTargetForm = Rule(
    id: "ROU010",
    severity: .error,
    summary: "a `Target` that does not begin with `integrations/`",
    why: """
      AWS says so: "Unexpected or malformed target in route. Correct format should be integrations/<integration_id>."
      `!Ref` of an integration gives its id alone.
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
    check: { spec, report in
      let routes = spec.rawGateway("Route")
      let integrations = routes.isEmpty ? [:] : spec.integrationIds
      for route in routes {
        guard let target = route["Target"] else { continue }
        if let id = target.target {
          guard integrations[id] != nil else { continue }
          report.report(
            at: target.mark, "this is the integration's id alone", help: "write `!Sub integrations/${\(id)}`")
        } else if let text = AwsUri.beginning(of: target.value), isOther(text) {
          report.report(
            at: target.mark, "a route's target begins with `integrations/`",
            help: "write `!Sub integrations/${INTEGRATION}`")
        }
      }
    })

  /// Whether a target begins otherwise; of a list that is joined only the first item is known.
  private static func isOther(_ text: String) -> Bool {
    let wanted = "integrations/"
    return !text.hasPrefix("$") && !text.hasPrefix("{{") && !text.hasPrefix(wanted)
      && !wanted.hasPrefix(text.hasSuffix("/") ? text : text + "/")
  }
}

extension ResolvedSpec {
  /// The APIs of integrations that a route may name, by logical id.
  fileprivate var integrationIds: [String: Value?] {
    var ids: [String: Value?] = [:]
    for api in names.spec.apis {
      let key = RawApis.key(of: api, names, values)
      for integration in api.value.integrations { ids[names.id(.integration(api.name, integration.name))] = .some(key) }
    }
    for integration in rawGateway("Integration") { ids[integration.id] = .some(integration.apiKey) }
    return ids
  }

  /// Routes whose integration is of another API: the route, its target and the integration's id.
  func forEachStrayTarget(_ body: (RawResource, RawProperty, String) -> Void) {
    let routes = rawGateway("Route")
    if routes.isEmpty { return }
    let ids = integrationIds
    for route in routes {
      guard let target = route["Target"], let api = route.apiKey else { continue }
      guard let id = target.reference, case .some(.some(let owner)) = ids[id], owner != api else { continue }
      body(route, target, id)
    }
  }
}
