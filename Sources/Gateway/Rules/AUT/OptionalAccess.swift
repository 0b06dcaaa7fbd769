import Diagnostics
import SpecReading
import YAMLTree

extension Rule {
  /// An API that asks nobody.
  static let publicApi = Rule(
    id: "ROU018",
    severity: .note,
    summary: "an API of which no route asks who calls",
    why: "A URL is no secret: everybody who finds it may call every route. Many APIs are meant so; others forgot it.",
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
    check: { spec, report in
      // Of WebSocket APIs, WS004 says it.
      for (api, routes) in zip(spec.names.spec.apis, spec.routes) where !api.value.isWebSocket && !routes.isEmpty {
        guard case .created = api.value.form, api.value.defaultAuth == nil,
          routes.allSatisfy({ $0.route.value.auth == nil }), spec.isWhole(api.mark)
        else { continue }
        report.report(
          at: api.mark, "everybody may call every route of the API `\(api.name)`",
          help: "write `defaultAuth`, or `defaultAuth: none` to say that you mean it")
      }
    })

  /// Tokens for anything.
  static let tokenWithoutScopes = Rule(
    id: "AUT027",
    severity: .note,
    summary: "a JWT authorizer whose routes ask for no scopes",
    why: """
      Without scopes every token of the issuer and the audience is let through, whatever it was given for: ID tokens,
      too, which say who somebody is and not what they may do.
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
    check: { spec, report in
      var seen: [Mark: Int] = [:]
      var found: [(element: Named<AuthorizerElement>, route: ApiRoutes.Resolved, count: Int)] = []
      spec.forEachAuthorization { _, route, authorization in
        guard case .authorizer(let element) = authorization.checker, authorization.isJwt, authorization.scopes == nil
        else { return }
        if let index = seen[element.mark] {
          found[index].count += 1
        } else {
          seen[element.mark] = found.count
          found.append((element, route, 1))
        }
      }
      for (element, route, count) in found {
        let what = count == 1 ? "a route" : "\(count) routes"
        report.report(
          at: element.mark, "\(what) of `\(element.name)` let every token of its issuer and audience through",
          related: [Related(message: "such a route", mark: route.route.mark)],
          help: "write `scopes` here or on the routes, or `scopes: []` to say that you mean it")
      }
    })

  /// A page that anybody wrote.
  static let corsForAll = Rule(
    id: "COR012",
    severity: .note,
    summary: "an API with authorizers that the pages of every origin may call",
    why: """
      A page of any site may call the API from a browser with a token that it got hold of. Without cookies that is no hole
      by itself; a list of the origins that are yours keeps others out all the same.
      """,
    source: "a rule of good design",
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
    check: { spec, report in
      for api in spec.names.spec.apis where !api.value.isWebSocket && !api.value.authorizers.isEmpty {
        guard let cors = api.value.cors, cors.isOn else { continue }
        let origin = cors.fields?.allowOrigins.items.first { $0.literal == "*" }
        guard cors.fields == nil || origin != nil else { continue }
        report.report(
          at: origin?.mark ?? cors.mark, "the pages of every origin may call the API `\(api.name)`",
          help: "list your own in `allowOrigins`")
      }
    })

  /// An issuer that has to be there.
  static let issuerAnswers = Rule(
    id: "AUT008",
    severity: .note,
    summary: "an issuer that has to answer while the stack is deployed",
    why: """
      API Gateway asks the issuer for its keys already when it creates the authorizer: over the public internet, for at
      most 1.5 seconds, and for RSA keys alone, of at most 150,000 bytes.
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
    check: { spec, report in
      spec.forEachIssuer { _, issuer in
        guard let text = issuer.literal, text.hasPrefix("https://"), !text.mentions("cognito-idp") else { return }
        let base = text.hasSuffix("/") ? String(text.dropLast()) : text
        report.report(
          at: issuer.mark(of: text.startIndex..<text.endIndex),
          "`\(base)/.well-known/openid-configuration` has to answer while the stack is deployed",
          help: "call it from outside of your own network before you deploy")
      }
    })
}
