import SpecReading

/// Keys inside the extensions of OpenAPI documents.
extension Rule {
  static let unknownDocumentKey = Rule(
    id: "OAS004",
    severity: .warning,
    summary: "unknown key of an extension in an OpenAPI document",
    why: """
      API Gateway ignores a key that it does not know: a misspelled `timeoutInMillis` leaves the default timeout, a misspelled
      `identitySource` an authorizer without one.
      """,
    source: "API Gateway's pages on `x-amazon-apigateway-integration` and `x-amazon-apigateway-authorizer`",
    example: """
      apis:
        store:
          openapi:
            openapi: 3.0.1
            info: {title: store, version: "1"}
            paths:
              /books:
                get:
                  x-amazon-apigateway-integration:
                    {type: http_proxy, httpMethod: GET, uri: "https://books.example.com", payloadFormatVersion: "1.0", ⟦timeoutMillis → timeoutInMillis⟧: 3000}
      """,
    check: { model, report in
      model.forEachDocumentExtension { part, known, ofRest in
        for member in part.members where !known.contains(member.name) && !ofRest.contains(member.name) {
          if member.name == "$ref" || member.name.hasPrefix("Fn::") { continue }
          // Another rule reports other unknown keys of CORS settings.
          if part.name == DocumentWords.corsKey, member.name.first?.isUppercase != true { continue }
          report.report(
            at: member.key, "\(part.noun) does not have a key \(Reader.quoted(member.name))",
            help: Suggestion.help(for: member.name, among: known))
        }
      }
    })

  static let restSetting = Rule(
    id: "OAS005",
    severity: .note,
    summary: "setting of REST APIs in the OpenAPI document of an HTTP API",
    why: """
      A document that is exported from a REST API has settings that HTTP APIs do not support, such as request validation, gateway
      responses and a resource policy. API Gateway ignores them without a message.
      """,
    source: "API Gateway's pages on OpenAPI definitions for HTTP APIs, and on choosing between REST and HTTP APIs",
    example: """
      apis:
        store:
          openapi:
            openapi: 3.0.1
            info: {title: store, version: "1"}
            ⟪
            ⟦x-amazon-apigateway-request-validator⟧: all
            →⟫
            paths:
              /books:
                get:
                  x-amazon-apigateway-integration: {type: http_proxy, httpMethod: GET, uri: "https://books.example.com", payloadFormatVersion: "1.0"}
      """,
    check: { model, report in
      for document in model.documents {
        let paths = document["paths"]?.members ?? []
        for member in document.members + paths.flatMap(\.members) + paths.flatMap(\.members).flatMap(\.members)
        where restExtensions.contains(member.name) {
          report.report(
            at: member.key, "HTTP APIs ignore `\(member.name)`", help: "remove it, or use a REST API if it is needed")
        }
      }
      model.forEachDocumentExtension { part, _, ofRest in
        for member in part.members where ofRest.contains(member.name) && !member.isEmpty {
          report.report(at: member.key, "HTTP APIs ignore `\(member.name)` of \(part.noun)", help: "remove it")
        }
      }
    })

  /// Extensions of a document, a path or an operation that only REST APIs support.
  private static let restExtensions: Set<String> = Set(
    [
      "api-key-source", "binary-media-types", "documentation", "endpoint-access-mode", "gateway-responses",
      "minimum-compression-size", "policy", "request-validator", "request-validators", "security-policy",
    ].map { "x-amazon-apigateway-\($0)" })
}

extension Model {
  /// Calls `body` with each integration and authorizer of the documents, the keys that HTTP APIs read, and those of REST
  /// APIs that they ignore.
  fileprivate func forEachDocumentExtension(_ body: (_ part: Property, _ known: [String], _ ofRest: [String]) -> Void) {
    let known = DocumentWords.integration.keys.sorted()
    for document in documents {
      for endpoint in (document["servers"]?.items ?? []).compactMap({ $0[DocumentWords.endpointKey] }) {
        body(endpoint, DocumentWords.endpoint, DocumentWords.ofRestEndpoint)
      }
      if let cors = document[DocumentWords.corsKey] { body(cors, DocumentWords.cors, []) }
      let operations = (document["paths"]?.members ?? []).flatMap(\.members)
      let shared = document["components"]?[DocumentWords.sharedIntegrationsKey]?.members ?? []
      for integration in operations.compactMap({ $0[DocumentWords.integrationKey] }) + shared {
        body(integration, known, DocumentWords.ofRestIntegration)
      }
      for scheme in document["components"]?["securitySchemes"]?.members ?? [] {
        guard let authorizer = scheme[DocumentWords.authorizerKey] else { continue }
        body(authorizer, DocumentWords.authorizer, DocumentWords.ofRestAuthorizer)
        if let jwt = authorizer["jwtConfiguration"] { body(jwt, ["issuer", "audience"], []) }
      }
    }
  }
}

extension Model.Property {
  /// Whether it is a list or a mapping without content.
  fileprivate var isEmpty: Bool { items?.isEmpty ?? (form == .mapping && members.isEmpty) }

  /// What it is in a document, for messages.
  fileprivate var noun: String {
    switch name {
    case DocumentWords.authorizerKey: "an authorizer"
    case DocumentWords.endpointKey, DocumentWords.corsKey: "`\(name)`"
    case "jwtConfiguration": "`jwtConfiguration`"
    default: "an integration"
    }
  }
}
