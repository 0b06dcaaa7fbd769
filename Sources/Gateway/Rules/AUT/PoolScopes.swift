import SpecReading
import TextSearch

extension Rule {
  /// A scope that tokens of a user pool never have.
  static let scopeWithoutServer = Rule(
    id: "AUT046",
    severity: .warning,
    summary: "scope of a user pool without its resource server",
    why: """
      Tokens of a user pool have Cognito's own scopes, such as `openid`, and those of resource servers with the identifier of the
      server in front: `IDENTIFIER/SCOPE`. With any other scope every request is answered with 403.
      """,
    source: "Cognito developer guide, Scopes, M2M, and resource servers",
    example: """
      userPools:
        readers: {id: eu-west-1_AbCdEf123, clients: 1example23456789}
      apis:
        store:
          authorizers:
            users: {userPool: readers}
          routes:
            GET /books: {http: "https://books.example.com", auth: {authorizer: users, scopes: ⟦read → books/read⟧}}
      """,
    check: { model, report in
      for authorizer in model.apis.authorizers where authorizer.isOfUserPool {
        for route in authorizer.routes {
          for scope in route["AuthorizationScopes"]?.list ?? [] {
            guard let text = scope.text, !text.contains("/"), !text.contains(" "), !ownScopes.contains(text) else {
              continue
            }
            report.report(
              at: scope, "tokens of a user pool never have the scope `\(text)`",
              help: text.contains(",")
                ? Suggestion.asList(text.split(separator: ",")) + ", with the identifiers of the resource servers"
                : "write `\(model.server(ofScope: text) ?? "IDENTIFIER")/\(text)`, with the identifier of its resource server"
            )
          }
        }
      }
    })

  /// Cognito's own.
  private static let ownScopes = ["openid", "email", "phone", "profile", "aws.cognito.signin.user.admin"]
}

extension Model {
  /// The identifier of the resource server in the template that has a scope.
  fileprivate func server(ofScope name: String) -> String? {
    resources("AWS::Cognito::UserPoolResourceServer").first { server in
      server["Scopes"]?.list.contains { $0["ScopeName"]?.text == name } ?? false
    }?["Identifier"]?.text
  }
}
