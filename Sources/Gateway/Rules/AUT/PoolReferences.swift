import CloudFormation
import Diagnostics
import SpecReading

extension Rule {
  /// An audience that is not an app client of the issuer.
  static let audienceOfPool = Rule(
    id: "AUT043",
    severity: .warning,
    summary: "audience that tokens of the issuer do not have",
    why: """
      Tokens of a user pool have the ID of an app client of this pool in `client_id` or `aud`. With another audience every request is
      answered with 401. So it is with several audiences in one text.
      """,
    source: "Cognito's page on verifying JSON web tokens; API Gateway's page on JWT authorizers",
    example: """
      resources:
        Readers: {Type: AWS::Cognito::UserPool, DeletionPolicy: Retain, UpdateReplacePolicy: Retain}
        Web: {Type: AWS::Cognito::UserPoolClient, Properties: {UserPoolId: !Ref Readers}}
      apis:
        store:
          authorizers:
            users:
              jwt: {issuer: !GetAtt Readers.ProviderURL, audience: ⟦!Ref Readers → !Ref Web⟧}
          routes:
            GET /books: {http: "https://books.example.com", auth: users}
      """,
    check: { model, report in
      for authorizer in model.apis.authorizers {
        guard let issuer = authorizer.issuer, let audience = authorizer.audience, audience.isWritten else { continue }
        for item in audience.list {
          guard let text = item.text, let flaw = Rule.flaw(ofAudience: text, issuer: issuer.text ?? "") else {
            continue
          }
          report.report(flaw, at: item)
        }
        guard let pool = model.userPool(issuing: issuer.value) else { continue }
        for item in audience.isFunction ? [audience] : audience.list {
          guard let flaw = model.flaw(ofAudience: item.value, pool) else { continue }
          report.report(at: item, flaw.message, related: flaw.related, help: flaw.help)
        }
      }
    })

  /// Why a text is certainly not the audience of an issuer's tokens.
  private static func flaw(ofAudience text: String, issuer: String) -> (message: String, help: String)? {
    if text.contains(",") {
      let items = text.split(separator: ",").map { $0.drop { $0 == " " } }
      return ("tokens have one of several audiences, and not \(Reader.quoted(text))", Suggestion.asList(items))
    }
    if text.first?.isWhitespace ?? false || text.last?.isWhitespace ?? false {
      let bare = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      return ("no token has an audience that begins or ends with a space", "write `\(bare)`")
    }
    if text == "*" {
      return ("an audience is compared as a whole: `*` is not a wildcard", "write what tokens have in `aud`")
    }
    guard let last = issuer.split(separator: "/").last.map(String.init) else { return nil }
    // The pattern of a client ID in Cognito's API.
    if issuer.hasPrefix("https://cognito-idp."), !text.isEmpty, !text.isMade(ofLettersDigitsAnd: "_+"), text != last {
      return ("\(Reader.quoted(text)) is not the ID of an app client", "write the ID of an app client, not its name")
    }
    if issuer.hasPrefix("https://cognito-idp."), text == last {
      return ("`\(text)` is the user pool; tokens name an app client", "write the ID of an app client of the pool")
    }
    // Firebase's page on verifying ID tokens.
    if issuer.hasPrefix("https://securetoken.google.com/"), text != last, last != "securetoken.google.com" {
      return ("tokens of this issuer have the project as audience", "write `\(last)`")
    }
    // Okta's page on authorization servers.
    let isOkta = last.hasSuffix(".okta.com") || last.hasSuffix(".oktapreview.com")
    if isOkta, text == "api://default" {
      return (
        "tokens with this audience are issued by the authorization server `default`",
        "write `https://\(last)/oauth2/default` as issuer"
      )
    }
    return nil
  }

  /// Several scopes in one text.
  static let scopeWithBlank = Rule(
    id: "AUT044",
    severity: .error,
    summary: "scope with a space in it",
    why: """
      A token has its scopes in one string, separated by spaces, and API Gateway looks for each scope of the route in it. A scope
      with a space in it is never found, so every request is answered with 403.
      """,
    source: "RFC 6749, section 3.3; API Gateway's page on JWT authorizers",
    example: """
      apis:
        store:
          authorizers:
            users: {jwt: {issuer: "https://login.example.com", audience: web}}
          routes:
            GET /books:
              http: https://books.example.com
              auth: {authorizer: users, scopes: ⟦"books:read books:write" → [books:read, books:write]⟧}
      """,
    check: { model, report in
      for route in model.apis.routes {
        // A list is only made where there is something to report.
        guard let scopes = route["AuthorizationScopes"], scopes.value.hasText(where: hasBlank) else { continue }
        for scope in scopes.list {
          guard let text = scope.text, hasBlank(text) else { continue }
          let parts = text.split(separator: " ")
          report.report(
            at: scope, "\(Reader.quoted(text)) is not a valid scope: it has a space in it",
            help: Suggestion.asList(parts) + "; a token needs only one of them")
        }
      }
    })

  private static func hasBlank(_ text: String) -> Bool { text.utf8.contains(UInt8(ascii: " ")) }
}

extension Model {
  /// The user pool of the template that a value is a reference to, and the attribute; empty for its ID.
  func userPool(named value: Value) -> (resource: Resource, attribute: String)? {
    guard let text = value.spelled, let (id, attribute) = SpelledReference.parts(of: text),
      let pool = resource(id, of: "AWS::Cognito::UserPool")
    else { return nil }
    return (pool, attribute)
  }

  /// Why a value is certainly not the ID of an app client of a pool.
  fileprivate func flaw(
    ofAudience value: Value, _ pool: Resource
  ) -> (message: String, related: [Related], help: String)? {
    if let name = value.text,
      let client = resources("AWS::Cognito::UserPoolClient").first(where: {
        $0["ClientName"]?.text == name && self.userPool(of: $0) === pool
      })
    {
      return (
        "\(Reader.quoted(name)) is the name of an app client; tokens have its ID",
        [Related(message: "the app client", mark: client.mark)], "write `!Ref \(client.id)`"
      )
    }
    guard let text = value.spelled, let (id, attribute) = SpelledReference.parts(of: text), let target = resource(id)
    else { return nil }
    switch target.type {
    case "AWS::Cognito::UserPool":
      let client = resources("AWS::Cognito::UserPoolClient").first { self.userPool(of: $0) === pool }
      return (
        "`\(target.name)` is the user pool; tokens name an app client", [],
        "write `!Ref \(client?.id ?? "CLIENT")`\(client == nil ? " of an `AWS::Cognito::UserPoolClient`" : "")"
      )
    case "AWS::Cognito::UserPoolClient" where !attribute.isEmpty && attribute != "ClientId":
      return ("this is not the ID of the app client `\(target.name)`", [], "write `!Ref \(target.id)`")
    case "AWS::Cognito::UserPoolClient":
      guard let other = userPool(of: target), other !== pool else { return nil }
      return (
        "`\(target.name)` is an app client of the user pool `\(other.name)`, and the issuer is `\(pool.name)`",
        [Related(message: "the app client", mark: target.mark)], "use an app client and an issuer of one user pool"
      )
    default: return nil
    }
  }

  /// The user pool of an app client, if it is in the template.
  private func userPool(of client: Resource) -> Resource? { client["UserPoolId"].flatMap { resource($0) } }
}
