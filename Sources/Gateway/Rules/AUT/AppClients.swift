import CloudFormation
import SpecReading
import TextSearch
import YAMLTree

extension Rule {
  /// App clients of user pools.
  static let appClients = Rule(
    id: "AUT047",
    severity: .error,
    summary: "client that a user pool cannot have",
    why: """
      The ID of an app client has letters, digits, `_` and `+`: its name is not accepted for it, and every token is rejected with 401.
      A client without a secret cannot use client credentials: Cognito rejects it ("client_credentials flow can not be selected if
      client does not have a client secret").
      """,
    source: """
      Cognito's ClientIdType; Amazon Cognito's CreateUserPoolClient, found by deployments (cdk-preflight: \
      cognito-client-credentials-secret)
      """,
    example: """
      userPools:
        people: {id: eu-west-1_AbCdEf123, clients: ⟦web app → 1example23456789⟧}
      apis:
        store:
          authorizers:
            users: {userPool: people}
          routes:
            GET /books: {http: "https://books.example.com", auth: users}
      """,
    check: { model, report in
      func check(_ text: String, at mark: Mark) {
        if text.isEmpty || text.mentions("{{") || text.isMade(ofLettersDigitsAnd: "_+") { return }
        report.report(
          at: mark, "\(Reader.quoted(text)) is not the ID of an app client",
          help: "write the client ID, such as `1example23456789`; the page of the pool in the console shows it")
      }
      for pool in model.names.spec.userPools {
        guard case .imported(let imported) = pool.value.form else { continue }
        for client in imported.clients.items {
          guard let text = client.literal else { continue }
          if text == imported.id.literal {
            report.report(
              at: client.mark, "`\(text)` is the user pool; tokens name an app client",
              help: "write the ID of an app client of the pool")
          } else if !text.contains("_") || text.contains(":") {
            check(text, at: client.mark)
          }
        }
      }
      for authorizer in model.apis.authorizers where authorizer.isOfUserPool {
        for client in authorizer.audience?.list ?? [] {
          // Other texts may be a resource that tokens are for; the ID of a pool has a finding of its own.
          if client.isWritten, let text = client.text, text.contains(" ") { check(text, at: client.mark) }
        }
      }
      for client in model.resources("AWS::Cognito::UserPoolClient") {
        for url in ["CallbackURLs", "LogoutURLs"].flatMap({ client[$0]?.list ?? [] }) {
          guard let text = url.text, text.hasPrefix("http://"), !text.hasPrefix("http://localhost") else { continue }
          report.report(
            at: url, "\(Reader.quoted(text)) is not encrypted, which Cognito only allows for `http://localhost`",
            help: "write `https://\(text.dropFirst(7))`")
        }
        let flow = client["AllowedOAuthFlows"]?.list.first { $0.text == "client_credentials" }
        guard let flow, client.flag("GenerateSecret") == false else { continue }
        report.report(
          at: flow, "a client without a secret cannot use `client_credentials`",
          help: "set `GenerateSecret: true`")
      }
    })
}
