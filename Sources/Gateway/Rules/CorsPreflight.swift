import SpecReading

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
    bad: """
      apis:
        store:
          cors: true
          authorizers:
            users:
              jwt: {issuer: "https://login.example.com", audience: web}
          routes:
            ⟦$default⟧: {http: "https://books.example.com", auth: users}
      """,
    good: """
      apis:
        store:
          cors: true
          authorizers:
            users:
              jwt: {issuer: "https://login.example.com", audience: web}
          routes:
            $default: {http: "https://books.example.com", auth: users}
            OPTIONS /{proxy+}: {http: "https://books.example.com/{proxy}", auth: none}
      """,
    check: { spec, report in
      for (api, routes) in zip(spec.names.spec.apis, spec.routes) where api.value.cors?.isOn ?? false {
        guard !api.value.isWebSocket else { continue }
        let open = routes.filter {
          guard case .http("OPTIONS", _) = $0.key.form else { return false }
          return api.value.authorization(of: $0.route.value, $0.key, in: spec.names).isOpen
        }
        for route in routes where takesPreflight(route.key) {
          let authorization = api.value.authorization(of: route.route.value, route.key, in: spec.names)
          if authorization.isOpen || open.contains(where: { $0.key.answersPreflight(of: route.key) }) { continue }
          report.report(
            at: route.route.mark, "a browser's preflight to `\(route.key.text)` meets the authorizer, and is refused",
            help: "add `OPTIONS /{proxy+}` with `auth: none`")
        }
      }
    })

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
