/// Authorizers of `resources`: the language has no words for these, or refuses them when it is read.
extension Rule {
  /// The types.
  static let authorizerType = property(
    [(PropertyPath("Authorizer", "AuthorizerType"), .words(["JWT", "REQUEST"]))],
    id: "AUT001",
    summary: "a type of authorizer that API Gateway v2 does not have",
    why: """
      An authorizer checks JSON web tokens (`JWT`), those of Cognito user pools, too, or asks a function (`REQUEST`).
      `TOKEN` and `COGNITO_USER_POOLS` belong to REST APIs.
      """,
    source: "API Gateway's CreateAuthorizer (AuthorizerType)",
    example: AuthorizerExample.jwt(AuthorizerExample.configuration, type: "⟦COGNITO_USER_POOLS → JWT⟧"))

  /// How long an answer is kept.
  static let authorizerTtl = property(
    [(PropertyPath("Authorizer", "AuthorizerResultTtlInSeconds"), .range(0...3_600))],
    id: "AUT018",
    summary: "an authorizer's answer that is kept for longer than an hour",
    why: """
      Answers are kept for 0 to 3,600 seconds. API Gateway refuses anything else: "TTL must be between 0 and 3600
      seconds".
      """,
    source: "API Gateway's CreateAuthorizer, found by deployments (cdk-preflight: authorizer-ttl-range)",
    example: AuthorizerExample.lambda(
      "IdentitySource: [$request.header.Authorization, $context.routeKey]",
      "AuthorizerResultTtlInSeconds: ⟦7200 → 3600⟧"))

  /// A name's length.
  static let authorizerName = property(
    [(PropertyPath("Authorizer", "Name"), .length(1...128))],
    id: "AUT039",
    summary: "a name of an authorizer that is too long",
    why: "An authorizer's name has 1 to 128 characters.",
    source: "API Gateway's CreateAuthorizer (Name)",
    example: AuthorizerExample.jwt(AuthorizerExample.configuration).replacing(
      "Name: users", with: "Name: ⟦\(String(repeating: "users", count: 26)) → users⟧"))
}
