import SpecReading

/// An authorizer: what tells who may call a route.
public enum Authorizer: Alternatives {
  case jwt(JwtAuthorizer)
  case userPool(UserPoolAuthorizer)
  case lambda(LambdaAuthorizer)
  case imported(ImportedAuthorizer)

  /// For messages.
  public static let subject = "an authorizer"
  /// By key.
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
    scopes = fields.optional("scopes", .list(.text(1...64)), "Scopes of routes that use it, unless they say their own.")
    identitySource = fields.optional(
      "identitySource", .list(.text), "Where it finds what the caller shows; the `Authorization` header by default.")
    name = fields.optional("name", .text(1...128), "Its name in AWS; the key by default.")
    options = ElementOptions(fields: &fields)
  }

  /// Whether it is checked by API Gateway itself, so that routes may ask for scopes.
  var isJwt: Bool {
    switch form {
    case .jwt, .userPool: true
    case .imported(let authorizer): authorizer.type.literal == .jwt
    case .lambda, nil: false
    }
  }
}

/// Tokens of an OpenID Connect issuer.
public struct JwtAuthorizer: SpecObject {
  let jwt: Jwt

  /// Reads the fields.
  public init(fields: inout some FieldVisitor) {
    jwt = fields.required("jwt", .object(Jwt.self), "HTTP: JSON web tokens of an issuer.")
  }

  /// Who issues tokens, and for whom.
  public struct Jwt: SpecObject {
    let issuer: Given<String>
    let audience: Names

    /// Reads the fields.
    public init(fields: inout some FieldVisitor) {
      issuer = fields.required("issuer", .text(1...2_048), "The issuer's URL, as tokens say it in `iss`.")
      audience = fields.required("audience", .list(.text), "Whom tokens must be for: one of these in `aud`.")
    }
  }
}

/// Tokens of a Cognito user pool.
public struct UserPoolAuthorizer: SpecObject {
  let userPool: Given<String>

  /// Reads the fields.
  public init(fields: inout some FieldVisitor) {
    userPool = fields.required(
      "userPool", .known(.name(of: Kind.userPool)), "HTTP: tokens of one of `userPools`.")
  }
}

/// A function that answers who may call.
public struct LambdaAuthorizer: SpecObject {
  let function: Given<String>
  let simpleResponses: Given<Bool>?
  let payloadFormatVersion: Given<LambdaTarget.PayloadFormat>?
  let ttl: Given<Duration>?
  let credentials: Given<String>?

  /// Reads the fields.
  public init(fields: inout some FieldVisitor) {
    function = fields.required("lambda", .name(of: Kind.function), "The function that answers.")
    simpleResponses = fields.optional(
      "simpleResponses", .flag, "HTTP: whether it answers yes or no, not with a policy; true by default.")
    payloadFormatVersion = fields.optional(
      "payloadFormatVersion", .word(LambdaTarget.PayloadFormat.self),
      "HTTP: the form of its event; `2.0` by default, `1.0` answers with a policy.")
    ttl = fields.optional(
      "ttl", .seconds(0...3_600), "How long an answer is kept; 5m by default, `0s` for not at all.")
    credentials = fields.optional("credentials", .name(of: Kind.role), "The role that API Gateway calls it with.")
  }
}

/// An authorizer that exists.
public struct ImportedAuthorizer: SpecObject {
  let id: Given<String>
  let type: Given<Kind>

  /// What kind it is, which routes have to say.
  public enum Kind: String, CaseIterable, Sendable {
    case jwt, lambda
  }

  /// Reads the fields.
  public init(fields: inout some FieldVisitor) {
    id = fields.required("id", .text, "Id of an authorizer of an API that exists.")
    type = fields.required("type", .word(Kind.self), "What kind it is.")
  }
}

/// Who may call a route: an authorizer by name, `iam`, `none`, and the scopes that callers need.
public struct Auth: SpecObject {
  let authorizer: Given<String>?
  let scopes: Names?

  /// It would say nothing.
  public static var mayBeEmpty: Bool { false }

  /// A lone text is a name.
  public static func shorthand(for text: String) -> StaticString? { "authorizer" }

  /// Reads the fields.
  public init(fields: inout some FieldVisitor) {
    authorizer = fields.optional(
      "authorizer", .known(.text), "One of the API's `authorizers`, `iam`, or `none`.")
    scopes = fields.optional("scopes", .list(.text(1...64)), "Scopes of which a token must have one.")
  }
}
