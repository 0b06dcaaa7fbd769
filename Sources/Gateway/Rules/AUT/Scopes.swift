import Diagnostics
import SpecReading
import YAMLTree

extension Rule {
  /// Scopes that nothing validates.
  static let scopesWithoutTokens = Rule(
    id: "AUT025",
    severity: .error,
    premise: .element,
    summary: "scopes without a JWT authorizer",
    why: """
      Scopes are part of JSON web tokens. Lambda and IAM authorization do not evaluate them, and API Gateway rejects them
      there: "Authorization Scopes are only valid for COGNITO_USER_POOLS and JWT authorization type".
      """,
    source: "API Gateway's CreateRoute, found by deployments (cdk-preflight: route-authorization-scopes-jwt)",
    example: """
      apis:
        store:
          ⟪→
          authorizers:
            users:
              jwt: {issuer: "https://login.example.com", audience: web}
          ⟫
          routes:
            GET /books:
              http: https://books.example.com
              auth: {authorizer: ⟪iam → users⟫, scopes: ⟦read:books⟧}
      """,
    check: { model, report in
      for route in model.apis.routes {
        guard let scopes = route["AuthorizationScopes"], route.authorizationType != "JWT", scopes.value != .list([]),
          route.authorizationType != nil || route.hasArmWithoutTokens(scopes),
          // The wrong type of its authorizer is reported there.
          route.authorizationType != "CUSTOM" || route.authorizer?.isJwt != true
        else { continue }
        let unused = model.unusedJwtAuthorizers(of: route.api)
        let help =
          if scopes.resource.source == .serverless {
            "name an authorizer with `JwtConfiguration`, or remove `\(scopes.word)`"
          } else if scopes.resource.source == .document {
            "name a scheme with a JWT authorizer, or write `\(scopes.word): []`"
          } else if scopes.isRaw {
            "write `AuthorizationType: JWT` with such an authorizer, or remove `\(scopes.word)`"
          } else if unused.count == 1 {
            "write `authorizer: \(unused[0].name)`, or remove `scopes`"
          } else {
            "name one with `jwt` or `userPool`, or remove `scopes`"
          }
        report.report(
          at: scopes.listMark, "scopes need an authorizer that validates tokens",
          related: unused.map { Related(message: "this one does", mark: $0.mark) }, help: help)
      }
    })

  /// Scopes over the quota.
  static let tooManyScopes = Rule(
    id: "AUT026",
    severity: .error,
    summary: "more than 10 scopes on a route",
    why: "A route accepts 10 scopes. The quota cannot be raised.",
    source: "API Gateway's quotas for HTTP APIs",
    example: """
      apis:
        store:
          authorizers:
            users:
              jwt: {issuer: "https://login.example.com", audience: web}
          routes:
            GET /books:
              http: https://books.example.com
              auth: {authorizer: users, scopes: ⟦[a, b, c, d, e, f, g, h, i, j, k] → [a, b, c, d, e, f, g, h, i, j]⟧}
      """,
    check: { model, report in
      for route in model.apis.routes {
        guard let scopes = route["AuthorizationScopes"], case .list(let items) = scopes.value, items.count > 10
        else { continue }
        report.report(
          at: scopes.listMark, "\(items.count) scopes; a route accepts 10",
          help: "a token needs only one of them: use one scope for several")
      }
    })
}

extension Model.Route {
  /// Whether there are scopes for a condition under which no token is validated.
  fileprivate func hasArmWithoutTokens(_ scopes: Model.Property) -> Bool {
    guard let types = self["AuthorizationType"]?.value.choice else { return false }
    let lists = scopes.value.choice.flatMap { $0.condition == types.condition ? $0 : nil }
    return [(types.first, lists?.first), (types.second, lists?.second)].contains { type, list in
      guard let text = type.text else { return false }
      return text != "JWT" && text != "NONE" && !(list ?? scopes.value).isNothing
    }
  }
}

extension Model {
  /// The authorizers of an API that validate tokens and that no route names. The template has none of the language's.
  fileprivate func unusedJwtAuthorizers(of api: Api?) -> [(name: String, mark: Mark)] {
    var found = apis.authorizers.filter { $0.isJwt == true && $0.api === api && $0.routes.isEmpty }.map {
      (name: $0.name, mark: $0.mark)
    }
    spec.forEachAuthorizer { used in
      if used.api.name == api?.element?.name, used.routes.isEmpty, used.element.value.isJwt {
        found.append((used.element.name, used.element.mark))
      }
    }
    return found
  }
}
