import CloudFormation
import Diagnostics
import SpecReading
import YAMLTree

/// Routes of `resources` and the authorizers that they name: under `auth` the language writes the right type by itself.
extension Rule {
  /// The type that the authorizer has.
  static let authorizationOfOtherType = Rule(
    id: "AUT022",
    severity: .error,
    summary: "a route whose type of authorization is not its authorizer's",
    why: """
      A route says `JWT` for an authorizer of tokens and `CUSTOM` for one that asks a function. API Gateway refuses a
      route that names an authorizer of the other type.
      """,
    source:
      "API Gateway's CreateRoute (AuthorizationType); found by deployments (cdk-preflight: route-jwt-authorizer-id)",
    example: AuthorizerExample.route(
      "AuthorizationType: ⟦CUSTOM → JWT⟧", "AuthorizerId: !Ref apis.store.authorizers.users"),
    check: { spec, report in
      spec.forEachRouteAuthorization { route in
        guard let type = route.type, let known = route.authorizer, let isJwt = known.isJwt,
          known.isWebSocket != true, type.text == "JWT" || type.text == "CUSTOM",
          (type.text == "JWT") != isJwt
        else { return }
        report.report(
          at: type.mark, "\(known.name) \(isJwt ? "checks tokens" : "asks a function")",
          related: [Related(message: "the authorizer", mark: known.mark)],
          help: "write `AuthorizationType: \(isJwt ? "JWT" : "CUSTOM")`")
      }
    })

  /// Somebody has to check.
  static let authorizationWithoutAuthorizer = Rule(
    id: "AUT023",
    severity: .error,
    summary: "a route that asks for an authorizer and names none",
    why: """
      `JWT` and `CUSTOM` say that one of the API's authorizers checks the caller. API Gateway: "Setting the
      authorization type to JWT requires a valid JWT authorizer."
      """,
    source: "API Gateway's CreateRoute, found by deployments (cdk-preflight: route-jwt-authorizer-id)",
    example: AuthorizerExample.route(
      "AuthorizationType: ⟦JWT⟧⟪→", "AuthorizerId: !Ref apis.store.authorizers.users⟫"),
    check: { spec, report in
      spec.forEachRouteAuthorization { route in
        guard let type = route.type, type.text == "JWT" || type.text == "CUSTOM", route.route.lacks("AuthorizerId")
        else { return }
        report.report(
          at: type.mark, "it is not said which authorizer checks the caller",
          help: "write `AuthorizerId: !Ref apis.API.authorizers.NAME`, or one of `resources`")
      }
    })

  /// An authorizer that is not asked.
  static let authorizerNotAsked = Rule(
    id: "AUT024",
    severity: .warning,
    summary: "a route that names an authorizer, and does not ask it",
    why: """
      What counts is `AuthorizationType`, and without one a route is open to everybody. An authorizer that is only named
      checks nobody.
      """,
    source: "API Gateway's CreateRoute: AuthorizationType is NONE by default",
    example: AuthorizerExample.route(
      "⟪→ AuthorizationType: JWT", "⟫⟦AuthorizerId⟧: !Ref apis.store.authorizers.users"),
    check: { spec, report in
      spec.forEachRouteAuthorization { route in
        guard let id = route.id, route.type != nil || route.route.lacks("AuthorizationType") else { return }
        let type = route.type.map(\.text) ?? "NONE"
        guard type == "NONE" || type == "AWS_IAM" else { return }
        let word = route.authorizer?.isJwt.map { $0 ? "JWT" : "CUSTOM" } ?? "JWT` or `CUSTOM"
        report.report(
          at: id.key, "this authorizer is not asked\(type == "NONE" ? ": the route is open to everybody" : "")",
          help: "write `AuthorizationType: \(word)`, or leave it out")
      }
    })

  /// Authorizers belong to one API.
  static let authorizerOfOtherApi = Rule(
    id: "AUT038",
    severity: .error,
    summary: "a route with the authorizer of another API",
    why: "An authorizer belongs to one API. A route of another one cannot name it: API Gateway does not find it there.",
    source: "API Gateway's CreateRoute (AuthorizerId): authorizers are created under an API",
    example: AuthorizerExample.route(
      "AuthorizationType: JWT", "AuthorizerId: ⟦!Ref Others → !Ref apis.store.authorizers.users⟧") + "⟪\(other)→⟫",
    check: { spec, report in
      spec.forEachRouteAuthorization { route in
        guard let id = route.id, let known = route.authorizer, let own = route.route.apiKey,
          let api = spec.rawApis[own], let key = known.api, let others = spec.rawApis[key], own != key
        else { return }
        report.report(
          at: id.mark, "\(known.name) is an authorizer of `\(others.name)`, and this is a route of `\(api.name)`",
          related: [Related(message: "the authorizer", mark: known.mark)],
          help: "define one of the same form for this API")
      }
      if spec.rawGateway("Authorizer").isEmpty { return }
      let known = spec.knownAuthorizers
      spec.forEachAuthorization { api, route, authorization in
        guard case .resource(let id, _) = authorization.checker, let authorizer = known[id], let key = authorizer.api,
          let others = spec.rawApis[key], key != RawApis.key(of: api, spec.names, spec.values)
        else { return }
        report.report(
          at: route.route.value.auth?.authorizer?.mark ?? route.route.mark,
          "\(authorizer.name) is an authorizer of `\(others.name)`, and this is a route of `\(api.name)`",
          related: [Related(message: "the authorizer", mark: authorizer.mark)],
          help: "define one of the same form for this API")
      }
    })

  private static let other = """

      Another:
        Type: AWS::ApiGatewayV2::Api
        Properties: {Name: another, ProtocolType: HTTP}
      Others:
        Type: AWS::ApiGatewayV2::Authorizer
        Properties:
          ApiId: !Ref Another
          Name: others
          AuthorizerType: JWT
          IdentitySource: [$request.header.Authorization]
          JwtConfiguration: {Issuer: "https://login.example.com", Audience: [web]}
    """
}

extension ResolvedSpec {
  /// A route of `resources`, and who checks its callers.
  struct RouteAuthorization {
    let route: RawResource
    let type: RawProperty?
    let id: RawProperty?
    let authorizer: KnownAuthorizer?
  }

  /// An authorizer that a route may name.
  struct KnownAuthorizer {
    let name: String
    let mark: Mark
    /// What tells its API from others.
    let api: Value?
    let isJwt: Bool?
    let isWebSocket: Bool?
  }

  /// Every route of `resources`.
  fileprivate func forEachRouteAuthorization(_ body: (RouteAuthorization) -> Void) {
    let routes = rawGateway("Route")
    if routes.isEmpty { return }
    let known = knownAuthorizers
    for route in routes {
      let id = route["AuthorizerId"]
      body(
        RouteAuthorization(
          route: route, type: route["AuthorizationType"], id: id, authorizer: id?.target.flatMap { known[$0] }))
    }
  }

  /// Authorizers by their logical ids.
  fileprivate var knownAuthorizers: [String: KnownAuthorizer] {
    var known: [String: KnownAuthorizer] = [:]
    for api in names.spec.apis {
      let key = RawApis.key(of: api, names, values)
      for element in api.value.authorizers {
        known[names.id(.authorizer(api.name, element.name))] = KnownAuthorizer(
          name: "`\(element.name)`", mark: element.mark, api: key,
          isJwt: element.value.isJwt, isWebSocket: api.value.isWebSocket)
      }
    }
    for resource in rawGateway("Authorizer") {
      let type = resource["AuthorizerType"]?.text
      known[resource.id] = KnownAuthorizer(
        name: "`\(resource.id)`", mark: resource.mark, api: resource.apiKey,
        isJwt: type == "JWT" ? true : type == "REQUEST" ? false : nil, isWebSocket: rawApis[resource]?.isWebSocket)
    }
    return known
  }
}
