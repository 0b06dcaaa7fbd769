import TextSearch

extension Rule {
  /// Valid segments that other frameworks read as variables.
  static let foreignPathVariable = Rule(
    id: "ROU025",
    severity: .warning,
    summary: "path variable in the syntax of another framework",
    why: """
      API Gateway matches `:id` literally, and takes `{id:int}` as a variable called `id:int`, and `{rest...}` and `{proxy}`
      as one segment. Requests such as `/items/1` are answered with 404, or the target does not find the variable that it reads.
      """,
    source: "API Gateway's page on routes of HTTP APIs, on path variables",
    example: """
      apis:
        store:
          routes:
            ⟦GET /items/:id → GET /items/{id}⟧: "https://books.example.com/items⟪→/{id}⟫"
      """,
    check: { model, report in
      for route in model.apis.routes {
        guard let key = route.key, key.text.mentions(":") || key.text.mentions("...}") || key.text.hasSuffix("{proxy}"),
          case .http(_, let segments) = key.form
        else { continue }
        if segments.last == "{proxy}" {
          report.report(
            at: route.mark, "`{proxy}` matches one segment",
            help: "write `{proxy+}` for the rest of the path, or use another name")
        }
        let found = segments.compactMap { segment in PathSegment(segment).respelled.map { (segment, $0) } }
        let literal = found.filter { $0.0.hasPrefix(":") }
        if !literal.isEmpty {
          report.report(
            at: route.mark,
            "\(literal.map { "`\($0.0)`" }.listed) \(literal.count == 1 ? "is" : "are") matched literally",
            help: "write \(literal.map { "`\($0.1)`" }.listed)")
        }
        for (segment, respelled) in found where !segment.hasPrefix(":") {
          report.report(
            at: route.mark,
            "the variable of `\(segment)` has a name with \(segment.hasSuffix("...}") ? "three dots" : "a colon")",
            help: "write `\(respelled)`")
        }
      }
    })
}

extension RouteKey {
  /// Whether it has this variable, also in the syntax of another framework, which is reported by itself.
  func mayDefine(_ variable: String) -> Bool {
    if variables.contains(variable) { return true }
    guard case .http(_, let segments) = form, text.utf8.contains(UInt8(ascii: ":")) else { return false }
    return segments.contains { PathSegment($0).respelled == "{\(variable)}" }
  }
}
