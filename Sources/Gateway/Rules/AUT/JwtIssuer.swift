import CloudFormation
import SpecReading

extension Rule {
  /// An issuer is a URL that AWS can ask.
  static let jwtIssuer = Rule(
    id: "AUT004",
    severity: .error,
    summary: "a JWT issuer that is no `https` URL",
    why: """
      API Gateway fetches the issuer's keys, over `https` alone, and does so already when the authorizer is created. It
      refuses anything else with "Issuer is not a valid URL for JWT Authorizer".
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
    check: { spec, report in
      spec.forEachIssuer { _, issuer in
        guard let text = issuer.literal, !issuer.mark.isNowhere else { return }
        let host = text.hasPrefix("https://") ? text.dropFirst(8).prefix { $0 != "/" } : ""
        if !host.isEmpty, !text.contains(where: \.isWhitespace) { return }
        report.report(
          at: issuer.mark, "\(Reader.quoted(text)) is not an issuer: it is no `https` URL",
          help: "write the URL that tokens have in `iss`, such as `https://login.example.com/`")
      }
    })

  /// The issuer itself, not where its keys are found.
  static let jwtIssuerDiscovery = Rule(
    id: "AUT005",
    severity: .error,
    summary: "a JWT issuer with the path of its discovery document, a query or a fragment",
    why: """
      The issuer is what tokens say in `iss`. API Gateway adds `/.well-known/openid-configuration` to it by itself, and
      compares it with `iss` as a whole.
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
    check: { spec, report in
      spec.forEachIssuer { _, issuer in
        guard let text = issuer.literal else { return }
        let starts = ["/.well-known", "?", "#"].compactMap { text.firstRange(of: $0)?.lowerBound }
        guard let start = starts.min() else { return }
        report.report(
          at: issuer.mark(of: start..<text.endIndex), "this is no part of the issuer",
          help: "write the issuer alone: `\(text[..<start])`; API Gateway finds its keys by itself")
      }
    })

  /// A Cognito user pool's issuer, written by hand.
  static let cognitoIssuer = Rule(
    id: "AUT006",
    severity: .warning,
    summary: "a Cognito issuer that no token will have",
    why: """
      A user pool's tokens say `https://cognito-idp.REGION.amazonaws.com/POOL` in `iss`, without a slash at the end, and
      the pool's id begins with its region. An issuer that is written otherwise is never equal to theirs.
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
    check: { spec, report in
      spec.forEachIssuer { _, issuer in
        guard let text = issuer.literal, text.hasPrefix("https://"), isOfCognito(text) else { return }
        let parts = text.dropFirst(8).split(separator: "/", omittingEmptySubsequences: false)
        let labels = parts[0].split(separator: ".", maxSplits: 2)
        let pool = parts.count > 1 ? parts[1] : ""
        let region = pool.prefix { $0 != "_" }
        let domain = Partition.domain(ofRegion: region)
        if parts.count == 2, pool.contains("_"), labels == ["cognito-idp", region, Substring(domain)] { return }
        let meant = pool.contains("_") ? "https://cognito-idp.\(region).\(domain)/\(pool)" : nil
        let whole = issuer.mark(of: text.startIndex..<text.endIndex)
        report.report(
          at: whole, "no user pool's tokens have this issuer",
          help: (meant.map { "did you mean `\($0)`? " } ?? "")
            + "`userPools` with the pool's `id`, and `userPool` here, make it by themselves")
      }
    })

  /// Whether a URL is one of Cognito's: of its endpoints, or of the pages where users sign in.
  private static func isOfCognito(_ url: String) -> Bool {
    let host = url.dropFirst("https://".count).prefix { $0 != "/" }
    return host.mentions("cognito-idp") || host.hasPrefix("cognito.") || host.hasSuffix(".amazoncognito.com")
  }
}
