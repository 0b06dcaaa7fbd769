import Diagnostics
import SpecReading
import YAMLTree

extension Rule {
  /// A variable in a URL that nobody fills.
  static let urlVariable = Rule(
    id: "INT013",
    severity: .error,
    summary: "a variable in a URL that a route has not",
    why: """
      `{id}` in the URL of an `http` target is filled with the path variable of that name. A route that has none cannot
      fill it.
      """,
    source: "API Gateway's page on HTTP proxy integrations for HTTP APIs",
    example: """
      apis:
        store:
          routes:
            GET /books/{⟪id → isbn⟫}: https://books.example.com/v1/⟦{isbn}⟧
      """,
    check: { spec, report in
      spec.forEachTarget { answering in
        // What fills it in a WebSocket API is `requestParameters`: a message has no path.
        guard !answering.api.value.isWebSocket, case .http(let target) = answering.target,
          let text = target.name.literal
        else { return }
        for line in answering.lines { check(text, target.name, line.keys, line.place) }
      }
      for integration in spec.rawIntegrations where integration.isWebSocket == false && integration.kind == "HTTP_PROXY"
      {
        guard let uri = integration["IntegrationUri"]?.given, let text = uri.literal, integration.isPrivate == false
        else { continue }
        check(text, uri, spec.rawRoutes.keys(of: integration.resource)) { $0 }
      }
      func check(_ text: String, _ given: Given<String>, _ keys: [RouteKey], _ place: (Mark) -> Mark) {
        for variable in TargetUrl.variables(in: text) {
          guard let key = keys.first(where: { !$0.variables.contains(variable.name) }) else { continue }
          report.report(
            only: place(given.mark(of: variable.range)), "the route `\(key.text)` has no variable `{\(variable.name)}`",
            help: help(variable.name, key))
        }
      }
    })

  private static func help(_ name: String, _ key: RouteKey) -> String {
    if name.hasSuffix("+"), key.variables.contains(String(name.dropLast())) {
      return "in a URL it is written without the sign: `{\(name.dropLast())}`"
    }
    if key.variables.isEmpty { return "a route has one where its path says so, as in `GET /books/{\(name)}`" }
    return Suggestion.nearest(to: name, among: key.variables).map { "did you mean `{\($0)}`?" }
      ?? "it has " + Suggestion.list(key.variables.map { "{\($0)}" })
  }
}
