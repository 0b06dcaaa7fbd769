import SpecReading
import TextSearch
import YAMLTree

/// The path variables in the URL of an HTTP integration.
extension Rule {
  /// A variable that nothing fills in.
  static let urlVariable = Rule(
    id: "INT013",
    severity: .error,
    premise: .part,
    summary: "URL with a path variable that the route does not have",
    why: """
      API Gateway replaces `{id}` in the URL of an HTTP integration by the path variable of that name. It cannot do that on a
      route without this variable, and not on a WebSocket API without the request parameter `integration.request.path.id`.
      """,
    source: "API Gateway's page on HTTP proxy integrations for HTTP APIs",
    example: """
      apis:
        store:
          routes:
            GET /books/{⟪id → isbn⟫}: https://books.example.com/v1/⟦{isbn}⟧
      """,
    check: { model, report in
      for integration in model.apis.messageIntegrations {
        let given = integration["RequestParameters"]
        if given?.isFunction ?? false { continue }
        for url in integration.internetUrls where url.flaw == nil {
          for variable in TargetUrl.variables(in: url.text)
          where given?["integration.request.path.\(variable.name)"] == nil {
            report.report(
              at: url.property.mark(of: variable.range), "nothing gives the value of `{\(variable.name)}` in this URL",
              help: "add `integration.request.path.\(variable.name): route.request.body.NAME` to `"
                + "\(integration.resource.words("RequestParameters"))`")
          }
        }
      }
      for integration in model.apis.integrations where integration.isWebSocket == false {
        for url in integration.internetUrls where url.text.contains("{") {
          for variable in TargetUrl.variables(in: url.text) {
            for line in integration.lines {
              guard let key = line.keys.first(where: { !$0.mayDefine(variable.name) }) else { continue }
              report.report(
                only: line.place(of: url.property.mark(of: variable.range)),
                "the route `\(key.text)` has no path variable `{\(variable.name)}`", help: help(variable.name, key))
            }
          }
        }
      }
    })

  private static func help(_ name: String, _ key: RouteKey) -> String {
    if name.hasSuffix("+"), key.variables.contains(String(name.dropLast())) {
      return "write `{\(name.dropLast())}`: a URL has no `+`"
    }
    if name.hasPrefix("stageVariables.") { return "write `${\(name)}`" }
    if key.variables.isEmpty { return "add the variable to the path of the route, as in `GET /books/{\(name)}`" }
    return Suggestion.nearest(to: name, among: key.variables).map { "did you mean `{\($0)}`?" }
      ?? "the route has " + Suggestion.list(key.variables.map { "{\($0)}" })
  }

  /// A variable that the backend does not get.
  static let variableIsDropped = Rule(
    id: "INT014",
    severity: .warning,
    summary: "path variable of the route is missing from the URL",
    why: """
      API Gateway sends only the path in the URL: without `{id}` in it or in a parameter mapping, `/books/1` and `/books/2`
      make the same request.
      """,
    source: "API Gateway's page on HTTP proxy integrations for HTTP APIs",
    example: """
      apis:
        store:
          routes:
            GET /books/{id}: ⟦https://books.example.com/v1 → https://books.example.com/v1/{id}⟧
      """,
    check: { model, report in
      for integration in model.apis.integrations where integration.isWebSocket == false {
        for url in integration.internetUrls where url.flaw == nil && !url.hasOpenPath {
          guard let sent = sentVariables(url.text, integration) else { continue }
          for line in integration.lines {
            guard let (key, variable) = missing(sent, line.keys) else { continue }
            let name = variable.dropFirst().dropLast()
            report.report(
              only: line.place(of: url.property.mark),
              "`\(variable)` of the route `\(key.text)` is not sent to the URL",
              help: inOtherWords(name, url.text).map { "write `\(variable)` instead of `\($0)`" }
                ?? "add `\(variable)` to the URL"
                + (integration.resource.source == .quickCreate
                  ? ""
                  : ", or write `append:querystring.\(name): $request.path.\(name)` in "
                    + "`\(integration.resource.words("RequestParameters"))`"))
          }
        }
      }
    })

  /// The variable as other frameworks write it, if it is a segment of the URL.
  private static func inOtherWords(_ name: Substring, _ url: String) -> String? {
    [":\(name)", "<\(name)>", "[\(name)]", "{{\(name)}}"].first { word in
      url.firstRange(of: "/\(word)").map { url[$0.upperBound...].first.map { "/?&".contains($0) } ?? true } ?? false
    }
  }

  /// The path variables that a request contains; nil where that is not known, or it contains the whole path.
  private static func sentVariables(_ url: String, _ integration: Model.Integration) -> Set<String>? {
    // Variables of mappings have a finding of their own.
    if url.mentions("$request.") || url.mentions("${request.") { return nil }
    var sent = Set(TargetUrl.variables(in: url).map(\.name))
    for change in integration.requestParameters {
      guard let value = change.text, change.name != "overwrite:path" else { return nil }
      for variable in MappingVariable.all(in: value) where variable.root == .request && variable.selector == "path" {
        if !variable.hasName { return nil }
        sent.insert(String(variable.path.dropFirst("path.".count)))
      }
      // In the words of another tool, it has a finding of its own.
      if value.mentions("path.") || value.mentions("params."), let name = value.split(separator: ".").last {
        sent.insert(String(name))
      }
    }
    return sent
  }

  /// The first plain variable of a route that is not sent. An unknown variable in the URL is INT013's, and was most
  /// likely meant to be this one; a greedy variable is ROU014's.
  private static func missing(_ sent: Set<String>, _ keys: [RouteKey]) -> (RouteKey, String)? {
    for key in keys {
      guard case .http(_, let segments) = key.form, sent.allSatisfy(key.variables.contains) else { continue }
      let plain = segments.filter { $0.hasPrefix("{") && !$0.hasSuffix("+}") }
      if let variable = plain.first(where: { !sent.contains(String($0.dropFirst().dropLast())) }) {
        return (key, variable)
      }
    }
    return nil
  }
}
