import CloudFormation
import Support
import Testing

@testable import Gateway

@Suite("auth and defaultAuth")
struct AuthTests {
  private func spec(default defaultAuth: String? = nil, _ routes: String, scopes: String = "") -> Compiled {
    let lines = routes.split(separator: "\n").map { "      \($0)\n" }.joined()
    return Compiled(
      Snippet.functions + """
        apis:
          store:
            authorizers:
              users: {jwt: \(Snippet.jwt)\(scopes)}
              asked: {lambda: login}
        \(defaultAuth.map { "    defaultAuth: \($0)" } ?? "    x-nothing: 1")
            routes:
              GET /unused/a: {http: "https://a.example.com", auth: users}
              GET /unused/b: {http: "https://a.example.com", auth: asked}

        """ + lines)
  }

  private static let url = "http: \"https://a.example.com\""

  @Test("A route without auth has the authorization type NONE")
  func open() {
    #expect(spec("GET /a: {\(Self.url)}").route("GET /a")?.properties["AuthorizationType"] == "NONE")
  }

  @Test("A name, `iam` and `none`")
  func names() {
    let spec = spec(
      """
      GET /jwt: {\(Self.url), auth: users}
      GET /lambda: {\(Self.url), auth: asked}
      GET /iam: {\(Self.url), auth: iam}
      GET /none: {\(Self.url), auth: none}
      """)
    #expect(spec.found == [])
    #expect(spec.route("GET /jwt")?.properties["AuthorizationType"] == "JWT")
    #expect(spec.route("GET /jwt")?.properties["AuthorizerId"] == .ref("StoreUsersAuthorizer"))
    #expect(spec.route("GET /lambda")?.properties["AuthorizationType"] == "CUSTOM")
    #expect(spec.route("GET /iam")?.properties["AuthorizationType"] == "AWS_IAM")
    #expect(spec.route("GET /iam")?.properties["AuthorizerId"] == nil)
    #expect(spec.route("GET /none")?.properties["AuthorizationType"] == "NONE")
  }

  @Test("The default applies to all routes except OPTIONS, and `auth` replaces it completely")
  func defaults() {
    let spec = spec(
      default: "{authorizer: users, scopes: [read, list]}",
      """
      GET /a: {\(Self.url)}
      OPTIONS /a: {\(Self.url)}
      $default: {\(Self.url)}
      GET /name: {\(Self.url), auth: users}
      GET /scopes: {\(Self.url), auth: {scopes: write}}
      GET /cleared: {\(Self.url), auth: {scopes: []}}
      GET /other: {\(Self.url), auth: {authorizer: asked}}
      GET /none: {\(Self.url), auth: none}
      """)
    #expect(spec.found == [])
    #expect(spec.route("GET /a")?.properties["AuthorizationScopes"] == ["read", "list"])
    #expect(spec.route("$default")?.properties["AuthorizationScopes"] == ["read", "list"])
    #expect(spec.route("OPTIONS /a")?.properties["AuthorizationType"] == "NONE")
    // A name without scopes uses those of the authorizer, which has none.
    #expect(spec.route("GET /name")?.properties["AuthorizationType"] == "JWT")
    #expect(spec.route("GET /name")?.properties["AuthorizationScopes"] == nil)
    #expect(spec.route("GET /scopes")?.properties["AuthorizationScopes"] == ["write"])
    #expect(spec.route("GET /scopes")?.properties["AuthorizerId"] == .ref("StoreUsersAuthorizer"))
    #expect(spec.route("GET /cleared")?.properties["AuthorizationType"] == "JWT")
    #expect(spec.route("GET /cleared")?.properties["AuthorizationScopes"] == nil)
    #expect(spec.route("GET /other")?.properties["AuthorizationType"] == "CUSTOM")
    #expect(spec.route("GET /other")?.properties["AuthorizationScopes"] == nil)
    #expect(spec.route("GET /none")?.properties["AuthorizationScopes"] == nil)
  }

  @Test("Scopes of an authorizer apply to routes without scopes")
  func authorizerScopes() {
    let spec = spec(
      """
      GET /a: {\(Self.url), auth: users}
      GET /b: {\(Self.url), auth: {authorizer: users, scopes: write}}
      """, scopes: ", scopes: read")
    #expect(spec.found == [])
    #expect(spec.route("GET /a")?.properties["AuthorizationScopes"] == ["read"])
    #expect(spec.route("GET /b")?.properties["AuthorizationScopes"] == ["write"])
  }

  @Test("Every method of a key has its authorization, except OPTIONS by default")
  func severalMethods() {
    let spec = spec(default: "users", "GET, PUT, OPTIONS /a: {\(Self.url)}")
    #expect(spec.route("GET /a")?.properties["AuthorizationType"] == "JWT")
    #expect(spec.route("PUT /a")?.properties["AuthorizationType"] == "JWT")
    #expect(spec.route("OPTIONS /a")?.properties["AuthorizationType"] == "NONE")
  }

  @Test("Scopes may be a function that returns the list")
  func scopesByFunction() {
    let spec = spec("GET /a: {\(Self.url), auth: {authorizer: users, scopes: !Split [\",\", !Ref \"AWS::Region\"]}}")
    #expect(spec.found == [])
    #expect(spec.route("GET /a")?.properties["AuthorizationScopes"] == ["Fn::Split": [",", .ref("AWS::Region")]])
  }

  @Test("An unknown name gets a suggestion")
  func unknown() {
    let spec = spec("GET /a: {\(Self.url), auth: user}")
    #expect(spec.found == ["REF001: user"])
    #expect(spec.mistakes.first?.help == "did you mean `users`?")
    let other = Compiled(
      Snippet.functions + """
        apis:
          store:
            defaultAuth: login
            routes: {"GET /a": "https://a.example.com"}
        """)
    #expect(other.found.contains("REF001: login"))
    #expect(other.mistakes.first?.help == "define one in the API's `authorizers`: `login: {lambda: login}`")
  }

  @Test("A function in `auth` is rejected: its type would be unknown")
  func function() {
    #expect(spec("GET /a: {\(Self.url), auth: !Ref Users}").found.first == "SPEC004: !Ref Users")
  }

  @Test("An authorizer in `resources` is referred to by its logical ID")
  func resource() {
    let spec = Compiled(
      """
      apis:
        store:
          routes:
            GET /a: {http: "https://a.example.com", auth: {authorizer: Users, scopes: read}}
            GET /b: {http: "https://a.example.com", auth: Books}
      resources:
        Users:
          Type: AWS::ApiGatewayV2::Authorizer
          Properties:
            ApiId: !Ref apis.store
            Name: users
            AuthorizerType: JWT
            IdentitySource: [$request.header.Authorization]
            JwtConfiguration: {Issuer: "https://login.example.com", Audience: [web]}
        Books: {Type: AWS::S3::Bucket}
      """)
    #expect(spec.found == ["REF002: Books"])
    #expect(spec.route("GET /a")?.properties["AuthorizerId"] == .ref("Users"))
    #expect(spec.route("GET /a")?.properties["AuthorizationType"] == "JWT")
    #expect(spec.route("GET /a")?.properties["AuthorizationScopes"] == ["read"])
  }

  @Test(
    "Scopes are rejected where no JWT authorizer checks them",
    arguments: [
      "{authorizer: asked, scopes: read}", "{authorizer: iam, scopes: read}", "{authorizer: none, scopes: read}",
      "{scopes: read}",
    ])
  func lostScopes(auth: String) {
    #expect(spec("GET /a: {\(Self.url), auth: \(auth)}").found == ["AUT025: read"])
  }

  @Test("Scopes without tokens are reported on a default and on an authorizer as well")
  func lostDefaultScopes() {
    #expect(spec(default: "{authorizer: asked, scopes: read}", "GET /a: {\(Self.url)}").found == ["AUT025: read"])
    let spec = Compiled(
      Snippet.functions + """
        apis:
          store:
            authorizers: {asked: {lambda: login, scopes: [read]}}
            routes: {"GET /a": {http: "https://a.example.com", auth: asked}}
        """)
    #expect(spec.found == ["AUT025: [read]"])
  }
}
