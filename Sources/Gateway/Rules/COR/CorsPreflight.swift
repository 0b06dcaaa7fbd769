import CloudFormation
import SpecReading
import YAMLTree

extension Rule {
  /// The route that takes the preflight away.
  static let preflightMeetsAuthorizer = Rule(
    id: "COR009",
    severity: .warning,
    summary: "a browser's preflight that meets an authorizer",
    why: """
      API Gateway answers preflights by itself only where no route takes `OPTIONS` requests. `$default` and `ANY` routes
      do; with an authorizer they answer 401, since a preflight shows no token.
      """,
    source: "API Gateway's page on CORS of HTTP APIs, the section on `$default` and authorizers",
    example: """
      apis:
        store:
          cors: true
          authorizers:
            users:
              jwt: {issuer: "https://login.example.com", audience: web}
          routes:
            ⟦$default⟧: {http: "https://books.example.com", auth: users}
            ⟪→
            OPTIONS /{proxy+}: {http: "https://books.example.com/{proxy}", auth: none}
            ⟫
      """,
    check: { spec, report in
      func check(_ routes: [Checked], _ help: String) {
        let open = routes.filter { route in
          if case .http("OPTIONS", _) = route.key.form { route.isOpen != false } else { false }
        }
        for route in routes where takesPreflight(route.key) && route.isOpen == false {
          if open.contains(where: { $0.key.answersPreflight(of: route.key) }) { continue }
          report.report(
            at: route.mark, "a browser's preflight to `\(route.key.text)` meets the authorizer, and is refused",
            help: help)
        }
      }
      let raw = spec.callableRoutes
      func others(_ key: Value?) -> [Checked] {
        (key.flatMap { raw[$0] } ?? []).map { ($0.key, $0.isOpen, $0.mark) }
      }
      for (api, routes) in zip(spec.names.spec.apis, spec.routes) where api.value.cors?.isOn ?? false {
        guard !api.value.isWebSocket else { continue }
        let own: [Checked] = routes.map { route in
          let authorization = api.value.authorization(of: route.route.value, route.key, in: spec.names)
          return (route.key, authorization.isOpen, route.route.mark)
        }
        let key = raw.isEmpty ? nil : RawApis.key(of: api, spec.names, spec.values)
        check(own + others(key), "add `OPTIONS /{proxy+}` with `auth: none`")
      }
      for api in spec.rawGateway("Api") where api["CorsConfiguration"] != nil {
        check(others(api.apiKey), "add a route `OPTIONS /{proxy+}` with `AuthorizationType: NONE`")
      }
    })

  /// A route, and whether anybody may call it, where that is known.
  private typealias Checked = (key: RouteKey, isOpen: Bool?, mark: Mark)

  private static func takesPreflight(_ key: RouteKey) -> Bool {
    switch key.form {
    case .http(let method, _): method == "ANY"
    case .reserved(let name): name == "default"
    case .message: false
    }
  }
}

extension RouteKey {
  /// Whether this `OPTIONS` route takes the preflights to everything that a route takes.
  func answersPreflight(of other: RouteKey) -> Bool {
    guard case .http(_, let segments) = form else { return false }
    let shape = segments.map { $0.hasPrefix("{") ? ($0.hasSuffix("+}") ? "+" : "{}") : $0 }
    guard case .http(_, let others) = other.form else { return shape == ["+"] }
    for (index, segment) in others.enumerated() {
      guard index < shape.count else { return false }
      if shape[index] == "+" { return true }
      let isGreedy = segment.hasSuffix("+}")
      if isGreedy || (shape[index] != "{}" && shape[index] != segment) { return false }
    }
    return shape.count == others.count
  }
}
