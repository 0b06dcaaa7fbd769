import CloudFormation
import Support
import Testing

@testable import Gateway

@Suite("CORS")
struct CorsTests {
  private func cors(_ cors: String, _ routes: String, _ rest: String = "") -> Object? {
    Compiled(
      """
      apis:
        store:
          cors: \(cors)
      \(rest)
          routes:
            \(routes)
      """
    ).only("AWS::ApiGatewayV2::Api")?["CorsConfiguration"]?.object
  }

  @Test("`true` allows all origins and the methods of routes, without credentials")
  func on() {
    let found = cors("true", "GET, PUT /a: https://a.example.com")
    #expect(
      found.map { Value.object($0) } == [
        "AllowOrigins": ["*"], "AllowMethods": ["GET", "PUT"], "AllowHeaders": ["content-type", "authorization"],
      ])
    #expect(cors("false", "GET /a: https://a.example.com") == nil)
  }

  @Test("A route for any method allows all methods, listed explicitly with credentials")
  func methods() {
    #expect(cors("true", "ANY /a: https://a.example.com")?["AllowMethods"] == ["*"])
    #expect(cors("true", "$default: https://a.example.com")?["AllowMethods"] == ["*"])
    #expect(
      cors("{allowOrigins: \"https://a\", allowCredentials: true}", "$default: https://a.example.com")?["AllowMethods"]
        == ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"])
  }

  @Test("Default headers are content-type and those of authorizers")
  func headers() {
    let authorizers = """
          authorizers:
            a: {jwt: \(Snippet.jwt)}
            b: {jwt: \(Snippet.jwt), identitySource: $request.querystring.token}
            c: {lambda: "arn:aws:lambda:eu-west-1:111122223333:function:x", identitySource: [$request.header.X-Key, $context.routeKey]}
          defaultAuth: a
      """
    #expect(
      cors("true", "GET /a: https://a.example.com", authorizers)?["AllowHeaders"]
        == ["content-type", "authorization", "x-key"])
    #expect(
      cors("true", "GET /a: {http: \"https://a.example.com\", auth: iam}")?["AllowHeaders"]
        == ["content-type", "authorization", "x-amz-date", "x-amz-security-token"])
  }

  @Test("All options")
  func all() {
    let found = cors(
      """
      {allowOrigins: ["https://a.example.com", "https://b.example.com"], allowMethods: GET, allowHeaders: [X-A],
          exposeHeaders: X-B, allowCredentials: true, maxAge: 1h}
      """, "GET /a: https://a.example.com")
    #expect(
      found.map { Value.object($0) } == [
        "AllowOrigins": ["https://a.example.com", "https://b.example.com"], "AllowMethods": ["GET"],
        "AllowHeaders": ["X-A"], "ExposeHeaders": ["X-B"], "AllowCredentials": true, "MaxAge": 3_600,
      ])
  }

  @Test("`maxAge` may be -1, a number of seconds, or a function")
  func maxAge() {
    func age(_ text: String) -> Value? {
      cors("{allowOrigins: \"*\", maxAge: \(text)}", "GET /a: https://a.example.com")?["MaxAge"]
    }
    #expect(age("-1") == -1)
    #expect(age("600") == 600)
    #expect(age("1d") == 86_400)
    #expect(age("!Ref \"AWS::Region\"") == .ref("AWS::Region"))
  }

  @Test(
    "Mistakes",
    arguments: [
      ("{}", "SPEC002: cors"), ("yes", "SPEC004: yes"), ("{allowOrigins: \"*\", maxAge: 10d}", "SPEC004: 10d"),
      ("{allowOrigins: \"*\", maxAge: -2}", "SPEC003: -2"),
      ("{allowOrigins: \"*\", allowMethods: FETCH}", "SPEC004: FETCH"),
      ("[]", "COR008: []"), ("\"app://y\"", "COR003: \"app://y\""),
      ("{allowOrigins: \"https://A.example.com\"}", "COR004: https://A.example.com"),
      ("{allowOrigins: \"null\"}", "COR003: \"null\""), ("{allowOrigins: \"app://x\"}", "COR003: \"app://x\""),
    ])
  func mistakes(cors: String, expected: String) {
    let spec = Compiled(
      """
      apis:
        store:
          cors: \(cors)
          routes: {"GET /a": "https://a.example.com"}
      """)
    #expect(spec.found == [expected])
  }

  @Test(
    "A preflight that meets an authorizer, and routes that take it off",
    arguments: [
      ("", ["COR009: $default"]),
      ("OPTIONS /{proxy+}: {lambda: login, auth: none}", []),
      ("OPTIONS /a/{y}: {lambda: login}", ["COR009: $default"]),
      ("OPTIONS /b: {lambda: login}", ["COR009: $default"]),
    ])
  func preflight(route: String, expected: [String]) {
    let spec = Compiled(
      Snippet.functions + """
        apis:
          store:
            cors: true
            authorizers: {users: {jwt: \(Snippet.jwt)}}
            defaultAuth: users
            routes:
              $default: login
              ANY /a/{x}: login
              GET /c: login
              \(route)
        """)
    #expect(spec.found == expected)
    // Those that the same route would take off are named in one finding.
    let others = spec.shown.filter { $0.id == "COR009" }.flatMap(\.related).count
    #expect(others == (route.hasPrefix("OPTIONS /a") || expected.isEmpty ? 0 : 1))
  }
}
