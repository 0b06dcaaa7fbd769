import SpecReading
import TextSearch
import YAMLTree

extension Rule {
  /// A URL that API Gateway rejects.
  static let httpTargetUrl = Rule(
    id: "INT010",
    severity: .error,
    summary: "invalid URL of an HTTP integration",
    why: """
      API Gateway calls `http://` and `https://` URLs with a host. It rejects user names, passwords, fragments and spaces in
      them: "Invalid HTTP endpoint specified for URI".
      """,
    source: "API Gateway's CreateIntegration; public reports of its message",
    example: """
      apis:
        store:
          routes:
            GET /books: {http: ⟦books.example.com/v1 → https://books.example.com/v1⟧}
      """,
    check: { model, report in
      for url in model.internetUrls {
        guard let flaw = url.flaw else { continue }
        // There may be a password in front of the `@`.
        let secret = url.text.contains("@") ? url.property.mark : nil
        let function = url.isComposed ? nil : model.names.index(url.text, in: "functions")
        report.report(
          at: url.property, flaw.message.replacing("${}", with: "…"),
          help: function == nil
            ? flaw.help.map { $0.mentions("${}") ? "begin the URL with `https://`" : $0 }
            : "write `lambda: \(url.text)`",
          secret: secret)
      }
      for integration in model.apis.integrations {
        if let url = integration.internetUrl, let flaw = integration.flaw(ofCompleted: url) {
          report.report(at: url, flaw.message, help: flaw.help)
        }
        if let flaw = integration.flawOfReference() { report.report(at: flaw.url, flaw.message, help: flaw.help) }
      }
      for integration in model.apis.integrations where integration.isHttpOfFunction {
        let uri = integration["IntegrationUri"] ?? integration["IntegrationType"]
        report.report(
          at: uri?.mark ?? integration.mark,
          "a function has no URL: an `\(integration.type ?? "")` integration cannot call it",
          help: "use `IntegrationType: AWS_PROXY`")
      }
      for integration in model.lacking("IntegrationUri", of: .integration)
      where integration["IntegrationSubtype"] == nil {
        let type = integration["IntegrationType"]?.text ?? ""
        // The keys of targets always write it.
        let word = integration.isRaw ? integration.words("IntegrationUri") : "IntegrationUri"
        report.report(
          at: integration.mark, "an `\(type)` integration needs `\(word)`", help: "write the URL as `\(word)`")
      }
    })

  /// A request that others can read.
  static let plainHttpTarget = Rule(
    id: "INT011",
    severity: .warning,
    summary: "HTTP integration without encryption",
    why: """
      The request crosses the public internet unencrypted, with its headers and body. Anyone on the way can read tokens and
      change responses.
      """,
    source: "a rule of good design",
    example: """
      apis:
        store:
          routes:
            GET /books: {http: ⟦http://books.example.com/v1 → https://books.example.com/v1⟧}
      """,
    check: { model, report in
      for url in model.internetUrls {
        guard url.flaw == nil, !url.isComposed, let scheme = TargetUrl.scheme(of: url.text),
          scheme.utf8.count == "http://".utf8.count,
          url.privateHost == nil
        else { continue }
        report.report(
          at: url.property, "requests to this URL are sent unencrypted through the internet",
          help: TargetUrl.encrypted(url.text.dropFirst(scheme.count)))
      }
    })

  /// A variable that nothing fills in.
  static let urlVariable = Rule(
    id: "INT013",
    severity: .error,
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
              guard let key = line.keys.first(where: { !$0.variables.contains(variable.name) }) else { continue }
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
                ?? "add `\(variable)` to the URL, or write `append:querystring.\(name): $request.path.\(name)` in "
                + "`\(integration.resource.words("RequestParameters"))`")
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

extension Model.Integration {
  /// Whether it is meant to send HTTP requests to a Lambda function.
  fileprivate var isHttpOfFunction: Bool {
    guard let uri = self["IntegrationUri"], uri.isRaw, type == "HTTP_PROXY" || type == "HTTP", isPrivate == false else {
      return false
    }
    if let id = uri.target {
      let types = ["AWS::Lambda::Function", "AWS::Lambda::Alias", "AWS::Lambda::Version"]
      return resource.model.resource(id).map { types.contains($0.type) } ?? false
    }
    return (uri.text ?? self.uri)?.hasPrefix("arn:") ?? false && (self.uri ?? "").mentions(":lambda:")
  }
}
