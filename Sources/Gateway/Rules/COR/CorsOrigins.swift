import SpecReading

extension Rule {
  /// Everybody's pages, and their users' cookies.
  static let corsCredentialsForAll = Rule(
    id: "COR001",
    severity: .error,
    summary: "`allowCredentials` for every origin",
    why: """
      With credentials a browser wants to be told the one origin that may use them. API Gateway refuses the pair:
      "allow-credentials is not supported if 'allow-origin' is *".
      """,
    source: "API Gateway's CreateApi, found by deployments (cdk-preflight: cors-credentials-wildcard)",
    example: """
      apis:
        store:
          cors: {allowOrigins: "⟪* → https://www.example.com⟫", allowCredentials: ⟦true⟧}
          routes:
            GET /books: https://books.example.com
      """,
    check: { spec, report in
      spec.forEachCors { cors in
        guard let credentials = cors.allowCredentials, credentials.literal == true,
          cors.allowOrigins.literals().contains("*")
        else { return }
        report.report(
          at: credentials.mark, "credentials cannot be allowed to every origin (`*`)",
          help: "list the origins")
      }
    })

  /// Nearly everybody's pages, and their users' cookies.
  static let corsCredentialsForScheme = Rule(
    id: "COR002",
    severity: .warning,
    summary: "`allowCredentials` for every origin of a scheme",
    why: "Every page of the web that is served over this scheme may call the API with its users' cookies.",
    source: "API Gateway's page on CORS of HTTP APIs, the table of origins",
    example: """
      apis:
        store:
          cors: {allowOrigins: "⟦https://* → https://www.example.com⟧", allowCredentials: true}
          routes:
            GET /books: https://books.example.com
      """,
    check: { spec, report in
      spec.forEachOrigin { cors, origin, text in
        guard cors.allowCredentials?.literal == true, text == "https://*" || text == "http://*" else { return }
        report.report(
          at: origin.mark(of: text.startIndex..<text.endIndex),
          "every page with `\(text.dropLast(1))` may call this API with its users' cookies",
          help: "list the origins that are yours")
      }
    })

  /// What API Gateway takes for an origin.
  static let corsOriginScheme = Rule(
    id: "COR003",
    severity: .error,
    summary: "an origin that begins neither with `https://` nor with `http://`",
    why: """
      API Gateway takes origins of web pages alone, and `*`. It refuses those of apps and extensions, and `null`, with
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
    check: { spec, report in
      spec.forEachOrigin { _, origin, text in
        if text == "*" || text.hasPrefix("https://") || text.hasPrefix("http://") { return }
        report.report(
          at: origin.mark, "API Gateway takes no origin \(Reader.quoted(text))",
          help: text.contains(":") && !text.contains(".")
            ? "origins begin with `https://` or `http://`; `*` stands for every one" : "write `https://\(text)`")
      }
    })

  /// What no browser sends.
  static let corsOriginForm = Rule(
    id: "COR004",
    severity: .error,
    summary: "an origin that no browser sends",
    why: """
      A browser sends a scheme, a host in lower case, and a port if it is not the usual one: `https://www.example.com`.
      An origin with a slash at the end, a path, a user or capital letters is never equal to that.
      """,
    source: "the Fetch standard, on the `Origin` header",
    example: """
      apis:
        store:
          cors: {allowOrigins: ["⟦https://www.example.com/ → https://www.example.com⟧"]}
          routes:
            GET /books: https://books.example.com
      """,
    check: { spec, report in
      spec.forEachOrigin { _, origin, text in
        guard let scheme = text.firstRange(of: "://"), text.hasPrefix("http") else { return }
        let host = text[scheme.upperBound...].prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        let isLower = host == host.lowercased()
        let port = host.contains(":") ? host.drop { $0 != ":" }.dropFirst() : nil
        let isUsual = port == (text.hasPrefix("https:") ? "443" : "80")
        let hasFlaw =
          host.contains(where: \.isWhitespace) || isUsual
          || port.map { Int($0).map { !(1...65_535).contains($0) } ?? ($0 != "*") } ?? false
        if let user = host.lastIndex(of: "@") {
          report.report(
            at: origin.mark(of: text.startIndex..<text.endIndex), "no browser sends who a user is in an origin",
            help: "write `\(text[..<scheme.upperBound])\(host[host.index(after: user)...].lowercased())`")
          return
        }
        if hasFlaw {
          report.report(
            at: origin.mark(of: text.startIndex..<text.endIndex), "no browser sends this origin",
            help: isUsual
              ? "leave out the port: it is the usual one"
              : "an origin is a scheme, a host and perhaps a port: `https://www.example.com:8443`")
          return
        }
        guard !host.isEmpty, host.endIndex != text.endIndex || !isLower else { return }
        report.report(
          at: origin.mark(of: text.startIndex..<text.endIndex), "no browser sends this origin",
          help: "write `\(text[..<scheme.upperBound])\(host.lowercased())`")
      }
    })

  /// Wildcards stand alone.
  static let corsOriginWildcard = Rule(
    id: "COR005",
    severity: .error,
    summary: "an origin with a wildcard inside",
    why: """
      API Gateway compares origins as a whole. Only `*`, `https://*` and `http://*` stand for many; a wildcard anywhere
      else is a character that no origin has.
      """,
    source: "API Gateway's page on CORS of HTTP APIs, the table of origins",
    example: """
      apis:
        store:
          cors: {allowOrigins: ["⟦https://*.example.com → https://www.example.com", "https://shop.example.com⟧"]}
          routes:
            GET /books: https://books.example.com
      """,
    check: { spec, report in
      spec.forEachOrigin { _, origin, text in
        guard text.contains("*"), text.hasPrefix("http"), text != "https://*", text != "http://*" else { return }
        report.report(
          at: origin.mark(of: text.startIndex..<text.endIndex), "a wildcard cannot stand inside an origin",
          help: "list the origins one by one, or let a function answer `OPTIONS`")
      }
    })
}
