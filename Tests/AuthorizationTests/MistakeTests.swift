import Support
import Testing

@testable import Gateway

@Suite("Mistakes in authorizers")
struct MistakeTests {
  private func found(_ authorizer: String, _ rest: String = "") -> [String] {
    Compiled(
      Snippet.functions + """
        apis:
          store:
            authorizers:
              users: \(authorizer)
            defaultAuth: users
            variables: {c: value}
            routes:
              GET /a: https://a.example.com
              POST /login: {lambda: login, auth: none}
        \(rest)
        """
    ).found
  }

  @Test(
    "JWT",
    arguments: [
      ("{jwt: {issuer: \"https://\", audience: web}}", "AUT004: \"https://\""),
      ("{jwt: {issuer: \"http://a.example.com\", audience: web}}", "AUT004: \"http://a.example.com\""),
      ("{jwt: {issuer: \"https://a.example.com?x=y\", audience: web}}", "AUT005: ?x=y"),
      (
        "{jwt: {issuer: \"https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_A/\", audience: web}}",
        "AUT006: https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_A/"
      ),
      (
        "{jwt: {issuer: !Sub \"https://${apis.store}.execute-api.eu-west-1.amazonaws.com\", audience: web}}",
        "AUT007: !Sub \"https://${apis.store}.execute-api.eu-west-1.amazonaws.com\""
      ),
      (
        "{jwt: \(Snippet.jwt), identitySource: [$request.header.A, $request.header.B]}",
        "AUT010: [$request.header.A, $request.header.B]"
      ),
      ("{jwt: \(Snippet.jwt), identitySource: $context.routeKey}", "AUT010: $context.routeKey"),
      ("{jwt: \(Snippet.jwt), identitySource: []}", "AUT010: []"),
      ("{jwt: \(Snippet.jwt), ttl: 5m}", "SPEC005: ttl"),
      ("{jwt: \(Snippet.jwt), lambda: login}", "SPEC005: lambda"),
      ("{jwt: {issuer: \"https://a.example.com\"}}", "SPEC002: jwt"),
      ("{userPool: !Ref Pool}", "SPEC004: !Ref Pool"),
      ("{}", "SPEC002: users"),
    ])
  func jwt(authorizer: String, expected: String) {
    #expect(found(authorizer).first == expected)
  }

  @Test(
    "Functions",
    arguments: [
      ("{lambda: login, ttl: 2h}", "SPEC004: 2h"), ("{lambda: login, payloadFormatVersion: 3.0}", "SPEC004: 3.0"),
      ("{lambda: login, identitySource: Authorization}", "AUT011: Authorization"),
      ("{lambda: login, identitySource: [$context.nope]}", "AUT041: $context.nope"),
      ("{lambda: login, identitySource: [$stageVariables.]}", "AUT011: $stageVariables."),
      ("{lambda: log}", "REF001: log"),
      (
        "{lambda: \"arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/arn:aws:lambda:x/invocations\"}",
        "AUT014: \"arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/arn:aws:lambda:x/invocations\""
      ),
      ("{id: a1b2c3, type: jwt}", "ROU011: a1b2c3"), ("{id: a1b2c3}", "SPEC002: users"),
    ])
  func lambda(authorizer: String, expected: String) {
    #expect(found(authorizer).first == expected)
  }

  @Test(
    "Good identity sources are silent",
    arguments: [
      "{lambda: login, identitySource: [$request.header.A, $request.querystring.b, $context.routeKey, $stageVariables.c]}",
      "{lambda: login, identitySource: !Split [\",\", !Ref \"AWS::Region\"]}",
      "{jwt: \(Snippet.jwt), identitySource: $request.querystring.token}",
    ])
  func good(authorizer: String) { #expect(found(authorizer) == []) }

  @Test("An explicit authorizer on an OPTIONS route is one warning")
  func options() {
    #expect(
      found("{jwt: \(Snippet.jwt)}", "      OPTIONS, PUT /b: {http: \"https://a.example.com\", auth: users}")
        == ["AUT034: users"])
  }

  @Test("A misspelled authorizer is not also reported as unused")
  func misspelt() {
    #expect(found("{jwtt: \(Snippet.jwt)}").allSatisfy { !$0.hasPrefix("AUT029") })
  }

  @Test("Properties with a key in the language")
  func properties() {
    #expect(
      found("{lambda: login, properties: {AuthorizerResultTtlInSeconds: 5}}") == [
        "SPEC010: AuthorizerResultTtlInSeconds"
      ])
    #expect(
      found("{lambda: login}", "    properties: {CorsConfiguration: {AllowOrigins: [https://x.example.com]}}") == [
        "SPEC010: CorsConfiguration"
      ])
  }
}
