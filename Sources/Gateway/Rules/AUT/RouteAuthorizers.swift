import Diagnostics
import SpecReading

/// Routes and the authorizers that they name; for `auth` the language writes the right type itself.
extension Rule {
  /// The authorizer's type.
  static let authorizationOfOtherType = Rule(
    id: "AUT022",
    severity: .error,
    summary: "route's `AuthorizationType` does not match its authorizer",
    why: """
      A route has the type `JWT` for a JWT authorizer and `CUSTOM` for a Lambda authorizer. API Gateway rejects a route that
      names an authorizer of the other type.
      """,
    source:
      "API Gateway's CreateRoute (AuthorizationType); found by deployments (cdk-preflight: route-jwt-authorizer-id)",
    example: AuthorizerExample.route(
      "AuthorizationType: ⟦CUSTOM → JWT⟧", "AuthorizerId: !Ref apis.store.authorizers.users"),
    check: { model, report in
      for route in model.apis.writtenRoutes {
        guard let type = route["AuthorizationType"], let known = route.authorizer, let isJwt = known.isJwt,
          known.isWebSocket != true, type.text == "JWT" || type.text == "CUSTOM", (type.text == "JWT") != isJwt
        else { continue }
        report.report(
          at: type, "`\(known.name)` is a \(isJwt ? "JWT" : "Lambda") authorizer",
          related: [Related(message: "the authorizer", mark: known.mark)],
          help: "write `AuthorizationType: \(isJwt ? "JWT" : "CUSTOM")`")
      }
    })

  /// A missing authorizer.
  static let authorizationWithoutAuthorizer = Rule(
    id: "AUT023",
    severity: .error,
    premise: .name,
    summary: "route with authorization by an authorizer, but without one",
    why: """
      With `JWT` and `CUSTOM`, one of the API's authorizers authorizes the caller. API Gateway: "Setting the authorization
      type to JWT requires a valid JWT authorizer."
      """,
    source: "API Gateway's CreateRoute, found by deployments (cdk-preflight: route-jwt-authorizer-id)",
    example: AuthorizerExample.route(
      "AuthorizationType: ⟦JWT⟧⟪→", "AuthorizerId: !Ref apis.store.authorizers.users⟫"),
    check: { model, report in
      for route in model.apis.writtenRoutes {
        guard let type = route["AuthorizationType"], type.isRaw, type.text == "JWT" || type.text == "CUSTOM",
          route.resource.lacks("AuthorizerId")
        else { continue }
        let others = model.apis.authorizers.filter { $0.api === route.api }.map(\.name)
        report.report(
          at: type,
          route.resource.source == .document
            ? "the document does not define an authorizer of this name" : "`AuthorizerId` is missing",
          help: route.resource.source == .document
            ? Suggestion.help(
              for: type.word, among: others,
              or: "give the scheme an `x-amazon-apigateway-authorizer` in `components.securitySchemes`")
            : "write `AuthorizerId: !Ref apis.API.authorizers.NAME`, or one of `resources`")
      }
    })

  /// An authorizer without effect.
  static let authorizerNotAsked = Rule(
    id: "AUT024",
    severity: .warning,
    summary: "route names an authorizer that is not used",
    why: """
      `AuthorizationType` decides, and without it a route is open to everyone. An authorizer that is only named authorizes
      nothing.
      """,
    source: "API Gateway's CreateRoute: AuthorizationType is NONE by default",
    example: AuthorizerExample.route(
      "⟪→ AuthorizationType: JWT", "⟫⟦AuthorizerId⟧: !Ref apis.store.authorizers.users"),
    check: { model, report in
      for route in model.apis.writtenRoutes {
        // With scopes, the type is an error.
        guard let id = route["AuthorizerId"], let type = route.authorizationType, type == "NONE" || type == "AWS_IAM",
          route["AuthorizationScopes"] == nil
        else { continue }
        let word = route.authorizer?.isJwt.map { $0 ? "JWT" : "CUSTOM" } ?? "JWT` or `CUSTOM"
        report.report(
          at: id.key, "this authorizer is not used\(type == "NONE" ? ": the route is open to everyone" : "")",
          help: "write `AuthorizationType: \(word)`, or remove `\(id.word)`")
      }
    })

  /// Authorizers belong to one API.
  static let authorizerOfOtherApi = Rule(
    id: "AUT038",
    severity: .error,
    summary: "route with an authorizer of another API",
    why: """
      An authorizer belongs to one API. A route of another API cannot use it: API Gateway does not find it there.
      """,
    source: "API Gateway's CreateRoute (AuthorizerId): authorizers are created under an API",
    example: AuthorizerExample.route(
      "AuthorizationType: JWT", "AuthorizerId: ⟦!Ref Others → !Ref apis.store.authorizers.users⟧") + "⟪\(other)→⟫",
    check: { model, report in
      for route in model.apis.routes {
        guard let id = route["AuthorizerId"], let authorizer = route.authorizer, let api = route.api,
          let other = authorizer.api, other !== api
        else { continue }
        report.report(
          at: id, "`\(authorizer.name)` is an authorizer of `\(other.name)`, and this is a route of `\(api.name)`",
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
