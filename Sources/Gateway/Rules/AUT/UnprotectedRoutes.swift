import SpecReading
import YAMLTree

extension Rule {
  /// A preflight shows nobody's token.
  static let authorizerOfPreflight = Rule(
    id: "AUT034",
    severity: .warning,
    summary: "an `OPTIONS` route that asks who calls",
    why: """
      Before a request to another origin a browser asks with `OPTIONS` whether it may send it, and shows no cookie and no
      token. A route that wants them answers 401, and the request itself is never sent.
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
    check: { spec, report in
      var seen: Set<Mark> = []
      spec.forEachAuthorization { _, route, authorization in
        guard case .http("OPTIONS", _) = route.key.form, !authorization.isOpen,
          let mark = route.route.value.auth?.authorizer?.mark, seen.insert(mark).inserted
        else { return }
        report.report(
          at: mark, "a browser's preflight to `\(route.key.text)` shows no token, and is refused",
          help: "leave `OPTIONS` out of this route, or write `auth: none`")
      }
      for route in spec.callableRoutes.values.joined() where route.isOpen == false {
        guard case .http("OPTIONS", _) = route.key.form, let type = route.resource["AuthorizationType"] else {
          continue
        }
        report.report(
          at: type.mark, "a browser's preflight to `\(route.key.text)` shows no token, and is refused",
          help: "write `AuthorizationType: NONE`")
      }
    })

  /// One that was forgotten, perhaps.
  static let openRoute = Rule(
    id: "ROU017",
    severity: .note,
    summary: "a route that everybody may call, where others ask who calls",
    why: "Some routes of the API ask who calls, and this one does not, without a word on whether that is meant.",
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
    check: { spec, report in
      for (api, routes) in zip(spec.names.spec.apis, spec.routes) where !api.value.isWebSocket {
        // Who wrote a default has thought of all routes.
        guard api.value.defaultAuth == nil else { continue }
        let asking = routes.count {
          !api.value.authorization(of: $0.route.value, $0.key, in: spec.names).isOpen
        }
        // Where most are open, this one is most likely meant to be.
        guard asking > 0, asking * 2 >= routes.count else { continue }
        var seen: Set<Mark> = []
        for route in routes where route.route.value.auth == nil && api.value.appliesDefault(to: route.key) {
          guard seen.insert(route.route.mark).inserted else { continue }
          report.report(
            at: route.route.mark,
            """
            everybody may call `\(route.key.text)`, while \(asking) of the API's \(routes.count) routes \
            \(asking == 1 ? "asks" : "ask") who calls
            """,
            help: "write `auth: none` to say that you mean it")
        }
      }
    })
}
