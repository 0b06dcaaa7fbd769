import SpecReading
import TextSearch

/// An authorizer.
public enum Authorizer: Alternatives {
  case jwt(JwtAuthorizer)
  case userPool(UserPoolAuthorizer)
  case lambda(LambdaAuthorizer)
  case imported(ImportedAuthorizer)

  /// The noun in messages.
  public static let subject = "an authorizer"
  /// IAM is not an authorizer.
  public static func help(for texts: String) -> String? {
    texts.lowercased().mentions("iam") ? "remove it: IAM has no authorizer; write `auth: iam` on routes" : nil
  }
  /// The key selects the kind.
  public static let forms: [Form<Authorizer>] = [
    .when("jwt", JwtAuthorizer.self, Authorizer.jwt), .when("userPool", UserPoolAuthorizer.self, Authorizer.userPool),
    .when("lambda", LambdaAuthorizer.self, Authorizer.lambda),
    .when("id", ImportedAuthorizer.self, Authorizer.imported),
  ]
}

/// An element of an API's `authorizers`.
public struct AuthorizerElement: SpecObject {
  let form: Authorizer?
  let scopes: Names?
  let identitySource: Names?
  let name: Given<String>?
  let options: ElementOptions

  /// Reads the fields.
  public init(fields: inout some FieldVisitor) {
    form = fields.oneOf(Authorizer.self)
    scopes = fields.optional("scopes", .list(.text(1...64)), "Default scopes of routes that use this authorizer.")
    identitySource = fields.optional(
      "identitySource", .list(.matching("^[^, ]+$", .text)), "Identity sources; the `Authorization` header by default.")
    name = fields.optional("name", .text(1...128), "Name in AWS; the key by default.")
    options = fields.group(ElementOptions.self)
  }

  /// Whether API Gateway itself validates tokens, so that routes may require scopes.
  var isJwt: Bool {
    switch form {
    case .jwt, .userPool: true
    case .imported(let authorizer): authorizer.type.literal == .jwt
    case .lambda, nil: false
    }
  }
}

/// A JWT authorizer with an OpenID Connect issuer.
public struct JwtAuthorizer: SpecObject {
  let jwt: Conditional<Jwt>

  /// Reads the fields.
  public init(fields: inout some FieldVisitor) {
    jwt = fields.required("jwt", .block(.object(Jwt.self)), "HTTP: JWT authorizer.")
  }

  /// The accepted tokens.
  public struct Jwt: SpecObject {
    let issuer: Given<String>
    let audience: Names

    /// Reads the fields.
    public init(fields: inout some FieldVisitor) {
      issuer = fields.required("issuer", .text(1...2_048), "Issuer URL, as in the `iss` claim.")
      audience = fields.required(
        "audience", .list(.text), "Accepted audiences: the `aud` claim must contain one of them.")
    }
  }
}

/// A JWT authorizer for tokens of a Cognito user pool.
public struct UserPoolAuthorizer: SpecObject {
  let userPool: Given<String>

  /// Reads the fields.
  public init(fields: inout some FieldVisitor) {
    userPool = fields.required(
      "userPool", .known(.name(of: Kind.userPool)), "HTTP: JWT authorizer for a user pool of `userPools`.")
  }
}

/// A Lambda authorizer.
public struct LambdaAuthorizer: SpecObject {
  let function: Given<String>
  let simpleResponses: Given<Bool>?
  let payloadFormatVersion: Given<LambdaTarget.PayloadFormat>?
  let ttl: Given<Duration>?
  let credentials: Given<String>?

  /// Reads the fields.
  public init(fields: inout some FieldVisitor) {
    function = fields.required("lambda", .name(of: Kind.function), "Lambda authorizer function.")
    simpleResponses = fields.optional(
      "simpleResponses", .flag, "HTTP: whether the function returns a simple response, not a policy; `true` by default."
    )
    payloadFormatVersion = fields.optional(
      "payloadFormatVersion", .word(LambdaTarget.PayloadFormat.self),
      "HTTP: payload format version; `2.0` by default. With `1.0`, the function returns a policy.")
    ttl = fields.optional(
      "ttl", .seconds(0...3_600), "Authorizer result caching (TTL); 5m by default, `0s` to disable.")
    credentials = fields.optional(
      "credentials", .name(of: Kind.role), "Role with which API Gateway invokes the function.")
  }
}

/// An existing authorizer.
public struct ImportedAuthorizer: SpecObject {
  let id: Given<String>
  let type: Given<Kind>

  /// The kind of authorizer, which its routes must specify.
  public enum Kind: String, CaseIterable, Sendable {
    case jwt, lambda
  }

  /// Reads the fields.
  public init(fields: inout some FieldVisitor) {
    id = fields.required("id", .text, "ID of an authorizer of an existing API.")
    type = fields.required("type", .word(Kind.self), "Type of the authorizer.")
  }
}

/// The authorization of a route: an authorizer by name, `iam` or `none`, and required scopes.
public struct Auth: SpecObject {
  let authorizer: Given<String>?
  let scopes: Names?

  /// An empty mapping would have no effect.
  public static var mayBeEmpty: Bool { false }
  /// A public route.
  public static var wordForNothing: String? { "none" }

  /// A string is a name.
  public static func shorthand(for text: String) -> StaticString? { "authorizer" }

  /// Reads the fields.
  public init(fields: inout some FieldVisitor) {
    authorizer = fields.optional(
      "authorizer", .known(.text), "One of the API's `authorizers`, `iam`, or `none`.")
    scopes = fields.optional("scopes", .list(.text(1...64)), "Scopes; a token must have at least one of them.")
  }
}
