import SpecReading

extension Rule {
  static let documentVersion = Rule(
    id: "OAS008",
    severity: .error,
    summary: "OpenAPI document of a version that API Gateway does not import",
    why: """
      HTTP APIs import documents of OpenAPI 3.0. Others, those of OpenAPI 3.1 as well, are rejected: "Unable to build importer
      with provided input. Unable to determine OAS version from '3.1.0'".
      """,
    source: "API Gateway's page on OpenAPI definitions for HTTP APIs; localstack#13043 has the message",
    example: """
      apis:
        store:
          openapi:
            openapi: ⟦3.1.0 → 3.0.3⟧
            info: {title: store, version: "1"}
            paths:
              /books:
                get:
                  x-amazon-apigateway-integration: {type: http_proxy, httpMethod: GET, uri: "https://books.example.com", payloadFormatVersion: "1.0"}
      """,
    check: { model, report in
      let ofSam = model.resources("AWS::Serverless::HttpApi").compactMap { $0["DefinitionBody"] }
      for document in model.documents + ofSam {
        guard let version = document["openapi"] else {
          if let version = document["swagger"] {
            report.report(
              at: version.key, "HTTP APIs support only OpenAPI 3.0, found a Swagger 2 document",
              help: "convert the document to OpenAPI 3.0, with `openapi: 3.0.3`")
          }
          continue
        }
        if version.isCollection {
          report.report(
            at: version.key, "the version of the document is a text, found \(version.found)", help: "write `3.0.3`")
          continue
        }
        guard let text = version.text, text != "3.0", !isPatch(text) else { continue }
        report.report(
          at: version, "API Gateway imports OpenAPI 3.0, found \(Reader.quoted(text))",
          help: text.hasPrefix("3.")
            ? "write `3.0.3`, and replace what only OpenAPI \(text.prefix(3)) has, such as a list as `type`"
            : "convert the document to OpenAPI 3.0, and write `3.0.3`")
      }
    })

  private static func isPatch(_ text: String) -> Bool {
    text.hasPrefix("3.0.") && Int(text.dropFirst(4)).map { $0 >= 0 } ?? false
  }
}
