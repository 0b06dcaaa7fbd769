import TextSearch

extension Rule {
  static let basePathSlashes = Rule(
    id: "DOM007",
    severity: .error,
    summary: "base path with a leading, trailing or double slash",
    why: """
      A base path is written without the slashes around it: `v1`, `shop/v1`; the root of a domain has none. API Gateway rejects other
      ones: "API mapping key should not start with a '/' or have consecutive '/'s".
      """,
    source: "API Gateway's CreateApiMapping",
    example: """
      domains:
        api.example.com:
          certificate: arn:aws:acm:eu-west-1:111122223333:certificate/11112222-3333-4444-5555-666677778888
          hostedZone: Z0123456789EXAMPLE
      apis:
        store:
          routes:
            $default: https://books.example.com
          disableExecuteApiEndpoint: true
          domain: {name: api.example.com, basePath: ⟦/v1 → v1⟧}
      """,
    check: { model, report in
      for (mapping, path, mark) in model.paths(where: { $0.isEmpty || withoutSlashes($0) != $0 }) {
        let fixed = withoutSlashes(path)
        var text = fixed
        var removal = "remove `ApiMappingKey`"
        if let written = mapping.element?.mapping {
          let isKey = written.basePath != nil
          removal = isKey ? "remove `basePath`" : "remove the slash"
          if !isKey { text = "\(MappingText.split(written.name.literal ?? "").host)/\(fixed)" }
        }
        report.report(
          at: mark, fixed.isEmpty ? "the root of a domain has no base path" : "the base path \(flaw(path))",
          help: fixed.isEmpty ? removal : "use `\(text)`")
      }
      for mapping in model.domains.mappings where model.pathTexts(of: mapping).isEmpty {
        let open = mapping.path.map(model.openTexts(of:)) ?? []
        let wrong = open.lazy.filter { $0.text == nil }.map(\.sketch).first { $0.hasPrefix("/") || $0.mentions("//") }
        guard let wrong else { continue }
        report.report(at: mapping.pathMark, "the base path \(flaw(wrong))", help: "remove the slash")
      }
    })

  private static func withoutSlashes(_ path: String) -> String { path.split(separator: "/").joined(separator: "/") }

  private static func flaw(_ path: String) -> String {
    path.hasPrefix("/")
      ? "begins with a slash" : path.mentions("//") ? "has two slashes in a row" : "ends with a slash"
  }
}
