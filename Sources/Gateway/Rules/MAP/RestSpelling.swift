extension Rule {
  static let restSpelling = Rule(
    id: "MAP019",
    severity: .warning,
    summary: "mapping value in the syntax of REST or WebSocket APIs",
    why: """
      HTTP APIs read `$request.…`, `$response.…`, `$context.…` and `$stageVariables.…`. Any other text is sent as it is: the backend
      gets `method.request.path.id` instead of the value.
      """,
    source: "API Gateway's pages on parameter mapping of HTTP APIs and on mapping of REST APIs",
    example: """
      apis:
        store:
          routes:
            GET /books/{id}:
              http: https://books.example.com/{id}
              requestParameters:
                append:header.x-id: ⟦method.request.path.id → $request.path.id⟧
      """,
    check: { model, report in
      for change in model.valuedChanges {
        // Of a REST API's destination, the whole is reported.
        guard !change.name.hasPrefix("integration."), let text = change.value.text,
          let source = RestSource(text, isComposed: change.isComposed)
        else {
          if change.name == "overwrite:path", let text = change.value.text { checkSegments(text, of: change, &report) }
          continue
        }
        report.report(
          at: change.value, "HTTP APIs send `\(text)` as it is",
          help: source.isOfResponse && change.side != .response
            ? "a request is changed before there is a response: use `$request.…`" : "write `\(source.respelled)`")
      }
    })

  /// Reports the first segment of a path that would be sent as it is.
  private static func checkSegments(_ path: String, of change: Model.Change, _ report: inout Report) {
    for segment in path.split(separator: "/").map(String.init) {
      // A file may be called `context.html`.
      guard ["request.", "method.request.", "stageVariables."].contains(where: segment.hasPrefix),
        let source = RestSource(segment, isComposed: false)
      else { continue }
      return report.report(
        at: change.value.mark(ofPiece: segment), "HTTP APIs send `\(segment)` as it is",
        help: "write `${\(source.respelled.dropFirst())}`")
    }
  }

  static let quotedValue = Rule(
    id: "MAP020",
    severity: .warning,
    summary: "static mapping value in single quotes",
    why: """
      REST APIs write static values in single quotes. HTTP APIs do not: the quotes become a part of the value that is sent.
      """,
    source: "API Gateway's pages on parameter mapping of HTTP APIs and on mapping of REST APIs",
    example: """
      apis:
        store:
          routes:
            GET /books:
              http: https://books.example.com
              requestParameters:
                overwrite:header.x-env: ⟦"'production'" → production⟧
      """,
    check: { model, report in
      // That of a status code is an error of its own; of a REST API's destination, the whole is reported.
      for change in model.valuedChanges
      where change.name != "overwrite:statuscode" && !change.name.hasPrefix("integration.") {
        guard let text = change.value.text, text.utf8.count > 2, text.hasPrefix("'"), text.hasSuffix("'") else {
          continue
        }
        report.report(
          at: change.value, "the single quotes are sent as a part of the value",
          help: "write `\(text.dropFirst().dropLast())`")
      }
    })
}

/// A mapping value as REST or WebSocket APIs write it, or without its `$`.
private struct RestSource {
  /// The value as HTTP APIs write it.
  let respelled: String
  let isOfResponse: Bool

  /// Nil for another text.
  init?(_ text: String, isComposed: Bool) {
    if let source = RestSource.source(ofCdk: text) {
      (respelled, isOfResponse) = (source, source.hasPrefix("$response"))
      return
    }
    let characters = isComposed ? "._-[]${}:" : "._-[]"
    let isBraced = text.hasPrefix("{") && text.hasSuffix("}")
    let bare = isBraced ? text.dropFirst().dropLast() : text.hasPrefix("$") ? text.dropFirst() : text[...]
    let isWhole = ["request.body", "response.body"].contains(bare)
    guard
      let (root, other) = RestSource.roots.first(where: { bare.hasPrefix($0.rest + ".") || isWhole && bare == $0.rest }
      ),
      text.utf8.first != UInt8(ascii: "$") || root != String(other.dropFirst()),
      bare.allSatisfy({ $0.isLetter || $0.isNumber || characters.contains($0) })
    else { return nil }
    let rest = bare.dropFirst(root.count)
    respelled = isBraced ? "${\(other.dropFirst())\(rest)}" : other + rest
    isOfResponse = other == "$response"
  }

  /// `MappingValue.requestHeader("x")` of the CDK, as HTTP APIs write it.
  private static func source(ofCdk text: String) -> String? {
    guard text.hasPrefix("MappingValue."), let open = text.firstIndex(of: "(") else { return nil }
    let name = text[..<open].dropFirst("MappingValue.".count)
    guard let root = cdk.first(where: { $0.name == name })?.http else { return nil }
    let argument = text[open...].filter { !"()'\"".contains($0) }
    return argument.isEmpty ? root : "\(root).\(argument)"
  }

  private static let cdk: [(name: String, http: String)] = [
    ("requestHeader", "$request.header"), ("requestQueryString", "$request.querystring"),
    ("requestBody", "$request.body"), ("requestPath", "$request.path"), ("requestPathParam", "$request.path"),
    ("contextVariable", "$context"), ("stageVariable", "$stageVariables"),
  ]

  private static let roots: [(rest: String, http: String)] = [
    ("method.request", "$request"), ("integration.request", "$request"), ("route.request", "$request"),
    ("integration.response", "$response"), ("method.response", "$response"), ("route.response", "$response"),
    ("context", "$context"), ("stageVariables", "$stageVariables"),
    ("request.path", "$request.path"), ("request.querystring", "$request.querystring"),
    ("request.header", "$request.header"), ("request.body", "$request.body"),
    ("response.header", "$response.header"), ("response.body", "$response.body"),
  ]
}
