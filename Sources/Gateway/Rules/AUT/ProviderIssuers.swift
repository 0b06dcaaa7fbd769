extension Rule {
  static let providerIssuer = Rule(
    id: "AUT042",
    severity: .warning,
    summary: "issuer in a form that its identity provider does not put into tokens",
    why: """
      API Gateway compares the issuer with `iss` of a token character by character. If they differ by a slash or a tenant, the
      authorizer is created, and every request is answered with 401.
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
        report.report(at: issuer.mark(of: text.startIndex..<text.endIndex), flaw.message, help: flaw.help)
      }
    })
}

/// The issuer of a known identity provider.
private struct ProviderIssuer {
  private let text: String
  private let host: Substring
  private let path: Substring

  /// Nil for a text that is not an `https` URL.
  init?(_ text: String) {
    guard text.hasPrefix("https://") else { return nil }
    self.text = text
    host = text.dropFirst("https://".count).prefix { $0 != "/" }
    path = text.dropFirst("https://".count + host.count)
  }

  /// The message and the help for a form that no token has; nil for a valid form or another provider.
  var flaw: (message: String, help: String)? {
    if host.hasSuffix(".auth0.com") { return flaw(of: "Auth0", unless: "/") }
    if host == "accounts.google.com" { return flaw(of: "Google", unless: "") }
    if host == "securetoken.google.com" {
      let project = path.split(separator: "/").first ?? "PROJECT"
      return flaw(of: "Firebase", unless: "/\(project)")
    }
    if host == "appleid.apple.com" { return flaw(of: "Apple", unless: "") }
    if host.hasSuffix(".okta.com") || host.hasSuffix(".oktapreview.com") {
      return path.hasSuffix("/") ? flaw(of: "Okta", unless: String(path.dropLast())) : nil
    }
    return host == "login.microsoftonline.com" || host == "sts.windows.net" ? flawOfEntra : nil
  }

  private func flaw(of provider: String, unless wanted: String) -> (message: String, help: String)? {
    if path == wanted { return nil }
    let end = wanted.hasSuffix("/") ? "with a slash at the end" : "without a slash at the end"
    return ("tokens of \(provider) have their issuer \(end)", "write `https://\(host)\(wanted)`")
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
    let wanted = host == "sts.windows.net" ? "/\(tenant)/" : "/\(tenant)/v2.0"
    if path == wanted { return nil }
    return ("tokens of Microsoft Entra do not have this issuer", "write `https://\(host)\(wanted)`")
  }
}
