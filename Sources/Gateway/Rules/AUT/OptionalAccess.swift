import Diagnostics
import SpecReading
import TextSearch
import YAMLTree

extension Rule {
  /// An open API.
  static let publicApi = Rule(
    id: "ROU018",
    severity: .note,
    summary: "API without authorization on any route",
    why: """
      A URL is not a secret: everyone who finds it can call every route. Many APIs are meant so; others lack authorization.
      """,
    source: "the language: secure by default",
    example: """
      lint: {severity: {ROU018: note}}
      apis:
        ⟦store⟧:
          ⟪→
          defaultAuth: none
          ⟫
          routes:
            GET /books: https://books.example.com
      """,
    isOptional: true,
    check: { model, report in
      // WS004 covers WebSocket APIs.
      for api in model.apis.all where api.isWebSocket == false && api.resource != nil && !api.routes.isEmpty {
        guard api.element?.value.defaultAuth == nil, model.spec.isWhole(api.mark),
          api.routes.allSatisfy({ $0.isOpen == true && !($0["AuthorizationType"]?.isWritten ?? false) })
        else { continue }
        report.report(
          at: api.mark, "everyone can call every route of the API `\(api.name)`",
          help: api.element == nil
            ? "write `AuthorizationType` on its routes; `NONE` states that this is intended"
            : "write `defaultAuth`, or `defaultAuth: none` to state that this is intended")
      }
    })

  /// Tokens without scopes.
  static let tokenWithoutScopes = Rule(
    id: "AUT027",
    severity: .note,
    summary: "JWT authorizer whose routes require no scopes",
    why: """
      Without scopes, every token of the issuer and the audience is accepted, whatever it was issued for: also ID tokens,
      which identify a user and grant nothing.
      """,
    source: "API Gateway's page on JWT authorizers",
    example: """
      lint: {severity: {AUT027: note}}
      apis:
        store:
          authorizers:
            ⟦users⟧:
              jwt: {issuer: "https://login.example.com", audience: web}
              ⟪→
              scopes: books/read
              ⟫
          routes:
            GET /books: {http: "https://books.example.com", auth: users}
      """,
    isOptional: true,
    check: { model, report in
      for authorizer in model.apis.authorizers where authorizer.isJwt == true {
        let routes = authorizer.routes.filter { !$0.hasScopes }
        guard let first = routes.first else { continue }
        let subject = routes.count == 1 ? "a route" : "\(routes.count) routes"
        report.report(
          at: authorizer.mark,
          "\(subject) with the authorizer `\(authorizer.name)` accept every token of its issuer and audience",
          related: [Related(message: "such a route", mark: first.mark)],
          help: authorizer.resource.isRaw
            ? "write `AuthorizationScopes` on its routes"
            : "write `scopes` here or on the routes, or `scopes: []` to state that this is intended")
      }
    })

  /// CORS for every origin.
  static let corsForAll = Rule(
    id: "COR012",
    severity: .note,
    summary: "API with authorizers that pages of every origin can call",
    why: """
      A page of any site can call the API from a browser with a token that it obtained. Without cookies that is not a
      vulnerability by itself; a list of your own origins still keeps others out.
      """,
    source: "good practice",
    example: """
      lint: {severity: {COR012: note}}
      apis:
        store:
          cors: ⟦true → {allowOrigins: "https://www.example.com"}⟧
          authorizers:
            users:
              jwt: {issuer: "https://login.example.com", audience: web}
          routes:
            GET /books: {http: "https://books.example.com", auth: users}
      """,
    isOptional: true,
    check: { model, report in
      for api in model.apis.all where !api.authorizers.isEmpty {
        let open = api.cors.lazy.compactMap { cors in
          cors["AllowOrigins"]?.list.first { $0.text == "*" }.map { (cors, $0) }
        }
        guard let (cors, origin) = open.first else { continue }
        report.report(
          at: origin.isWritten ? origin.mark : cors.mark, "pages of every origin can call the API `\(api.name)`",
          help: "list your own origins in `\(cors.isRaw ? "AllowOrigins" : "allowOrigins")`")
      }
    })

  /// An issuer that must answer.
  static let issuerAnswers = Rule(
    id: "AUT008",
    severity: .note,
    summary: "issuer must be reachable during the deployment",
    why: """
      API Gateway fetches the issuer's keys already when it creates the authorizer: over the public internet, within 1.5
      seconds, RSA keys only, of at most 150,000 bytes.
      """,
    source: "API Gateway's page on JWT authorizers, and its quotas for HTTP APIs",
    example: """
      lint: {severity: {AUT008: note}}
      ⟪→
      userPools:
        readers: {id: us-east-1_AbCdEf123, clients: 1example23456789}
      ⟫
      apis:
        store:
          authorizers:
            users:
              ⟪jwt: {issuer: "⟦https://login.example.com⟧", audience: web} → userPool: readers⟫
          routes:
            GET /books: {http: "https://books.example.com", auth: users}
      """,
    isOptional: true,
    check: { model, report in
      model.forEachIssuer { _, issuer, text in
        guard text.hasPrefix("https://"), !text.mentions("cognito-idp") else { return }
        let base = text.hasSuffix("/") ? String(text.dropLast()) : text
        report.report(
          at: issuer.mark(of: text.startIndex..<text.endIndex),
          "`\(base)/.well-known/openid-configuration` must be reachable during the deployment",
          help: "call it from outside your own network before you deploy")
      }
    })
}

extension Model.Route {
  /// Whether scopes are required, or the author states that none are.
  fileprivate var hasScopes: Bool {
    if self["AuthorizationScopes"] != nil { return true }
    guard let element, let index = api?.index else { return !resource.lacks("AuthorizationScopes") }
    return resource.model.spec.authorizations[index].authorization(of: element).scopes != nil
  }
}
