import CloudFormation
import SpecReading
import TextSearch

extension Rule {
  /// The form of an issuer.
  static let jwtIssuer = Rule(
    id: "AUT004",
    severity: .error,
    summary: "JWT issuer is not an `https` URL",
    why: """
      API Gateway fetches the issuer's keys, over `https` only, already when the authorizer is created. It rejects anything
      else with "Issuer is not a valid URL for JWT Authorizer".
      """,
    source: "API Gateway's CreateAuthorizer, found by deployments (cdk-preflight: jwt-issuer-https)",
    example: """
      apis:
        store:
          authorizers:
            users:
              jwt: {issuer: ⟦login.example.com → "https://login.example.com"⟧, audience: web}
          routes:
            GET /books: {http: "https://books.example.com", auth: users}
      """,
    check: { model, report in
      model.forEachIssuer { _, issuer, text in
        let host = text.hasPrefix("https://") ? text.dropFirst(8).prefix { $0 != "/" } : ""
        if text.mentions("${stageVariables.") {
          return report.report(
            at: issuer, "stage variables are not replaced in an issuer",
            help: "write the URL, or `$(name)` for a variable of the spec")
        }
        if !host.isEmpty, !host.mentions(".."), !text.contains(where: \.isWhitespace) { return }
        report.report(
          at: issuer, "\(Reader.quoted(text)) is not a valid issuer: it must be an `https` URL",
          help: url(of: text).map { "write `\($0)`" }
            ?? "write the URL that tokens have in `iss`, such as `https://login.example.com/`")
      }
      for issuer in model.apis.authorizers.compactMap(\.issuer)
      where issuer.isWritten && issuer.texts.isEmpty {
        if let pool = model.userPool(named: issuer.value), pool.attribute != "ProviderURL" {
          report.report(
            at: issuer, "this is not the URL of the user pool `\(pool.resource.name)`",
            help:
              "write `!GetAtt \(pool.resource.elementName.map { "userPools.\($0)" } ?? pool.resource.id).ProviderURL`")
          continue
        }
        let starts = issuer.openTexts.map(\.start)
        guard let start = starts.first(where: { !$0.isEmpty && !"https://".hasPrefix($0) && !$0.hasPrefix("https://") })
        else { continue }
        report.report(
          at: issuer, "an issuer begins with `https://`, found \(Reader.quoted(start))",
          help: "write the URL that tokens have in `iss`, such as `https://login.example.com/`")
      }
    })

  /// The issuer of the user pool that an ARN or an ID names.
  private static func url(of text: String) -> String? {
    let isArn = text.hasPrefix("arn:") && text.mentions(":userpool/")
    let id = isArn ? text.split(separator: "/").last ?? "" : text[...]
    let parts = id.split(separator: "_", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].split(separator: "-").count >= 3, parts[0].isMade(ofLettersDigitsAnd: "-"),
      !parts[1].isEmpty, parts[1].isMade(ofLettersDigitsAnd: "")
    else { return nil }
    return "https://cognito-idp.\(parts[0]).amazonaws.com/\(id)"
  }

  /// More than the issuer.
  static let jwtIssuerDiscovery = Rule(
    id: "AUT005",
    severity: .error,
    summary: "JWT issuer with a discovery path, a query or a fragment",
    why: """
      The issuer is the value of `iss` in tokens. API Gateway adds `/.well-known/openid-configuration` to it, and compares
      it with `iss` as a whole.
      """,
    source: "API Gateway's page on JWT authorizers; public reports of \"Issuer must have a valid discovery endpoint\"",
    example: """
      apis:
        store:
          authorizers:
            users:
              jwt:
                issuer: https://login.example.com⟦/.well-known/openid-configuration →⟧
                audience: web
          routes:
            GET /books: {http: "https://books.example.com", auth: users}
      """,
    check: { model, report in
      model.forEachIssuer { _, issuer, text in
        guard let start = discoveryStart(in: text) else { return }
        report.report(
          at: issuer.mark(of: start..<text.endIndex), "this is not part of the issuer",
          help: "write the issuer only: `\(text[..<start])`; API Gateway finds its keys itself")
      }
      model.forEachComposedIssuer { issuer, text in
        guard let start = discoveryStart(in: text) else { return }
        report.report(
          at: issuer, "`\(text[start...])` is not part of the issuer",
          help: "write the issuer only: `!Sub \"\(text[..<start])\"`; API Gateway finds its keys itself")
      }
      model.forEachListenerIssuer { issuer, text in
        guard let start = discoveryStart(in: text) else { return }
        let keys = issuer.isRaw ? "JwksEndpoint" : "jwksEndpoint"
        report.report(
          at: issuer.mark(of: start..<text.endIndex), "this is not part of the issuer",
          help: "write the issuer only: `\(text[..<start])`; the URL of its keys is the `\(keys)`")
      }
    })

  /// Where a URL goes on behind the issuer.
  private static func discoveryStart(in text: String) -> String.Index? {
    guard text.mentions("/.well-known") || text.mentions("?") || text.mentions("#") else { return nil }
    return ["/.well-known", "?", "#"].compactMap { text.firstRange(of: $0)?.lowerBound }.min()
  }

  /// A Cognito issuer that is written by hand.
  static let cognitoIssuer = Rule(
    id: "AUT006",
    severity: .warning,
    summary: "Cognito issuer that no token has",
    why: """
      Tokens of a user pool have `https://cognito-idp.REGION.amazonaws.com/POOL` in `iss`, without a trailing slash, and the
      pool's id begins with its region. With any other issuer every request is answered with 401.
      """,
    source: "API Gateway's CreateAuthorizer (JWTConfiguration.Issuer); Cognito's page on verifying tokens",
    example: """
      ⟪→
      userPools:
        readers: {id: us-east-1_AbCdEf123, clients: 1example23456789}
      ⟫
      apis:
        store:
          authorizers:
            users:
              ⟪
              jwt: {issuer: "⟦https://cognito-idp.eu-west-1.amazonaws.com/us-east-1_AbCdEf123⟧", audience: web}
              →
              userPool: readers
              ⟫
          routes:
            GET /books: {http: "https://books.example.com", auth: users}
      """,
    check: { model, report in
      model.forEachIssuer { _, issuer, text in
        guard text.hasPrefix("https://"), isOfCognito(text), discoveryStart(in: text) == nil else { return }
        let parts = text.dropFirst(8).split(separator: "/", omittingEmptySubsequences: false)
        let labels = parts[0].split(separator: ".", maxSplits: 2)
        let pool = parts.count > 1 ? parts[1] : ""
        let region = pool.prefix { $0 != "_" }
        let domain = Partition.domain(ofRegion: region)
        if parts.count == 2, pool.contains("_"), labels.count == 3,
          ["cognito-idp", "issuer-cognito-idp"].contains(labels[0]), labels[1] == region, labels[2] == domain
        {
          return
        }
        let meant = pool.contains("_") ? "https://cognito-idp.\(region).\(domain)/\(pool)" : nil
        report.report(
          at: issuer.mark(of: text.startIndex..<text.endIndex), "no user pool issues tokens with this issuer",
          help: (meant.map { "did you mean `\($0)`? " } ?? "")
            + "`userPools` with the pool's `id`, and `userPool` here, derive it")
      }
      model.forEachComposedIssuer { issuer, text in
        guard isOfCognito(text), discoveryStart(in: text) == nil, model.userPool(issuing: issuer.value) == nil else {
          return
        }
        let path = text.dropFirst(8).drop { $0 != "/" }
        let isOfPools = !text.mentions(".amazoncognito.com")
        if isOfPools, path.utf8.count > 1, !path.hasSuffix("/") { return }
        report.report(
          at: issuer, "no user pool issues tokens with this issuer",
          help: isOfPools && path.utf8.count > 1
            ? "write `!Sub \"\(text.dropLast())\"`, without a slash at the end"
            : "write `!Sub \"https://cognito-idp.${AWS::Region}.amazonaws.com/\"` and the ID of the pool")
      }
      for authorizer in model.apis.authorizers {
        guard let issuer = authorizer.issuer, issuer.isWritten, let wanted = wantedHost(of: issuer, in: model) else {
          continue
        }
        report.report(
          at: issuer, "tokens of the user pool `\(wanted.pool.name)` have another issuer",
          help:
            "its host begins with `\(wanted.host)`, and it ends in the ID of the pool; or use `userPool: \(wanted.pool.name)`"
        )
      }
    })

  /// The host of the issuer of a pool in the template, whose ID an issuer contains, if the issuer is another one.
  private static func wantedHost(
    of issuer: Model.Property, in model: Model
  ) -> (pool: Model.Resource, host: String)? {
    guard issuer.isFunction, let text = issuer.value.spelled, text.hasPrefix("https://") else { return nil }
    // The pool may be in place of the host as well.
    let isHost = text.hasPrefix("https://${")
    guard isHost || isOfCognito(text), let start = text.firstRange(of: "/${")?.lowerBound else { return nil }
    let rest = text[text.index(after: start)...]
    guard let (id, attribute, path) = SpelledReference.first(of: rest),
      isHost ? ["", "UserPoolId", "Arn"].contains(attribute) : attribute != "UserPoolId",
      let pool = model.resource(id, of: "AWS::Cognito::UserPool")
    else { return nil }
    let type = pool["IssuerConfiguration"]?["Type"]?.text
    if pool["IssuerConfiguration"] != nil, type == nil { return nil }
    let host = type == "UPDATED" ? "issuer-cognito-idp" : "cognito-idp"
    let isRight = attribute.isEmpty && text.hasPrefix("https://\(host).") && path.isEmpty
    return isRight ? nil : (pool, host)
  }

  /// Whether a URL is one of Cognito's: an endpoint or a sign-in page.
  private static func isOfCognito(_ url: String) -> Bool {
    let host = url.dropFirst("https://".count).prefix { $0 != "/" }
    return host.mentions("cognito-idp") || host.hasPrefix("cognito.") || host.hasSuffix(".amazoncognito.com")
      || host.hasPrefix("cognito-") && host.mentions(".amazonaws.com")
  }
}
