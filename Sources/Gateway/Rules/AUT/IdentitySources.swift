import SpecReading
import TextSearch

extension Rule {
  /// Where API Gateway finds a token.
  static let jwtIdentitySource = Rule(
    id: "AUT010",
    severity: .error,
    summary: "identity source of a JWT authorizer is not a single header or query parameter",
    why: """
      API Gateway reads the token from one place: a header, `$request.header.NAME`, or a query parameter,
      `$request.querystring.NAME`.
      """,
    source: "API Gateway's CreateAuthorizer (IdentitySource)",
    example: """
      apis:
        store:
          authorizers:
            users:
              jwt: {issuer: "https://login.example.com", audience: web}
              identitySource: ⟦Authorization → $request.header.Authorization⟧
          routes:
            GET /books: {http: "https://books.example.com", auth: users}
      """,
    check: { model, report in
      for authorizer in model.apis.authorizers where authorizer.isJwt == true && authorizer.isWebSocket != true {
        let help = "write one, such as `$request.header.Authorization`"
        guard let sources = authorizer["IdentitySource"] else {
          guard authorizer.resource.lacks("IdentitySource") else { continue }
          report.report(
            at: authorizer.typeMark, "a JWT authorizer needs `\(authorizer.resource.words("IdentitySource"))`",
            help: help)
          continue
        }
        if sources.isWritten, !sources.isFunction, sources.list.count != 1 {
          report.report(at: sources.listMark, "a JWT authorizer has exactly one identity source", help: help)
        }
        authorizer.forEachIdentitySource { source, text in
          if text.contains(",") {
            return report.report(at: source, "a JWT authorizer has exactly one identity source", help: help)
          }
          if IdentitySource.isOfRequest(text) { return }
          report.report(
            at: source, "\(Reader.quoted(text)) is neither a header nor a query parameter",
            help: IdentitySource.help(text, isWebSocket: false))
        }
      }
    })

  /// Identity sources of an HTTP API's Lambda authorizer.
  static let httpIdentitySource = Rule(
    id: "AUT011",
    severity: .error,
    summary: "invalid identity source of an HTTP API",
    why: """
      Where an identity source is missing, API Gateway answers 401 without calling the function, and all of them together
      are the cache key. They are headers, query parameters, context and stage variables. API Gateway rejects anything else:
      "Invalid identity source expression".
      """,
    source: "API Gateway's CreateAuthorizer, found by deployments (cdk-preflight: http-identity-source-expression)",
    example: """
      functions:
        login: {runtime: nodejs24.x, handler: index.handler, code: src/login}
      apis:
        store:
          authorizers:
            users: {lambda: login, identitySource: ⟦route.request.header.Cookie → $request.header.Cookie⟧}
          routes:
            GET /books: {http: "https://books.example.com", auth: users}
      """,
    check: { model, report in
      for authorizer in model.lambdaAuthorizers where authorizer.isWebSocket == false {
        authorizer.forEachIdentitySource { source, text in
          if IdentitySource.isOfRequest(text) { return }
          if ["$stageVariables.", "$context."].contains(where: { IdentitySource.names(text, after: $0) }) { return }
          report.report(
            at: source, "\(Reader.quoted(text)) is not an identity source of an HTTP API",
            help: authorizer.resource.source == .serverless
              ? IdentitySource.helpForSam(text) : IdentitySource.help(text, isWebSocket: false))
        }
      }
    })

  /// Identity sources of a WebSocket API's Lambda authorizer.
  static let webSocketIdentitySource = Rule(
    id: "AUT012",
    severity: .error,
    summary: "invalid identity source of a WebSocket API",
    why: """
      The identity sources of a WebSocket API are headers and query parameters of the connection request, context and stage
      variables, without a `$`. API Gateway rejects anything else: "Invalid request identity source expression".
      """,
    source:
      "API Gateway's CreateAuthorizer, found by deployments (cdk-preflight: websocket-identity-source-expression)",
    example: """
      functions:
        chat: {runtime: nodejs24.x, handler: index.handler, code: src/chat}
        login: {runtime: nodejs24.x, handler: index.handler, code: src/login}
      apis:
        chat:
          type: websocket
          authorizers:
            users: {lambda: login, identitySource: ⟦$request.querystring.token → route.request.querystring.token⟧}
          routes:
            $connect: {lambda: chat, auth: users}
            $disconnect: chat
          stage: live
      """,
    check: { model, report in
      let known = ["route.request.header.", "route.request.querystring.", "context.", "stageVariables."]
      for authorizer in model.lambdaAuthorizers where authorizer.isWebSocket == true {
        authorizer.forEachIdentitySource { source, text in
          if known.contains(where: { IdentitySource.names(text, after: $0) }) { return }
          report.report(
            at: source, "\(Reader.quoted(text)) is not an identity source of a WebSocket API",
            help: IdentitySource.help(text, isWebSocket: true))
        }
      }
    })
}

/// Expressions for the parts of a request that an authorizer reads.
private enum IdentitySource {
  /// Whether a text is a header or a query parameter, as HTTP APIs write them.
  static func isOfRequest(_ text: String) -> Bool {
    names(text, after: "$request.header.") || names(text, after: "$request.querystring.")
  }

  /// Whether a name follows.
  static func names(_ text: String, after prefix: String) -> Bool {
    // A name of a header has no colon, which is often copied with it.
    text.hasPrefix(prefix) && text.utf8.count > prefix.utf8.count && !text.hasSuffix(":")
      && !text.contains { $0.isWhitespace || $0 == "," }
      && !text.dropFirst().mentions("$request.")
  }

  /// Names in SAM's `Identity`, before which SAM writes what they are.
  static func helpForSam(_ text: String) -> String {
    let names = text.split { $0 == "," || $0 == " " }.map { $0.split(separator: ".").last.map(String.init) ?? "NAME" }
    return names.count > 1 ? Suggestion.asList(names) : "write the name: `\(names.first ?? "NAME")`"
  }

  /// The probable meaning: the same name in the right form, or a bare name as a header.
  static func help(_ text: String, isWebSocket: Bool) -> String {
    let request = isWebSocket ? "route.request." : "$request."
    let several = text.split(whereSeparator: { $0 == "," || $0 == " " })
    if several.count > 1, text.contains(",") { return Suggestion.asList(several) }
    let words =
      [("header", "header"), ("querystring", "querystring"), ("headers", "header"), ("query", "querystring")]
      + [("queryString", "querystring"), ("queryStringParameters", "querystring")]
    for (word, place) in words {
      if let range = text.firstRange(of: "request.\(word).") {
        return "write `\(request)\(place).\(text[range.upperBound...].prefix { !$0.isWhitespace && $0 != ":" })`"
      }
    }
    if text.isMade(ofLettersDigitsAnd: "-_") { return "write `\(request)header.\(text)` for the header" }
    return "write `\(request)header.NAME` or `\(request)querystring.NAME`"
  }
}
