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
        for segment in segments {
          guard let respelled = PathSegment(segment).respelled else { continue }
          report.report(
            at: route.mark,
            segment.hasPrefix(":")
              ? "`\(segment)` is matched literally"
              : "the variable of `\(segment)` has a name with \(segment.hasSuffix("...}") ? "three dots" : "a colon")",
            help: "write `\(respelled)`")
        }
      }
    })
}
