import TextSearch

extension Rule {
  static let providerIssuer = Rule(
    id: "AUT042",
    severity: .warning,
    summary: "issuer in a form that its identity provider does not put into tokens",
    why: """
      API Gateway compares the issuer with `iss` of a token character by character, and so do load balancers. If they differ by
      a slash or a tenant, the authorizer is created, and every request is answered with 401.
      """,
    source: """
      The providers' pages on validating tokens: Auth0 (`https://TENANT/`), Microsoft Entra (`…/TENANT_ID/v2.0`), Google, Firebase \
      and Okta (without a slash at the end)
      """,
    example: """
      apis:
        store:
          authorizers:
            users: {jwt: {issuer: ⟦https://bookstore.eu.auth0.com → https://bookstore.eu.auth0.com/⟧, audience: web}}
          routes:
            GET /books: {http: "https://books.example.com", auth: users}
      """,
    check: { model, report in
      model.forEachIssuer { _, issuer, text in
        guard let flaw = ProviderIssuer(text)?.flaw else { return }
        report.report(flaw, at: issuer.mark(of: text.startIndex..<text.endIndex))
      }
      model.forEachComposedIssuer { issuer, text in
        guard let flaw = ProviderIssuer(text)?.flaw else { return }
        report.report(at: issuer, flaw.message, help: flaw.help.replacing("write `", with: "write `!Sub "))
      }
      // Load balancers compare it as well.
      model.forEachListenerIssuer { issuer, text in
        if let flaw = ProviderIssuer(text)?.flaw { report.report(flaw, at: issuer) }
      }
    })
}

/// The issuer of a known identity provider.
private struct ProviderIssuer {
  private let host: Substring
  private let path: Substring

  /// Nil for a text that is not an `https` URL.
  init?(_ text: String) {
    guard text.hasPrefix("https://") else { return nil }
    host = text.dropFirst("https://".count).prefix { $0 != "/" }
    path = text.dropFirst("https://".count + host.count)
  }

  /// The message and the help for a form that no token has; nil for a valid form or another provider.
  var flaw: (message: String, help: String)? {
    // AUT005 reports it.
    if path.mentions("/.well-known") { return nil }
    if let flaw = flawOfProvider ?? flawOfPath { return flaw }
    return isPlaceholder ? ("`\(host)` is a placeholder", "write the host that tokens have in `iss`") : nil
  }

  /// Names in examples of the providers' pages.
  private var isPlaceholder: Bool {
    let name = host.prefix { $0 != "." }.lowercased()
    return ["your-domain", "your-tenant", "yourdomain", "your_domain", "your-okta-domain"].contains(name)
      || !host.mentions("${") && host.utf8.contains { "{<".utf8.contains($0) }
  }

  /// Endpoints of a provider, below its issuer.
  private var flawOfPath: (message: String, help: String)? {
    for end in [
      "/protocol/openid-connect/certs", "/protocol/openid-connect/token", "/protocol/openid-connect/auth",
      "/protocol/openid-connect/userinfo", "/protocol/openid-connect", "/oauth2/v2.0/token", "/oauth2/v2.0/authorize",
      "/discovery/v2.0/keys", "/v1/keys", "/v1/token", "/v1/authorize", "/oauth2/v3/certs", "/auth/keys", "/jwks.json",
      "/jwks", "/oauth2/authorize", "/userinfo",
    ]
    where path.hasSuffix(end) {
      return (
        "this is an endpoint of the identity provider, not its issuer",
        "write the URL that tokens have in `iss`, such as `https://\(host)\(path.dropLast(end.count))`"
      )
    }
    // Keycloak: `https://HOST/realms/REALM`.
    let parts = path.split(separator: "/")
    if path.hasSuffix("/"), parts.count >= 2, parts[parts.count - 2] == "realms" {
      return flaw(of: "Keycloak", unless: String(path.dropLast()))
    }
    return nil
  }

  /// Providers whose tokens all have the same issuer, with its path (source: `issuer` in their discovery documents).
  private static let providersOfOneIssuer = [
    (host: "accounts.google.com", provider: "Google", path: ""),
    (host: "appleid.apple.com", provider: "Apple", path: ""),
    (host: "gitlab.com", provider: "GitLab", path: ""),
    (host: "id.twitch.tv", provider: "Twitch", path: "/oauth2"),
  ]

  private var flawOfProvider: (message: String, help: String)? {
    if host.hasSuffix(".auth0.com") { return flaw(of: "Auth0", unless: "/") }
    if let (_, provider, wanted) = Self.providersOfOneIssuer.first(where: { $0.host == host }) {
      return flaw(of: provider, unless: wanted)
    }
    if host.hasSuffix(".clerk.accounts.dev") { return flaw(of: "Clerk", unless: "") }
    if host == "securetoken.google.com" {
      guard let project = path.split(separator: "/").first else {
        return ("tokens of Firebase have the ID of their project in the issuer", "write `https://\(host)/PROJECT_ID`")
      }
      return flaw(of: "Firebase", unless: "/\(project)")
    }
    if host.hasSuffix(".firebaseapp.com") {
      let project = host.dropLast(".firebaseapp.com".count)
      return ("tokens of Firebase do not have this issuer", "write `https://securetoken.google.com/\(project)`")
    }
    if host == "www.googleapis.com" {
      return ("tokens of Google do not have this issuer", "write `https://accounts.google.com`")
    }
    if host.hasSuffix(".supabase.co") { return flaw(of: "Supabase", unless: "/auth/v1") }
    if host == "token.actions.githubusercontent.com", path == "/" { return flaw(of: "GitHub Actions", unless: "") }
    if host.hasSuffix(".okta.com") || host.hasSuffix(".oktapreview.com") {
      let own = host.replacing("-admin.", with: ".")
      if own != host { return ("the host of Okta's console is not in tokens", "write `https://\(own)\(path)`") }
      // A custom authorization server has an ID: `/oauth2/default`.
      if path == "/oauth2" || path == "/oauth2/" { return flaw(of: "Okta", unless: "/oauth2/default") }
      return path.hasSuffix("/") ? flaw(of: "Okta", unless: String(path.dropLast())) : nil
    }
    return host == "login.microsoftonline.com" || host == "sts.windows.net" ? flawOfEntra : nil
  }

  private func flaw(of provider: String, unless wanted: String) -> (message: String, help: String)? {
    if path == wanted { return nil }
    let help = "write `https://\(host)\(wanted)`"
    if path + "/" == wanted { return ("tokens of \(provider) have their issuer with a slash at the end", help) }
    if path == wanted + "/" { return ("tokens of \(provider) have their issuer without a slash at the end", help) }
    return ("tokens of \(provider) do not have this issuer", help)
  }

  private var flawOfEntra: (message: String, help: String)? {
    let parts = path.split(separator: "/")
    let tenant = parts.first.flatMap { $0.hasPrefix("{") ? nil : String($0) } ?? "TENANT_ID"
    if ["common", "organizations", "consumers"].contains(tenant) {
      return (
        "tokens of Microsoft Entra have the ID of their tenant in the issuer, not `\(tenant)`",
        "write `https://login.microsoftonline.com/TENANT_ID/v2.0`"
      )
    }
    if tenant.contains("."), !tenant.hasPrefix("{"), !tenant.mentions("${") {
      return (
        "tokens of Microsoft Entra have the ID of their tenant in the issuer, not its domain",
        "write `https://login.microsoftonline.com/TENANT_ID/v2.0`"
      )
    }
    let wanted = host == "sts.windows.net" ? "/\(tenant)/" : "/\(tenant)/v2.0"
    if path == wanted { return nil }
    return ("tokens of Microsoft Entra do not have this issuer", "write `https://\(host)\(wanted)`")
  }
}
