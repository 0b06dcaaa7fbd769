import Diagnostics
import SpecReading

/// Keys of API Gateway in OpenAPI documents.
extension Rule {
  static let unknownExtension = Rule(
    id: "OAS001",
    severity: .warning,
    summary: "unknown extension of API Gateway in an OpenAPI document",
    why: """
      API Gateway ignores keys that begin with `x-` and that it does not know. A misspelled `x-amazon-apigateway-integration`
      leaves its operation without a target, and a misspelled authorizer leaves its routes open.
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
                  x-amazon-apigateway-integration: {type: http_proxy, httpMethod: GET, uri: "https://books.example.com", payloadFormatVersion: "1.0"}
                  ⟪
                  parameters: [{name: a, in: query, ⟦x-amazon-apigateway-required⟧: true}]
                  →⟫
      """,
    check: { model, report in
      model.forEachDocumentMapping { mapping in
        for member in mapping.members where member.name.utf8.starts(with: "x-a".utf8) && !known.contains(member.name) {
          guard member.name.hasPrefix(prefix) || Suggestion.nearest(to: member.name, among: known) != nil else {
            continue
          }
          report.report(
            at: member.key, "API Gateway does not have an extension `\(member.name)`",
            help: (known.first { $0.hasPrefix("\(member.name)-") } ?? Suggestion.nearest(to: member.name, among: known))
              .map { "did you mean `\($0)`?" }
              ?? "remove it, or use one of API Gateway's page on OpenAPI extensions")
        }
      }
    })

  private static let prefix = "x-amazon-apigateway"

  /// Of REST and of HTTP APIs: a document may serve both.
  private static let known = [
    "any-method", "api-key-source", "auth", "authorizer", "authtype", "binary-media-types", "cors", "documentation",
    "endpoint-access-mode", "endpoint-configuration", "gateway-responses", "importexport-version", "integration",
    "integrations", "minimum-compression-size", "policy", "request-validator", "request-validators", "security-policy",
    "tag-value",
  ].map { "\(prefix)-\($0)" }

  static let schemeOfLambdaAuthorizer = Rule(
    id: "OAS003",
    severity: .warning,
    summary: "authorizer in a security scheme of the wrong type, or without what that type needs",
    why: """
      API Gateway creates the Lambda authorizer of a security scheme of type `apiKey` only. Under another type the import
      makes no authorizer, and the operations that name the scheme are rejected or open. In OpenAPI, a scheme of this type
      has a `name` and an `in`.
      """,
    source: """
      API Gateway's page on `x-amazon-apigateway-authorizer` for HTTP APIs; SAM#2290; OpenAPI 3.0.3, Security Scheme Object
      """,
    example: """
      functions: {check: {arn: "arn:aws:lambda:eu-west-1:111122223333:function:check"}}
      apis:
        store:
          openapi:
            openapi: 3.0.1
            info: {title: store, version: "1"}
            paths:
              /books:
                get:
                  security: [{Check: []}]
                  x-amazon-apigateway-integration:
                    {type: http_proxy, httpMethod: GET, uri: "https://books.example.com", payloadFormatVersion: "1.0"}
            components:
              securitySchemes:
                Check:
                  type: ⟦http → apiKey⟧
                  ⟪
                  scheme: bearer
                  →
                  in: header
                  name: Authorization
                  ⟫
                  x-amazon-apigateway-authorizer:
                    type: request
                    identitySource: $request.header.Authorization
                    authorizerPayloadFormatVersion: "2.0"
                    enableSimpleResponses: true
                    authorizerUri: !Sub arn:aws:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/${functions.check}/invocations
      """,
    check: { model, report in
      for body in model.documents {
        for scheme in body["components"]?["securitySchemes"]?.members ?? [] {
          guard let authorizer = scheme[DocumentWords.authorizerKey], let type = scheme["type"], let text = type.text
          else { continue }
          if text == "apiKey" {
            // SAM writes the schemes of its authorizers.
            if type.isWritten { checkKey(scheme, &report) }
          } else if authorizer["type"]?.text?.lowercased() == "request" {
            report.report(
              at: type, "API Gateway makes no Lambda authorizer of a scheme of type `\(text)`",
              help: "write `type: apiKey`, `in: header` and `name: Authorization`")
          } else if !typesOfSchemes.contains(text) {
            report.report(
              at: type, "\(Reader.quoted(text)) is not a type of security schemes",
              help: "write `oauth2` for a JWT authorizer, `apiKey` for a Lambda authorizer")
          }
        }
      }
    })

  private static let typesOfSchemes = ["apiKey", "http", "oauth2", "openIdConnect"]

  /// The place of the key that a scheme of type `apiKey` names. API Gateway reads it from the identity source.
  private static func checkKey(_ scheme: Model.Property, _ report: inout Report) {
    let missing = ["in", "name"].filter { scheme.lacks($0) }
    if !missing.isEmpty {
      report.report(
        at: scheme.key, "a security scheme of type `apiKey` needs \(missing.map { "`\($0)`" }.listed)",
        help: "write " + missing.map { $0 == "in" ? "`in: header`" : "`name: Authorization`" }.listed)
    }
    if let place = scheme["in"], let text = place.text, !["header", "query", "cookie"].contains(text) {
      report.report(
        at: place, "`in` must be `header`, `query` or `cookie`, found \(Reader.quoted(text))", help: "write `header`")
    }
    for key in ["in", "name"] {
      guard let value = scheme[key], !value.isFunction, value.form == .list || value.form == .mapping else { continue }
      report.report(at: value, "`\(key)` expects a string, found \(value.found)")
    }
  }
}
