import SpecReading
import TextSearch

extension Rule {
  /// Credentials for every origin.
  static let corsCredentialsForAll = Rule(
    id: "COR001",
    severity: .error,
    summary: "`allowCredentials` for every origin",
    why: """
      Browsers accept credentials only from a server that names the one origin allowed to use them. API Gateway rejects
      the combination: "allow-credentials is not supported if 'allow-origin' is *".
      """,
    source: "API Gateway's CreateApi, found by deployments (cdk-preflight: cors-credentials-wildcard)",
    example: """
      apis:
        store:
          cors: {allowOrigins: "⟪* → https://www.example.com⟫", allowCredentials: ⟦true⟧}
          routes:
            GET /books: https://books.example.com
      """,
    check: { model, report in
      for cors in model.corsConfigurations {
        guard let credentials = cors["AllowCredentials"], credentials.bool == true,
          let every = cors["AllowOrigins"]?.list.first(where: { $0.texts.contains("*") })
        else { continue }
        report.report(
          at: credentials, "credentials cannot be allowed for every origin (`*`)",
          related: [.init(message: "every origin", mark: every.mark)], help: "list the allowed origins")
      }
    })

  /// Credentials for every origin of a scheme.
  static let corsCredentialsForScheme = Rule(
    id: "COR002",
    severity: .warning,
    summary: "`allowCredentials` for every origin of a scheme",
    why: "Every web page that is served over this scheme can call the API with its users' cookies.",
    source: "API Gateway's page on CORS of HTTP APIs, the table of origins",
    example: """
      apis:
        store:
          cors: {allowOrigins: "⟦https://* → https://www.example.com⟧", allowCredentials: true}
          routes:
            GET /books: https://books.example.com
      """,
    check: { model, report in
      for cors in model.corsConfigurations where cors["AllowCredentials"]?.bool == true {
        for (origin, text) in cors.allowedOrigins where text == "https://*" || text == "http://*" {
          report.report(
            at: origin.mark(of: text.startIndex..<text.endIndex),
            "every page under `\(text.dropLast(1))` can call this API with its users' cookies",
            help: "list your own origins")
        }
      }
    })

  /// An origin that API Gateway rejects.
  static let corsOriginScheme = Rule(
    id: "COR003",
    severity: .error,
    summary: "CORS origin without `https://` or `http://`",
    why: """
      API Gateway accepts `*` and origins of web pages only. It rejects those of apps and extensions, and `null`, with
      "Invalid format for origin"; for these, let the function answer `OPTIONS`.
      """,
    source: "public reports of the message; API Gateway's page on CORS of HTTP APIs",
    example: """
      apis:
        store:
          cors: {allowOrigins: [⟦www.example.com → "https://www.example.com"⟧]}
          routes:
            GET /books: https://books.example.com
      """,
    check: { model, report in
      for (origin, text) in model.allowedOrigins {
        if text == "*" || text.hasPrefix("https://") || text.hasPrefix("http://") { continue }
        report.report(
          at: origin, "\(Reader.quoted(text)) is not a valid origin",
          help: helpForSeveral(text) ?? helpForQuotes(text)
            ?? (text == "null"
              ? "pages without an origin send `null`, and API Gateway cannot allow it; let the target answer `OPTIONS`"
              : text.hasPrefix("-")
                ? "write a space after the dash: `- \(text.dropFirst())`"
                : text == "true" || !text.contains { ".:".contains($0) } && text != "localhost"
                  ? "write `\"*\"`, which allows every origin, or an origin such as `https://www.example.com`"
                  : text.contains(":") && !text.contains(".")
                    ? "an origin begins with `https://` or `http://`; `*` allows every origin"
                    : "write `https://\(text)`"))
      }
      for (origin, text) in model.openOrigins {
        if text.hasPrefix("https://") || text.hasPrefix("http://") { continue }
        report.report(at: origin, "\(Reader.quoted(text)) is not a valid origin", help: "write `https://\(text)`")
      }
    })

  /// An origin in a form that browsers never send.
  static let corsOriginForm = Rule(
    id: "COR004",
    severity: .error,
    summary: "CORS origin in a form that browsers never send",
    why: """
      A browser sends a scheme, a host in lower case, and the port unless it is the default one:
      `https://www.example.com`. An origin with a trailing slash, a path, a user name or capital letters never matches.
      """,
    source: "the Fetch standard, on the `Origin` header",
    example: """
      apis:
        store:
          cors: {allowOrigins: ["⟦https://www.example.com/ → https://www.example.com⟧"]}
          routes:
            GET /books: https://books.example.com
      """,
    check: { model, report in
      for (origin, text) in model.allowedOrigins {
        guard let flaw = SentOrigin(text).flaw else { continue }
        report.report(
          at: origin.mark(of: text.startIndex..<text.endIndex), flaw.message, help: helpForSeveral(text) ?? flaw.help)
      }
      for (origin, text) in model.openOrigins {
        guard let host = text.firstRange(of: "://").map({ text[$0.upperBound...] }), host.contains("/") else {
          continue
        }
        report.report(at: origin, SentOrigin.message, help: "remove the slash, and what follows it")
      }
    })

  /// A wildcard inside an origin.
  static let corsOriginWildcard = Rule(
    id: "COR005",
    severity: .error,
    summary: "wildcard inside a CORS origin",
    why: """
      API Gateway compares origins as a whole. Only `*`, `https://*` and `http://*` match several origins; anywhere else
      `*` is a character that no origin contains.
      """,
    source: "API Gateway's page on CORS of HTTP APIs, the table of origins",
    example: """
      apis:
        store:
          cors: {allowOrigins: ["⟦https://*.example.com → https://www.example.com", "https://shop.example.com⟧"]}
          routes:
            GET /books: https://books.example.com
      """,
    check: { model, report in
      for (origin, text) in model.allowedOrigins {
        guard text.contains("*"), text.hasPrefix("http"), text != "https://*", text != "http://*" else { continue }
        report.report(
          at: origin.mark(of: text.startIndex..<text.endIndex), wildcardInside.message, help: wildcardInside.help)
      }
      for (origin, text) in model.openOrigins {
        guard text.contains("*"), text.hasPrefix("http") else { continue }
        report.report(
          at: origin, wildcardInside.message, help: wildcardInside.help)
      }
    })

  /// The list to write for several origins in one text.
  private static func helpForSeveral(_ text: String) -> String? {
    let origins = text.split(whereSeparator: { $0 == "," || $0 == " " || $0 == ";" })
    if origins.count < 2 { return nil }
    return Suggestion.asList(origins.filter { $0 != "null" })
  }

  /// An origin without the quotes that REST APIs need.
  private static func helpForQuotes(_ text: String) -> String? {
    guard text.utf8.count > 2, text.hasPrefix("'"), text.hasSuffix("'") else { return nil }
    return "write `\"\(text.dropFirst().dropLast())\"`: the single quotes are a part of the value"
  }

  private static let wildcardInside = (
    message: "a wildcard is not allowed inside an origin",
    help: "list the origins one by one, or let a function answer `OPTIONS`"
  )
}

/// A CORS origin that begins with a scheme, compared with what browsers send.
private struct SentOrigin {
  /// The message and the help for an invalid origin; nil if a browser may send it.
  let flaw: (message: String, help: String)?

  init(_ text: String) {
    guard let scheme = text.firstRange(of: "://"), text.hasPrefix("http") else {
      flaw = nil
      return
    }
    let host = text[scheme.upperBound...].prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    let port = host.contains(":") ? host.drop { $0 != ":" }.dropFirst() : nil
    let isDefaultPort = port == (text.hasPrefix("https:") ? "443" : "80")
    let isPortInvalid = port.map { Int($0).map { !(1...65_535).contains($0) } ?? ($0 != "*") } ?? false
    if let user = host.lastIndex(of: "@") {
      flaw = (
        "an origin does not contain a user name",
        "write `\(text[..<scheme.upperBound])\(host[host.index(after: user)...].lowercased())`"
      )
    } else if isDefaultPort {
      flaw = (SentOrigin.message, "remove the port: it is the default one")
    } else if host.contains(where: \.isWhitespace) || host.mentions("..") || isPortInvalid {
      flaw = (
        SentOrigin.message,
        "an origin is a scheme, a host and an optional port: `https://www.example.com:8443`"
      )
    } else if !host.isEmpty, host.endIndex == text.endIndex ? host != host.lowercased() : true {
      flaw = (SentOrigin.message, "write `\(text[..<scheme.upperBound])\(host.lowercased())`")
    } else {
      flaw = nil
    }
  }

  static let message = "browsers never send this origin"
}
