import SpecReading
import TextSearch

extension Rule {
  /// An action that only HTTPS listeners have.
  static let authenticationOfPlainListener = Rule(
    id: "LB029",
    severity: .error,
    summary: "authentication or token validation on a listener without TLS",
    why: """
      Only HTTPS listeners of application load balancers authenticate users and validate tokens: over HTTP, anyone on the way
      could read the token. Elastic Load Balancing rejects these actions on other listeners.
      """,
    source:
      "Elastic Load Balancing's guide, \"Verify JWTs\" and \"Authenticate users\"; CreateListener (Action, HTTPS listeners)",
    example: """
      vpcs:
        main:
      loadBalancers:
        web:
          type: application
          vpc: main
          listeners:
            ⟪http → https⟫:
              port: ⟪80 → 443⟫
              ⟪→
              certificate: arn:aws:acm:eu-west-1:111122223333:certificate/11112222-3333-4444-5555-666677778888
              ⟫
              forward: {type: ip, port: 8080}
              rules:
                ⟦10⟧:
                  pathPattern: /orders/*
                  jwtValidation: {issuer: https://id.example.com, jwksEndpoint: https://id.example.com/keys.json}
                  forward: {type: ip, port: 8081}
      apis:
        store:
          routes:
            $default: {alb: web⟪→ , tls: books.example.com⟫}
      """,
    check: { model, report in
      for listener in model.balancing.listeners where listener.type == .application {
        guard let spoken = listener.fittingProtocol, !spoken.isEncrypted else { continue }
        for action in listener.allActions {
          guard let type = action["Type"], let text = type.text, let word = secured[text] else { continue }
          report.report(
            at: type.isRaw ? type.mark : action.mark, "\(word) needs an HTTPS listener; `\(listener.name)` uses HTTP",
            help: "set `\(listener.resource.words("Protocol")): HTTPS` and add a certificate")
        }
      }
    })

  private static let secured = [
    "jwt-validation": "JWT validation", "authenticate-oidc": "authentication by OpenID Connect",
    "authenticate-cognito": "authentication by Cognito",
  ]

  /// A validation that is rejected.
  static let tokenValidationForm = Rule(
    id: "LB030",
    severity: .error,
    premise: .element,
    summary: "invalid JWT validation of a listener",
    why: """
      The endpoint of the keys is an HTTPS URL. `iss`, `exp`, `nbf` and `iat` are always validated, and cannot be listed among
      the at most ten additional claims, which have at most ten values each. Elastic Load Balancing rejects anything else.
      """,
    source: "Elastic Load Balancing's JwtValidationActionConfig and JwtValidationActionAdditionalClaim",
    example: """
      vpcs:
        main:
      loadBalancers:
        web:
          type: application
          vpc: main
          listeners:
            https:
              port: 443
              certificate: arn:aws:acm:eu-west-1:111122223333:certificate/11112222-3333-4444-5555-666677778888
              jwtValidation:
                issuer: https://id.example.com
                jwksEndpoint: ⟦id.example.com/keys.json → https://id.example.com/keys.json⟧
                additionalClaims:
                  ⟦exp → aud⟧: books
                  scope: {format: space-separated-values, values: [⟦read write → read⟧]}
              forward: {type: ip, port: 8080}
      apis:
        store:
          routes:
            $default: {alb: web, tls: books.example.com}
      """,
    check: { model, report in
      for action in model.balancing.listeners.flatMap(\.allActions) {
        guard let config = action["JwtValidationConfig"] else { continue }
        for (url, text) in config["JwksEndpoint"]?.choices ?? []
        where !text.hasPrefix("https://") && !text.hasDynamicReference {
          report.report(
            at: url, "the endpoint of the keys must be an HTTPS URL",
            help: text.mentions("://") ? "begin it with `https://`" : "write `https://\(text)`")
        }
        let claims = config["AdditionalClaims"]?.items ?? []
        if claims.count > 10, let claim = claims[10]["Name"] {
          report.report(at: claim, "a validation has at most ten additional claims", help: "remove some of them")
        }
        for claim in claims { check(claim, &report) }
      }
    })

  private static func check(_ claim: Model.Property, _ report: inout Rule.Report) {
    if let name = claim["Name"], let text = name.text, ["exp", "iat", "iss", "nbf"].contains(text) {
      report.report(at: name, "`\(text)` is always validated and cannot be listed", help: "remove it")
    }
    let values = claim["Values"]?.items ?? []
    if values.count > 10 {
      report.report(at: values[10], "a claim has at most ten values", help: "remove some of them")
    }
    guard claim["Format"]?.text == ClaimFormat.words.rawValue else { return }
    for value in values {
      guard let text = value.text, text.mentions(" ") else { continue }
      report.report(
        at: value, "a value of the format `space-separated-values` contains a space", help: "make it two values")
    }
  }
}
