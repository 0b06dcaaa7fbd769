import SpecReading

/// Validation of JSON Web Tokens before the action of a listener or a rule (source: Elastic Load Balancing, "Verify JWTs
/// using an Application Load Balancer").
public struct JwtValidation: SpecObject {
  let issuer: Given<String>
  let jwksEndpoint: Given<String>
  let additionalClaims: [Named<AdditionalClaim>]

  /// Reads the fields.
  public init(fields: inout some FieldVisitor) {
    issuer = fields.required("issuer", .text(1...256), "Issuer, as in the `iss` claim.")
    jwksEndpoint = fields.required("jwksEndpoint", .text(1...256), "HTTPS URL of the public keys of the issuer.")
    additionalClaims =
      fields.optional(
        "additionalClaims", .map(.object(AdditionalClaim.self), keys: .any),
        "Other claims that a token must have, by name. `iss` and `exp`, and `nbf` and `iat` if present, are always validated."
      ) ?? []
  }
}

/// A claim that a token must have.
public struct AdditionalClaim: SpecObject {
  let values: Names
  let format: Given<ClaimFormat>?

  /// A string is a value.
  public static func shorthand(for text: String) -> StaticString? { "values" }
  /// Values.
  public static var listShorthand: StaticString? { "values" }

  /// Reads the fields.
  public init(fields: inout some FieldVisitor) {
    values = fields.required("values", .list(.text(1...256)), "Values that the claim may have.")
    format = fields.optional(
      "format", .word(ClaimFormat.self), "Format of the claim in the token; `single-string` by default.")
  }
}

/// Formats of claims.
public enum ClaimFormat: String, CaseIterable, Sendable {
  case string = "single-string"
  case words = "space-separated-values"
  case list = "string-array"
}
