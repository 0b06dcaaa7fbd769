import SpecReading
import YAMLTree

extension Rule {
  /// A JWT authorizer without an audience.
  static let noAudience = Rule(
    id: "AUT003",
    severity: .error,
    premise: .part,
    summary: "JWT authorizer without an audience",
    why: """
      A token names its recipient in `aud` or `client_id`, which must be one of the audience. API Gateway rejects an
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
    check: { model, report in
      for pool in model.names.spec.userPools {
        guard case .imported(let imported) = pool.value.form, imported.clients.isEmpty else { continue }
        report.report(
          at: imported.clients.mark, "the user pool has no app clients", help: "list the ids of the pool's clients")
      }
      model.spec.forEachAuthorizer { used in
        guard case .userPool(let authorizer) = used.form,
          case .resource(let id) = model.names.find(.userPool, authorizer.userPool),
          UserPoolClients.ids(ofResource: id, model.spec.values).isEmpty
        else { return }
        report.report(
          at: authorizer.userPool.mark, "no `AWS::Cognito::UserPoolClient` in `resources` belongs to `\(id)`",
          help: "define one, or name the pool in `userPools`: `{id: !Ref \(id), clients: [CLIENT]}`")
      }
      for authorizer in model.apis.authorizers where authorizer.isJwt == true {
        if let audience = authorizer.audience, audience.isWritten {
          if audience.items?.isEmpty ?? false {
            report.report(at: audience.listMark, "the audience is empty", help: Rule.audienceHelp)
          }
          for item in audience.list where item.text == "" {
            report.report(at: item, "an audience is an empty string", help: Rule.audienceHelp)
          }
        }
        let jwt = authorizer["JwtConfiguration"]
        guard authorizer.isWebSocket != true, !(jwt?.isFunction ?? !authorizer.resource.lacks("JwtConfiguration"))
        else { continue }
        let missing = ["Issuer", "Audience"].filter { jwt?.lacks($0) ?? true }
          .filter { $0 != "Issuer" || !authorizer.findsIssuer }
        if missing.isEmpty { continue }
        // Documents and SAM have `issuer` and `audience`.
        let isInDocument = [.document, .serverless].contains(authorizer.resource.source)
        let words = Suggestion.list(isInDocument ? missing.map { $0.lowercased() } : missing)
        let owner = authorizer.resource.source == .document ? "jwtConfiguration" : "JwtConfiguration"
        report.report(
          at: jwt?.key ?? authorizer.typeMark, "a JWT authorizer needs \(words) in `\(owner)`",
          help: "specify the issuer of the tokens, and what they have in `aud`")
      }
    })

  /// An audience over the quota.
  static let tooManyAudiences = Rule(
    id: "AUT009",
    severity: .error,
    summary: "more than 50 audiences",
    why: "An authorizer accepts 50 audiences, app clients of a user pool included. The quota cannot be raised.",
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
    check: { model, report in
      func check(_ count: Int, _ mark: Mark) {
        guard count > 50 else { return }
        report.report(
          at: mark, "\(count) audiences; an authorizer accepts 50",
          help: "use two authorizers, or one audience for several clients")
      }
      for pool in model.names.spec.userPools {
        switch pool.value.form {
        case .imported(let imported): check(imported.clients.items.count, imported.clients.mark)
        case .created(let created): check(created.clients?.items.count ?? 0, created.clients?.mark ?? .nowhere)
        case nil: break
        }
      }
      for authorizer in model.apis.authorizers {
        if let audience = authorizer.audience, audience.isWritten { check(audience.list.count, audience.listMark) }
      }
    })

  private static let audienceHelp = "write what tokens have in `aud`"

  private static func clients(_ count: Int) -> String { (1...count).map { "client\($0)" }.joined(separator: ", ") }
}

extension Many {
  /// Whether it is a list without items.
  fileprivate var isEmpty: Bool { items.isEmpty && intrinsic == nil && !mark.isNowhere }
}

extension Model.Authorizer {
  /// Whether API Gateway looks the issuer up: a document has the `openIdConnectUrl` of its scheme.
  fileprivate var findsIssuer: Bool {
    guard let name = self["Name"]?.text, let api = api?.resource else { return false }
    return (api["Body"] ?? api["DefinitionBody"])?["components"]?["securitySchemes"]?[name]?["openIdConnectUrl"] != nil
  }
}
