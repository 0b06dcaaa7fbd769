import SpecReading

extension Rule {
  /// What a base path is made of.
  static let basePathCharacters = Rule(
    id: "DOM008",
    severity: .error,
    summary: "a base path with characters that it cannot have, or too long",
    why: """
      API Gateway takes letters, digits and `$-_.+!*'()/` in a base path, at most 300 of them.
      """,
    source: "API Gateway's page on API mappings of HTTP APIs; its quotas",
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
          domain: {name: api.example.com, basePath: ⟦"shop/{region}" → shop/europe⟧}
      """,
    check: { spec, report in
      for mapping in spec.mappedPlaces {
        guard let path = mapping.pathText, !path.isEmpty else { continue }
        if path.utf8.count > 300 {
          report.report(at: mapping.pathMark, "the base path has \(path.utf8.count) characters; it takes 300")
        } else if !path.isMade(ofLettersDigitsAnd: "$-_.+!*'()/") {
          let hasVariable = path.contains("{") && !path.mentions("${")
          report.report(
            at: mapping.pathMark, "\(Reader.quoted(path)) is not a base path",
            help: hasVariable
              ? "variables stand in the API's routes; a base path is fixed"
              : "it is made of letters, digits and `$-_.+!*'()/`")
        }
      }
    })
}
