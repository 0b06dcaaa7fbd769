import Diagnostics

extension Rule {
  /// A route that takes preflight requests away from API Gateway.
  static let preflightMeetsAuthorizer = Rule(
    id: "COR009",
    severity: .warning,
    summary: "preflight request that requires authorization",
    why: """
      API Gateway answers preflight requests itself only where no route matches `OPTIONS` requests. `$default` and `ANY`
      routes do; with an authorizer they answer 401, because a preflight request carries no token.
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
    check: { model, report in
      for api in model.apis.all where !api.cors.isEmpty {
        let open = api.routes.filter { route in
          if case .http("OPTIONS", _)? = route.key?.form { route.isOpen != false } else { false }
        }
        let closed = api.routes.filter { route in
          guard route.isOpen == false, let key = route.key, takesPreflight(key) else { return false }
          return !open.contains { $0.key?.answersPreflight(of: key) ?? false }
        }
        // One route for `OPTIONS` answers those of all of them.
        guard let route = closed.first, let key = route.key else { continue }
        // The same path is certain to have priority over `ANY`; a shorter one has it by some of the sources only.
        let isAny = if case .http = key.form { closed.count == 1 } else { false }
        let path = isAny ? String(key.text.dropFirst("ANY ".count)) : "/{proxy+}"
        report.report(
          at: route.mark, "preflight requests to `\(key.text)` require authorization and are rejected",
          related: closed.dropFirst().map { Related(message: "also those to this route", mark: $0.mark) },
          help:
            "add \(route.resource.source == .resources ? "a route " : "")`OPTIONS \(path)` with `\(route.openingWords)`"
        )
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
  /// Whether this `OPTIONS` route matches the preflight requests for everything that a route matches.
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
