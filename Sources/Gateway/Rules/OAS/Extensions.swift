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
    summary: "Lambda authorizer in a security scheme that is not of type `apiKey`",
    why: """
      API Gateway creates the Lambda authorizer of a security scheme of type `apiKey` only. Under another type the import
      makes no authorizer, and the operations that name the scheme are rejected or open.
      """,
    source: "API Gateway's page on `x-amazon-apigateway-authorizer` for HTTP APIs; SAM#2290",
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
          guard scheme[DocumentWords.authorizerKey]?["type"]?.text?.lowercased() == "request",
            let type = scheme["type"], let text = type.text, text != "apiKey"
          else { continue }
          report.report(
            at: type, "API Gateway makes no Lambda authorizer of a scheme of type `\(text)`",
            help: "write `type: apiKey`, `in: header` and `name: Authorization`")
        }
      }
    })
}
