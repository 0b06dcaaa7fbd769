import SpecReading
import YAMLTree

extension Rule {
  /// A preflight request carries no token.
  static let authorizerOfPreflight = Rule(
    id: "AUT034",
    severity: .warning,
    summary: "`OPTIONS` route with authorization",
    why: """
      Before a request to another origin, a browser sends `OPTIONS` without cookies or tokens. A route with authorization
      answers 401, and the request itself is never sent.
      """,
    source: "the Fetch standard, on CORS-preflight requests",
    example: """
      apis:
        store:
          authorizers:
            users:
              jwt: {issuer: "https://login.example.com", audience: web}
          ⟪→
          defaultAuth: users
          ⟫
          routes:
            ⟪→
            GET /books: https://books.example.com
            ⟫
            OPTIONS /books: ⟪{http: "https://books.example.com", auth: ⟦users⟧} → https://books.example.com⟫
      """,
    check: { model, report in
      for route in model.apis.routes where route.isOpen == false {
        guard case .http("OPTIONS", _)? = route.key?.form, let type = route["AuthorizationType"], type.isWritten
        else { continue }
        report.report(
          at: type, "preflight requests to `\(route.name)` carry no token and are rejected",
          help: type.isRaw
            ? "write `\(route.openingWords)`" : "remove `OPTIONS` from this route, or write `auth: none`")
      }
    })

  /// A route that may lack authorization.
  static let openRoute = Rule(
    id: "ROU017",
    severity: .note,
    premise: .spec,
    summary: "route without authorization in an API whose other routes have it",
    why: """
      Other routes of the API require authorization, and this one does not, without stating that this is intended.
      """,
    source: "the language: secure by default",
    example: """
      apis:
        store:
          authorizers:
            users:
              jwt: {issuer: "https://login.example.com", audience: web}
          routes:
            GET /orders: {http: "https://orders.example.com", auth: users}
            ⟦POST /orders⟧: ⟪https://orders.example.com → {http: "https://orders.example.com", auth: users}⟫
            ⟪→
            GET /books: {http: "https://books.example.com", auth: none}
            ⟫
      """,
    check: { model, report in
      // Where there is a default, its author thought of all routes.
      for api in model.apis.all where api.isWebSocket == false && api.element?.value.defaultAuth == nil {
        let closed = api.routes.count { $0.isOpen == false }
        // Where most are open, this one is probably meant to be.
        guard closed > 0, closed * 2 >= api.routes.count else { continue }
        var seen: Set<Mark> = []
        for route in api.routes where route.isOpen == true && !(route["AuthorizationType"]?.isWritten ?? false) {
          // An authorizer that is not used has a finding of its own.
          if route["AuthorizerId"] != nil { continue }
          if case .http("OPTIONS", _)? = route.key?.form { continue }
          guard seen.insert(route.mark).inserted else { continue }
          report.report(
            at: route.mark,
            "everyone can call `\(route.name)`, while \(closed) of the API's \(api.routes.count) routes require authorization",
            help: "write `\(route.openingWords)` to state that this is intended")
        }
      }
    })
}

extension Model.Route {
  /// The words that open it for everyone.
  var openingWords: String {
    switch resource.source {
    case .document: "security: []"
    case .language: "auth: none"
    case .serverless: "Auth: {Authorizer: NONE}"
    default: "AuthorizationType: NONE"
    }
  }
}
