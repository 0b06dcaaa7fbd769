import SpecReading
import YAMLTree

extension Rule {
  /// What API Gateway takes for a URL.
  static let httpTargetUrl = Rule(
    id: "INT010",
    severity: .error,
    summary: "an `http` target that is not a URL API Gateway calls",
    why: """
      API Gateway calls `http://` and `https://` URLs that have a host. It takes no user and password in them, no
      fragment and no spaces, and says only "Invalid HTTP endpoint specified for URI" when it refuses one.
      """,
    source: "API Gateway's CreateIntegration; public reports of its message",
    example: """
      apis:
        store:
          routes:
            GET /books: {http: ⟦books.example.com/v1 → https://books.example.com/v1⟧}
      """,
    check: { spec, report in
      spec.forEachInternetUrl { text, mark in
        guard let flaw = TargetUrl.flaw(in: text) else { return }
        // A password may stand in front of the `@`.
        report.report(at: mark, flaw.message, help: flaw.help, secret: text.contains("@") ? mark : nil)
      }
    })
}

extension ResolvedSpec {
  /// The URLs of targets, of integrations of `resources` and of OpenAPI documents that lead through the internet.
  func forEachInternetUrl(_ body: (String, Mark) -> Void) {
    forEachTarget { answering in
      if case .http = answering.target, let text = answering.name.literal { body(text, answering.mark) }
    }
    for integration in rawIntegrations where ["HTTP", "HTTP_PROXY"].contains(integration.kind) {
      // An ARN without a link to it is told as that.
      guard let uri = integration["IntegrationUri"], let text = uri.text, !text.hasPrefix("arn:"),
        integration["ConnectionType"].map({ $0.text == "INTERNET" }) ?? true
      else { continue }
      body(text, uri.mark)
    }
    documents.forEachIntegration { integration in
      guard integration.integrationType == "HTTP_PROXY", let uri = integration["uri"], let text = uri.text,
        !text.hasPrefix("arn:"), integration["connectionType"].map({ $0.text == "INTERNET" }) ?? true
      else { return }
      body(text, uri.mark)
    }
  }
}

/// URLs of `http` targets.
enum TargetUrl {
  /// What is wrong with one, and what to write.
  static func flaw(in text: String) -> (message: String, help: String?)? {
    // What a stage variable begins with is known to the stage alone, and a dynamic reference to the deployment.
    if text.hasPrefix("${stageVariables.") || text.mentions("{{resolve:") { return nil }
    if text.contains(where: \.isWhitespace) { return ("a URL has no spaces", "write `%20` for one that is meant") }
    guard let scheme = scheme(of: text) else {
      if let end = text.firstRange(of: "://") {
        return ("API Gateway does not call `\(text[..<end.lowerBound])` URLs", "it calls `https://…` and `http://…`")
      }
      return ("\(Reader.quoted(text)) is not a URL", "write `https://\(text.drop { $0 == "/" })`")
    }
    let rest = text.dropFirst(scheme.count)
    let authority = rest.prefix { !"/?#".contains($0) }
    if let at = authority.lastIndex(of: "@") {
      let bare = "\(scheme)\(rest[rest.index(after: at)...])"
      return ("a URL has no user or password here", "write `\(bare)`; send them in a header")
    }
    if authority.prefix(while: { $0 != ":" }).isEmpty { return ("the URL has no host", "write `https://HOST/PATH`") }
    if let port = port(of: authority), !(Int(port).map { (1...65_535).contains($0) } ?? false) {
      return ("\(Reader.quoted(String(port))) is not a port", "a port is a number from 1 to 65535")
    }
    if let fragment = rest.firstIndex(of: "#") {
      return ("a URL has no fragment (`#…`) here", "write `\(scheme)\(rest[..<fragment])`")
    }
    return nil
  }

  /// What stands behind the host's colon; nil where none stands there, or what it is is known later.
  private static func port(of authority: Substring) -> Substring? {
    // The colons of an IPv6 address stand in brackets.
    let end = authority[(authority.lastIndex(of: "]") ?? authority.startIndex)...]
    guard let colon = end.lastIndex(of: ":") else { return nil }
    let port = end[end.index(after: colon)...]
    return port.contains(where: { "${}".contains($0) }) ? nil : port
  }

  /// `http://` or `https://`, as it is written.
  static func scheme(of text: String) -> String? {
    ["https://", "http://"].first { text.lowercased().hasPrefix($0) }.map { String(text.prefix($0.count)) }
  }

  /// The path variables in it: `{id}`, but neither `${stageVariables.id}` nor `{{resolve:ssm:id}}`.
  static func variables(in text: String) -> [(name: String, range: Range<String.Index>)] {
    var found: [(String, Range<String.Index>)] = []
    var rest = text.startIndex
    while let open = text[rest...].firstIndex(of: "{"), let close = text[open...].firstIndex(of: "}") {
      if text[open...].hasPrefix("{{resolve:"), let end = text[open...].firstRange(of: "}}") {
        rest = end.upperBound
        continue
      }
      rest = text.index(after: close)
      if open > text.startIndex, text[text.index(before: open)] == "$" { continue }
      found.append((String(text[text.index(after: open)..<close]), open..<rest))
    }
    return found
  }
}
