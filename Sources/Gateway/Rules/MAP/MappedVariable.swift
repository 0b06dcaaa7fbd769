import SpecReading
import YAMLTree

extension Rule {
  /// A path variable in a parameter that no route gives.
  static let mappedVariable = Rule(
    id: "MAP004",
    severity: .error,
    summary: "`$request.path.NAME` that a route has not",
    why: """
      `$request.path.id` in `requestParameters` or `parameters` is the value of the path variable `{id}`. On a route that has no such
      variable nothing is there to be sent.
      """,
    source: "API Gateway's page on parameter mapping for HTTP APIs",
    example: """
      apis:
        store:
          routes:
            GET /books/{id}:
              http: https://books.example.com/v1
              requestParameters:
                append:querystring.book: ⟦$request.path.isbn → $request.path.id⟧
      """,
    check: { spec, report in
      // A default stands in one place, whatever the number of routes that take it.
      var seen: Set<Mark> = []
      spec.forEachTarget { answering in
        if answering.api.value.isWebSocket { return }
        let parameters = answering.target.integration.options.requestParameters?.parameters ?? []
        let own = answering.service?.parameters.values ?? []
        for line in answering.lines { check(parameters + own, line.keys, line.place) }
      }
      for integration in spec.rawIntegrations where integration.isWebSocket == false {
        guard let parameters = integration["RequestParameters"]?.texts else { continue }
        check(parameters, spec.rawRoutes.keys(of: integration.resource)) { $0 }
      }
      func check(_ parameters: [Named<Given<String>>], _ keys: [RouteKey], _ place: (Mark) -> Mark) {
        for parameter in parameters {
          for variable in pathVariables(in: parameter.value.literal ?? "") {
            guard let key = keys.first(where: { !$0.variables.contains(variable.name) }) else { continue }
            let mark = place(parameter.value.mark(of: variable.range))
            guard seen.insert(mark).inserted else { continue }
            let known = key.variables
            report.report(
              only: mark, "the route `\(key.text)` has no variable `{\(variable.name)}`",
              help: Suggestion.nearest(to: variable.name, among: known).map { "did you mean `$request.path.\($0)`?" }
                ?? (known.isEmpty ? nil : "it has " + Suggestion.list(known.map { "{\($0)}" })))
          }
        }
      }
    })

  /// `$request.path.NAME` and `${request.path.NAME}` in a text.
  private static func pathVariables(in text: String) -> [(name: String, range: Range<String.Index>)] {
    var found: [(String, Range<String.Index>)] = []
    for prefix in ["$request.path.", "${request.path."] {
      for range in text.ranges(of: prefix) {
        let name = text[range.upperBound...].prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" }
        found.append((String(name), range.lowerBound..<name.endIndex))
      }
    }
    return found
  }
}
