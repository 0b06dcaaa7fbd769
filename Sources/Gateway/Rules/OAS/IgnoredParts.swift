import SpecReading

/// Parts of OpenAPI documents of which API Gateway makes nothing.
extension Rule {
  static let ignoredDocumentPart = Rule(
    id: "OAS006",
    severity: .warning,
    premise: .element,
    summary: "part of an OpenAPI document that is not a path, an operation or a security scheme",
    why: """
      Paths begin with `/`, and methods are in lower case. An entry that is neither makes no route, so that its requests are
      answered with 404. A security scheme needs a `type`, and `security` is a list: otherwise the operations have no authorizer.
      """,
    source: "OpenAPI 3.0, Path Item Object, Security Scheme Object and Security Requirement Object",
    example: """
      apis:
        store:
          openapi:
            openapi: 3.0.1
            info: {title: store, version: "1"}
            paths:
              /books:
                ⟦GET → get⟧:
                  x-amazon-apigateway-integration: {type: http_proxy, httpMethod: GET, uri: "https://books.example.com", payloadFormatVersion: "1.0"}
      """,
    check: { model, report in
      for document in model.documents {
        if let paths = document["paths"], paths.items != nil {
          report.report(
            at: paths.key, "`paths` must be a mapping, found a list", help: "write each path as a key: `/PATH: …`")
        }
        for path in document["paths"]?.members ?? [] where !path.name.hasPrefix("x-") && !path.name.hasPrefix("Fn::") {
          if !path.name.hasPrefix("/"), path.name != "$default" {
            report.report(
              at: path.key, "\(Reader.quoted(path.name)) is not a path", help: help(forPath: path.name))
          }
          check(path, &report)
        }
        checkSecurity(document, &report)
        checkPlaces(in: document, &report)
        for scheme in document["components"]?["securitySchemes"]?.members ?? [] {
          guard scheme[DocumentWords.authorizerKey] != nil, scheme.lacks("type"), scheme["$ref"] == nil else {
            continue
          }
          report.report(
            at: scheme.key, "the security scheme `\(scheme.name)` has no `type`",
            help: "write `type: oauth2` for a JWT authorizer, `type: apiKey` for a Lambda authorizer")
        }
      }
    })

  /// The path itself; the method of a route key is a key below it.
  private static func help(forPath name: String) -> String {
    let parts = name.split(separator: " ")
    guard parts.count == 2, parts[1].hasPrefix("/"), HttpMethod(rawValue: parts[0].uppercased()) != nil else {
      return "write `/\(name)`"
    }
    return "write `\(parts[1])`, and `\(parts[0].lowercased())` below it"
  }

  private static func check(_ path: Model.Property, _ report: inout Report) {
    let methods = DocumentWords.methods
    for operation in path.members {
      checkSecurity(operation, &report)
      let name = operation.name
      if methods.contains(name) || others.contains(name) || name.hasPrefix("x-") || name.hasPrefix("Fn::") { continue }
      report.report(
        at: operation.key, "\(Reader.quoted(name)) is not an operation of a path",
        help: ["any", "*"].contains(name.lowercased())
          ? "write `\(DocumentWords.anyMethod)`"
          : methods.contains(name.lowercased())
            ? "write `\(name.lowercased())`" : Suggestion.help(for: name, among: methods))
    }
  }

  private static func checkSecurity(_ owner: Model.Property, _ report: inout Report) {
    guard let security = owner["security"], !security.isFunction else { return }
    let isList = security.items?.allSatisfy { $0.form == .mapping } ?? false
    if isList { return checkScopes(security, &report) }
    let name = security.text ?? security.items?.first?.text ?? security.members.first?.name ?? "NAME"
    report.report(
      at: security, "`security` must be a list of mappings from security schemes to scopes",
      help: "write `[{\(name): []}]`")
  }

  private static func checkScopes(_ security: Model.Property, _ report: inout Report) {
    for scheme in (security.items ?? []).flatMap(\.members) where !scheme.isFunction && scheme.form != .list {
      report.report(
        at: scheme, "the scopes of `\(scheme.name)` must be a list",
        help: scheme.text.map { "write `\(scheme.name): [\($0)]`" } ?? "write `\(scheme.name): []`")
    }
  }

  /// The other keys of a path, and `query` of OpenAPI 3.2.
  private static let others: Set<String> = ["$ref", "summary", "description", "servers", "parameters", "query"]
}
