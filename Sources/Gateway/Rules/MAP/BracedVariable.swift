import SpecReading

extension Rule {
  static let bracedVariable = Rule(
    id: "MAP021",
    severity: .warning,
    summary: "path variable in a mapping value without `$request.path`",
    why: """
      Route keys and the URLs of integrations have `{NAME}`. A parameter mapping does not: it replaces `$request.path.NAME` and
      `${request.path.NAME}`, and sends `{NAME}` letter by letter.
      """,
    source: "API Gateway's page on parameter mapping of HTTP APIs",
    example: """
      apis:
        store:
          routes:
            GET /books/{id}:
              http: https://books.example.com
              requestParameters:
                overwrite:path: "/v1/⟦{id} → ${request.path.id}⟧"
      """,
    check: { model, report in
      for change in model.changes {
        for (text, name, range) in change.value.mappedTexts.flatMap(braced) {
          let known = change.integration.keys.flatMap(\.variables)
          // The path of a backend does not have braces. Other values may, such as the JSON of a message.
          guard change.name == "overwrite:path" || known.contains(name) else { continue }
          report.report(
            at: change.value.mark(of: range), "a mapping sends `\(text[range])` letter by letter",
            help: change.side == .response
              ? "a response mapping cannot read the path of the request: remove it" : help(name, known))
        }
      }
    })

  private static func help(_ name: String, _ known: [String]) -> String {
    let near = known.contains(name) ? name : Suggestion.nearest(to: name, among: known)
    if let near { return "write `${request.path.\(near)}`" }
    return known.isEmpty
      ? "write `${request.path.\(name)}`, and `{\(name)}` in the route key"
      : "write `${request.path.NAME}` with a path variable of the route: " + Suggestion.list(known)
  }

  /// The names in `{NAME}` and `{NAME+}`, unless a `$` is in front of them.
  private static func braced(in text: String) -> [(text: String, name: String, range: Range<String.Index>)] {
    var found: [(String, String, Range<String.Index>)] = []
    var rest = text[...]
    while let open = rest.utf8.firstIndex(of: UInt8(ascii: "{")) {
      let isVariable = text[..<open].utf8.last == UInt8(ascii: "$")
      rest = text[text.utf8.index(after: open)...]
      let name = rest.prefix { $0.isLetter || $0.isNumber || "._-".contains($0) }
      let end = rest[name.endIndex...].prefix { $0 == "+" }.endIndex
      guard !isVariable, !name.isEmpty, rest[end...].utf8.first == UInt8(ascii: "}") else { continue }
      // Another rule reports `$request.path.{id}`.
      if text[..<open].hasSuffix("$request.path.") { continue }
      found.append((text, String(name), open..<text.utf8.index(after: end)))
    }
    return found
  }
}

extension Model.Property {
  /// The texts that it may be; of `Fn::Sub`, the text with its variables, which have a `$`.
  fileprivate var mappedTexts: [String] {
    if let text = text ?? value.object?["Fn::Sub"]?.text { return [text] }
    return isFunction ? texts : []
  }
}
