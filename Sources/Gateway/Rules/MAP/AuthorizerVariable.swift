import SpecReading
import YAMLTree

extension Rule {
  /// What no authorizer gives.
  static let authorizerVariable = Rule(
    id: "MAP008",
    severity: .warning,
    summary: "a mapping of what an authorizer gives, on routes that have none",
    why: """
      `$context.authorizer.claims.NAME` are the claims of a token that a JWT authorizer has checked, and
      `$context.authorizer.NAME` what a Lambda authorizer returned. On a route without them the value is empty.
      """,
    source: "API Gateway's page on logging variables of HTTP APIs",
    example: """
      apis:
        store:
          ⟪→
          authorizers:
            users: {jwt: {issuer: https://login.example.com, audience: web}}
          ⟫
          routes:
            GET /books:
              http: https://books.example.com/v1
              ⟪→
              auth: users
              ⟫
              requestParameters:
                append:header.x-user: ⟦$context.authorizer.claims.sub⟧
      """,
    check: { spec, report in
      // A mapping that routes get by default needs one route that has an authorizer.
      var order: [(mark: Mark, isClaim: Bool)] = []
      var served: [Mark: Bool] = [:]
      spec.forEachMappingVariable { answering, _, value, variable in
        guard let answering, variable.root == .context, variable.path.hasPrefix("authorizer."),
          variable.path != "authorizer.error"
        else {
          return
        }
        let isClaim = variable.path.hasPrefix("authorizer.claims.")
        for line in answering.lines {
          let mark = line.place(of: value.mark(of: variable.range))
          if served[mark] == nil { order.append((mark, isClaim)) }
          served[mark] = (served[mark] ?? false) || spec.isServed(line, of: answering.api, claims: isClaim)
        }
      }
      for (mark, isClaim) in order where served[mark] == false {
        report.report(
          only: mark,
          isClaim
            ? "no route with this has a JWT authorizer, so there are no claims"
            : "no route with this has an authorizer, so there is nothing that it gave",
          help: "give the route an `auth`")
      }
    })
}

extension ResolvedSpec {
  /// Whether a route of a target has an authorizer that gives claims, or anything.
  fileprivate func isServed(_ line: AnsweringTarget.Line, of api: Named<Api>, claims: Bool) -> Bool {
    line.routes.contains { resolved in
      switch api.value.authorization(of: resolved.route.value, resolved.key, in: names).checker {
      case .authorizer(let element): !claims || element.value.isJwt
      case .resource(_, let isJwt): !claims || isJwt
      case .unknown: true
      case .open, .iam: false
      }
    }
  }
}
