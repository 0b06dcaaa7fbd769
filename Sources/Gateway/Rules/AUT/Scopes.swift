import SpecReading

extension Rule {
  /// Only tokens have scopes.
  static let scopesWithoutTokens = Rule(
    id: "AUT025",
    severity: .error,
    summary: "scopes where no token is checked",
    why: """
      Scopes stand in JSON web tokens. A function, IAM or nobody does not look at them, and API Gateway refuses them
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
    check: { spec, report in
      spec.forEachScopes { scopes, areChecked in
        if areChecked || (scopes.items.isEmpty && scopes.intrinsic == nil) { return }
        report.report(
          at: scopes.mark, "scopes need an authorizer that checks tokens",
          help: "name one with `jwt` or `userPool`, or leave out `scopes`")
      }
    })

  /// More than API Gateway takes.
  static let tooManyScopes = Rule(
    id: "AUT026",
    severity: .error,
    summary: "more than 10 scopes on a route",
    why: "A route takes 10 scopes. The limit cannot be raised.",
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
    check: { spec, report in
      spec.forEachScopes { scopes, _ in
        guard scopes.items.count > 10 else { return }
        report.report(
          at: scopes.mark, "these are \(scopes.items.count) scopes; a route takes 10",
          help: "a token needs one of them alone: let one scope stand for several")
      }
    })
}
