import SpecReading

extension Rule {
  static let extensionForm = Rule(
    id: "OAS007",
    severity: .error,
    summary: "extension of API Gateway with a value of the wrong type in an OpenAPI document",
    why: """
      API Gateway reads each of its extensions in one form. With another one it rejects the document, or creates the operation
      without its integration or authorization.
      """,
    source: "API Gateway's page on OpenAPI extensions",
    example: """
      apis:
        store:
          openapi:
            openapi: 3.0.1
            info: {title: store, version: "1"}
            paths:
              /books:
                get:
                  ⟪
                  x-amazon-apigateway-auth: ⟦AWS_IAM⟧
                  →
                  x-amazon-apigateway-auth: {type: AWS_IAM}
                  ⟫
                  x-amazon-apigateway-integration: {type: http_proxy, httpMethod: GET, uri: "https://books.example.com", payloadFormatVersion: "1.0"}
      """,
    check: { model, report in
      for scheme in model.documents.flatMap({ $0["components"]?["securitySchemes"]?.members ?? [] }) {
        if scheme.name.hasPrefix("x-") || scheme.form == .mapping || scheme.form == .nothing { continue }
        report.report(
          at: scheme, "the security scheme `\(scheme.name)` must be a mapping, found \(scheme.found)",
          help: "write `\(scheme.name): {type: oauth2, x-amazon-apigateway-authorizer: …}`")
      }
      model.forEachDocumentMapping { mapping in
        for member in mapping.members where member.name.utf8.starts(with: prefix.utf8) && !member.isFunction {
          let name = member.name.dropFirst(prefix.count)
          let form = forms[String(name)]
          if let form, member.form != .nothing, member.form != (form == nil ? .scalar : .mapping) {
            report.report(
              at: member,
              "`\(member.name)` expects a \(form == nil ? "string" : "mapping"), found \(member.found)",
              help: form.map { "write `\(member.name): \($0)`" })
          } else if name == "auth", member.form == .mapping {
            checkAuth(member, &report)
          }
        }
      }
    })

  private static func checkAuth(_ auth: Model.Property, _ report: inout Report) {
    guard let type = auth["type"] else {
      return report.report(
        at: auth.key, "`\(auth.name)` needs `type`", help: "write `{type: AWS_IAM}` or `{type: NONE}`")
    }
    if type.isFunction || ["AWS_IAM", "NONE"].contains(type.text?.uppercased()) { return }
    report.report(
      at: type, "`type` of `\(auth.name)` must be `AWS_IAM` or `NONE`, found \(type.found)",
      help: "write `type: AWS_IAM`; an authorizer is named in `security`")
  }

  private static let prefix = "x-amazon-apigateway-"

  /// The extensions that are mappings, each with a form to write, and those that are texts, without one.
  private static let forms: [String: String?] = [
    "any-method": "{x-amazon-apigateway-integration: …}", "auth": "{type: AWS_IAM}",
    "authorizer": "{type: jwt, …}", "endpoint-configuration": "{disableExecuteApiEndpoint: true}",
    "integration": "{type: http_proxy, …}", "integrations": "{NAME: {type: http_proxy, …}}", "authtype": nil,
    "importexport-version": nil, "tag-value": nil,
  ]
}
