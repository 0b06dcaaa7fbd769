import Diagnostics
import SpecReading
import YAMLTree

/// Authorizers of `resources` whose type and other properties do not fit: the language has a form for each type.
extension Rule {
  /// A `REQUEST` authorizer that calls nothing.
  static let authorizerNeedsUri = Rule(
    id: "AUT013",
    severity: .error,
    summary: "Lambda authorizer without a function",
    why: """
      An authorizer of the type `REQUEST` calls a function. API Gateway rejects one without: "AuthorizerUri is a required
      field in an Authorizer".
      """,
    source: "API Gateway's CreateAuthorizer, found by deployments (cdk-preflight: request-authorizer-uri-required)",
    example: AuthorizerExample.any(
      "AuthorizerType: ⟦REQUEST⟧", "⟪→ AuthorizerUri: \(AuthorizerExample.uri)",
      "⟫AuthorizerPayloadFormatVersion: \"2.0\""),
    check: { model, report in
      for authorizer in model.lacking("AuthorizerUri", of: .authorizer) {
        report.report(
          at: authorizer["AuthorizerType"]?.mark ?? authorizer.mark,
          "an authorizer of this type needs `\(authorizer.words("AuthorizerUri"))`",
          help: authorizer.source == .serverless
            ? "add the ARN of its function, or for tokens, those of a user pool for example, `IdentitySource` and "
              + "`JwtConfiguration: {issuer: …, audience: […]}`"
            : "specify the URI by which the function is called")
      }
    })

  /// A missing payload format version.
  static let authorizerNeedsVersion = Rule(
    id: "AUT015",
    severity: .error,
    summary: "Lambda authorizer of an HTTP API without a payload format version",
    why: """
      HTTP APIs send one of two payload formats, and a resource must specify which. API Gateway:
      "AuthorizerPayloadFormatVersion is a required parameter for REQUEST authorizer".
      """,
    source: "API Gateway's CreateAuthorizer, found by deployments (cdk-preflight)",
    example: AuthorizerExample.any(
      "AuthorizerType: ⟦REQUEST⟧", "AuthorizerUri: \(AuthorizerExample.uri)⟪→",
      "AuthorizerPayloadFormatVersion: \"2.0\"⟫"),
    check: { model, report in
      for authorizer in model.lacking("AuthorizerPayloadFormatVersion", of: .authorizer) {
        // SAM's authorizers have no type: one without a function may be meant for tokens.
        if authorizer.source == .serverless, authorizer.lacks("AuthorizerUri") { continue }
        report.report(
          at: authorizer["AuthorizerType"]?.mark ?? authorizer.mark,
          "on an HTTP API this authorizer needs `\(authorizer.words("AuthorizerPayloadFormatVersion"))`",
          help:
            "write \(authorizer.setting("AuthorizerPayloadFormatVersion", "\"2.0\"")), or `\"1.0\"` for a function that "
            + "returns a policy")
      }
    })

  /// A property of the other type.
  static let authorizerOfOtherType = Rule(
    id: "AUT032",
    severity: .error,
    summary: "authorizer property of the other authorizer type",
    why: """
      An authorizer either validates tokens itself (`JWT`), for which it needs an issuer and an audience, or calls a
      function (`REQUEST`). API Gateway rejects properties of the other type.
      """,
    source: "API Gateway's CreateAuthorizer",
    example: AuthorizerExample.jwt(
      AuthorizerExample.configuration + "⟪", "⟦AuthorizerUri⟧: \(AuthorizerExample.uri) →⟫"),
    check: { model, report in
      for authorizer in model.apis.authorizers {
        guard let isJwt = authorizer.isJwt, authorizer.resource.isRaw, !(isJwt && authorizer.isWebSocket == true)
        else { continue }
        let others =
          isJwt ? ["AuthorizerUri", "AuthorizerPayloadFormatVersion", "EnableSimpleResponses"] : ["JwtConfiguration"]
        for property in others.compactMap({ authorizer[$0] }) where property.bool != false {
          report.report(
            at: property.key, "`\(property.word)` belongs to authorizers of the type `\(isJwt ? "REQUEST" : "JWT")`",
            related: [Related(message: "its type", mark: authorizer.typeMark)], help: "remove it, or change the type")
        }
      }
    })

  /// A property that API Gateway ignores.
  static let authorizerPropertyInVain = Rule(
    id: "AUT033",
    severity: .warning,
    summary: "authorizer property without effect",
    why: """
      `AuthorizerCredentialsArn` is the role for calling the function, and a JWT authorizer calls none.
      `IdentityValidationExpression` comes from REST APIs and is not used.
      """,
    source: "API Gateway's CreateAuthorizer",
    example: AuthorizerExample.lambda("⟪⟦IdentityValidationExpression⟧: Bearer .* → EnableSimpleResponses: true⟫"),
    check: { model, report in
      for authorizer in model.apis.authorizers {
        if let property = authorizer["IdentityValidationExpression"] {
          report.report(
            at: property.key, "`\(property.word)` has no effect",
            help: "remove it, and let the function validate the token")
        }
        if authorizer.isJwt == true, let property = authorizer["AuthorizerCredentialsArn"] {
          report.report(at: property.key, "`\(property.word)` has no effect: no function is called", help: "remove it")
        }
      }
    })
}
