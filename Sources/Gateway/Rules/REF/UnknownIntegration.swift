import SpecReading

extension Rule {
  /// An integration that is not defined.
  static let unknownIntegration = Rule(
    of: .unknownName,
    source: "the language: a name is defined once and used by name",
    example: """
      apis:
        store:
          integrations:
            backend: https://books.example.com
          routes:
            GET /books: {integration: backend}
            GET /authors: {integration: ⟦backned → backend⟧}
      """,
    check: { model, report in
      for api in model.names.spec.apis {
        let known = api.value.integrations.map(\.name)
        for route in api.value.routes {
          guard case .integration(let shared) = route.value.answer else { continue }
          let given = shared.name
          guard let name = given.literal else { continue }
          // `integrations` that could not be read may have it.
          if known.contains(name) || (known.isEmpty && !model.spec.isWhole(api.mark)) { continue }
          report.report(
            at: given.mark, "the API `\(api.name)` does not have an integration \(Reader.quoted(name))",
            help: help(name, known))
        }
      }
    })

  private static func help(_ name: String, _ known: [String]) -> String {
    if known.isEmpty { return "define it in the API's `integrations`, or write the target here (`lambda`, `http`, …)" }
    return Suggestion.help(for: name, among: known, or: "it has " + Suggestion.list(known))
  }
}
