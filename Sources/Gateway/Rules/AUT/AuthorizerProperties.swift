import Diagnostics
import SpecReading
import YAMLTree

/// Authorizers of `resources` whose type and other properties do not fit: the language has a form for each type.
extension Rule {
  /// Somebody has to be asked.
  static let authorizerNeedsUri = Rule(
    id: "AUT013",
    severity: .error,
    summary: "a Lambda authorizer without the function that it asks",
    why: """
      An authorizer of the type `REQUEST` asks a function. API Gateway refuses one without: "AuthorizerUri is a required
      field in an Authorizer".
      """,
    source: "API Gateway's CreateAuthorizer, found by deployments (cdk-preflight: request-authorizer-uri-required)",
    example: AuthorizerExample.any(
      "AuthorizerType: ⟦REQUEST⟧", "⟪→ AuthorizerUri: \(AuthorizerExample.uri)",
      "⟫AuthorizerPayloadFormatVersion: \"2.0\""),
    check: { spec, report in
      for authorizer in spec.rawAuthorizers where !authorizer.isJwt {
        guard authorizer.resource?.lacks("AuthorizerUri") ?? false else { continue }
        report.report(
          at: authorizer.mark, "an authorizer of this type needs `AuthorizerUri`",
          help: "write how the function is called")
      }
    })

  /// What it is asked with.
  static let authorizerNeedsVersion = Rule(
    id: "AUT015",
    severity: .error,
    summary: "an HTTP API's Lambda authorizer without the form of its event",
    why: """
      HTTP APIs ask functions in one of two forms, and a resource has to say which. API Gateway:
      "AuthorizerPayloadFormatVersion is a required parameter for REQUEST authorizer".
      """,
    source: "API Gateway's CreateAuthorizer, found by deployments (cdk-preflight)",
    example: AuthorizerExample.any(
      "AuthorizerType: ⟦REQUEST⟧", "AuthorizerUri: \(AuthorizerExample.uri)⟪→",
      "AuthorizerPayloadFormatVersion: \"2.0\"⟫"),
    check: { spec, report in
      for authorizer in spec.rawAuthorizers where !authorizer.isJwt && authorizer.isWebSocket == false {
        guard authorizer.resource?.lacks("AuthorizerPayloadFormatVersion") ?? false else { continue }
        report.report(
          at: authorizer.mark, "on an HTTP API this authorizer needs `AuthorizerPayloadFormatVersion`",
          help:
            "write `AuthorizerPayloadFormatVersion: \"2.0\"`, or `\"1.0\"` for a function that answers with a policy")
      }
    })

  /// What belongs to the other type.
  static let authorizerOfOtherType = Rule(
    id: "AUT032",
    severity: .error,
    summary: "an authorizer with a property of the other type",
    why: """
      An authorizer either checks tokens by itself (`JWT`), for which it needs an issuer and an audience, or asks a
      function (`REQUEST`). What belongs to the one is of no use to the other.
      """,
    source: "API Gateway's CreateAuthorizer",
    example: AuthorizerExample.jwt(
      AuthorizerExample.configuration + "⟪", "⟦AuthorizerUri⟧: \(AuthorizerExample.uri) →⟫"),
    check: { spec, report in
      for authorizer in spec.rawAuthorizers where !(authorizer.isJwt && authorizer.isWebSocket == true) {
        let others =
          authorizer.isJwt
          ? ["AuthorizerUri", "AuthorizerPayloadFormatVersion", "EnableSimpleResponses"] : ["JwtConfiguration"]
        for property in others.compactMap({ authorizer.resource?[$0] }) where property.bool != false {
          report.report(
            at: property.key,
            "`\(property.name)` belongs to authorizers of the type `\(authorizer.isJwt ? "REQUEST" : "JWT")`",
            related: [Related(message: "its type", mark: authorizer.mark)], help: "leave it out, or change the type")
        }
      }
    })

  /// What changes nothing.
  static let authorizerPropertyInVain = Rule(
    id: "AUT033",
    severity: .warning,
    summary: "an authorizer with a property that nobody reads",
    why: """
      `AuthorizerCredentialsArn` is the role that a function is called with, and no function is called about a token.
      `IdentityValidationExpression` has been kept from REST APIs and is not used.
      """,
    source: "API Gateway's CreateAuthorizer",
    example: AuthorizerExample.lambda("⟪⟦IdentityValidationExpression⟧: Bearer .* → EnableSimpleResponses: true⟫"),
    check: { spec, report in
      for authorizer in spec.rawAuthorizers {
        if let property = authorizer.resource?["IdentityValidationExpression"] {
          report.report(
            at: property.key, "this expression checks nothing here", help: "leave it out, and let the function check it"
          )
        }
        if authorizer.isJwt, let property = authorizer.resource?["AuthorizerCredentialsArn"] {
          report.report(at: property.key, "no function is called, so the role is of no use", help: "leave it out")
        }
      }
    })
}
