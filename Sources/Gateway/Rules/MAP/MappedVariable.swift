import SpecReading
import TextSearch
import YAMLTree

extension Rule {
  /// A path variable that the route does not have.
  static let mappedVariable = Rule(
    id: "MAP004",
    severity: .error,
    summary: "mapped path variable that the route does not have",
    why: """
      `$request.path.id` in a parameter mapping is the value of the path variable `{id}`. On a route without this variable the
      value is empty.
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
    check: { model, report in
      // A default is written in one place, for however many routes.
      var seen: Set<Mark> = []
      for change in model.valuedChanges where change.side != .response {
        for variable in pathVariables(in: change.value.text ?? "") {
          for line in change.integration.lines {
            guard let key = line.keys.first(where: { !$0.mayDefine(variable.name) }) else { continue }
            let mark = line.place(of: change.value.mark(of: variable.range))
            guard seen.insert(mark).inserted else { continue }
            let isBraced = variable.name.hasPrefix("{")
            report.report(
              only: mark,
              isBraced
                ? "the name of a path variable has no braces here"
                : "the route `\(key.text)` has no path variable `{\(variable.name)}`",
              help: help(isBraced ? String(variable.name.dropFirst().dropLast()) : variable.name, key))
          }
        }
      }
    })

  private static func help(_ name: String, _ key: RouteKey) -> String? {
    if key.variables.contains(name) { return "write `$request.path.\(name)`" }
    if let near = Suggestion.nearest(to: name, among: key.variables) { return "did you mean `$request.path.\(near)`?" }
    return key.variables.isEmpty ? nil : "the route has " + Suggestion.list(key.variables.map { "{\($0)}" })
  }

  /// `$request.path.NAME` and `${request.path.NAME}` in a text.
  private static func pathVariables(in text: String) -> [(name: String, range: Range<String.Index>)] {
    var found: [(String, Range<String.Index>)] = []
    for prefix in ["$request.path.", "${request.path."] {
      for range in text.ranges(of: prefix) {
        let name = text[range.upperBound...].prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" }
        // `$request.path.{id}`
        let braced = text[name.endIndex...].prefix { $0 != "}" }
        if name.isEmpty, braced.hasPrefix("{"), braced.endIndex < text.endIndex {
          found.append((braced + "}", range.lowerBound..<text.index(after: braced.endIndex)))
        } else {
          found.append((String(name), range.lowerBound..<name.endIndex))
        }
      }
    }
    return found
  }
}
