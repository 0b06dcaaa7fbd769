import SpecReading
import YAMLTree

extension Rule {
  /// Nobody's tokens.
  static let noAudience = Rule(
    id: "AUT003",
    severity: .error,
    summary: "a JWT authorizer without an audience",
    why: """
      A token says whom it is for, in `aud` or `client_id`, and that must be one of the audience. API Gateway refuses an
      authorizer without any: "Audience list must have at least 1 item for JWT Authorizer".
      """,
    source: "API Gateway's CreateAuthorizer, found by deployments (cdk-preflight: jwt-audience-required)",
    example: """
      apis:
        store:
          authorizers:
            users:
              jwt: {issuer: "https://login.example.com", audience: ⟦[] → web⟧}
          routes:
            GET /books: {http: "https://books.example.com", auth: users}
      """,
    check: { spec, report in
      for pool in spec.names.spec.userPools {
        guard case .imported(let imported) = pool.value.form, imported.clients.isEmpty else { continue }
        report.report(at: imported.clients.mark, "there is no app client", help: "write the ids of the pool's clients")
      }
      spec.forEachAuthorizer { used in
        guard case .userPool(let authorizer) = used.form,
          case .resource(let id) = spec.names.find(.userPool, authorizer.userPool),
          UserPoolClients.ids(ofResource: id, spec.values).isEmpty
        else { return }
        report.report(
          at: authorizer.userPool.mark, "no `AWS::Cognito::UserPoolClient` in `resources` belongs to `\(id)`",
          help: "define one, or name the pool in `userPools`: `{id: !Ref \(id), clients: [CLIENT]}`")
      }
      spec.forEachWrittenAuthorizer { authorizer in
        if let audience = authorizer.audience, audience.isEmpty {
          report.report(at: audience.mark, "there is no audience", help: "write what tokens have in `aud`")
        }
        for item in authorizer.audience?.items ?? [] where item.literal == "" {
          report.report(
            at: item.mark, "no token is for an audience without a name", help: "write what tokens have in `aud`")
        }
      }
      for authorizer in spec.rawAuthorizers where authorizer.isJwt && authorizer.isWebSocket != true {
        guard let resource = authorizer.resource, resource.isWhole else { continue }
        let jwt = resource["JwtConfiguration"]
        if jwt?.isFunction ?? !resource.lacks("JwtConfiguration") { continue }
        let missing = ["Issuer", "Audience"].filter { jwt?.lacks($0) ?? true }
        if missing.isEmpty { continue }
        report.report(
          at: jwt?.key ?? authorizer.mark, "a JWT authorizer needs \(Suggestion.list(missing)) in `JwtConfiguration`",
          help: "write who issues the tokens, and what they have in `aud`")
      }
    })

  /// More than API Gateway takes.
  static let tooManyAudiences = Rule(
    id: "AUT009",
    severity: .error,
    summary: "more than 50 audiences",
    why: "An authorizer takes 50 audiences, app clients of a user pool included. The limit cannot be raised.",
    source: "API Gateway's quotas for HTTP APIs",
    example: """
      apis:
        store:
          authorizers:
            users:
              jwt: {issuer: "https://login.example.com", audience: ⟦[\(clients(51))] → [\(clients(50))]⟧}
          routes:
            GET /books: {http: "https://books.example.com", auth: users}
      """,
    check: { spec, report in
      func check(_ audience: Names?) {
        guard let audience, audience.items.count > 50 else { return }
        report.report(
          at: audience.mark, "these are \(audience.items.count); an authorizer takes 50",
          help: "use two authorizers, or one audience for several clients")
      }
      for pool in spec.names.spec.userPools {
        switch pool.value.form {
        case .imported(let imported): check(imported.clients)
        case .created(let created): check(created.clients)
        case nil: break
        }
      }
      spec.forEachWrittenAuthorizer { check($0.audience) }
    })

  private static func clients(_ count: Int) -> String { (1...count).map { "client\($0)" }.joined(separator: ", ") }
}

extension Many {
  /// Whether a list was written, without items.
  fileprivate var isEmpty: Bool { items.isEmpty && intrinsic == nil && !mark.isNowhere }
}
