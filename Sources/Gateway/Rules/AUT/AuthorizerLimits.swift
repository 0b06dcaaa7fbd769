import TextSearch

/// Values in AWS's words; the language has none for these, or rejects them when it is read.
extension Rule {
  /// The types of authorizers.
  static let authorizerType = property(
    [PropertyPath("Authorizer", "AuthorizerType")],
    id: "AUT001",
    summary: "invalid authorizer type",
    why: """
      An authorizer validates JSON web tokens (`JWT`), including those of Cognito user pools, or calls a function
      (`REQUEST`). `TOKEN` and `COGNITO_USER_POOLS` belong to REST APIs.
      """,
    source: "API Gateway's CreateAuthorizer (AuthorizerType)",
    example: AuthorizerExample.jwt(AuthorizerExample.configuration, type: "⟦COGNITO_USER_POOLS → JWT⟧"))

  /// How long a result is cached.
  static let authorizerTtl = property(
    [PropertyPath("Authorizer", "AuthorizerResultTtlInSeconds")],
    id: "AUT018",
    summary: "authorizer cache TTL out of range",
    why: """
      Results are cached for 0 to 3,600 seconds. API Gateway rejects anything else: "TTL must be between 0 and 3600
      seconds".
      """,
    source: "API Gateway's CreateAuthorizer, found by deployments (cdk-preflight: authorizer-ttl-range)",
    example: AuthorizerExample.lambda(
      "IdentitySource: [$request.header.Authorization, $context.routeKey]",
      "AuthorizerResultTtlInSeconds: ⟦7200 → 3600⟧"))

  /// The length of a name.
  static let authorizerName = property(
    [PropertyPath("Authorizer", "Name")],
    id: "AUT039",
    summary: "authorizer name is too long",
    why: "An authorizer's name has 1 to 128 characters.",
    source: "API Gateway's CreateAuthorizer (Name)",
    example: AuthorizerExample.jwt(AuthorizerExample.configuration).replacing(
      "Name: users", with: "Name: ⟦\(String(repeating: "users", count: 26)) → users⟧"))
}
