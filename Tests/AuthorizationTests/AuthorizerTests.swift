import CloudFormation
import Support
import Testing

@testable import Gateway

@Suite("Authorizers")
struct AuthorizerTests {
  private func spec(_ authorizer: String, _ rest: String = "") -> Compiled {
    Compiled(
      Snippet.functions.replacing("code: src/login}", with: "code: src/login, role: \(Self.role)}") + """
        apis:
          store:
            authorizers:
              users: \(authorizer)
            routes:
              GET /a: {http: "https://a.example.com", auth: users}
              POST /login: {lambda: login, auth: none}
        \(rest)
        """)
  }

  private static let role = "arn:aws:iam::111122223333:role/login"
  private static let type = "AWS::ApiGatewayV2::Authorizer"

  @Test("JWT")
  func jwt() {
    let properties = spec("{jwt: {issuer: \"https://login.example.com/\", audience: [web, app]}}").only(Self.type)
    #expect(properties?["AuthorizerType"] == "JWT")
    #expect(properties?["Name"] == "users")
    #expect(properties?["IdentitySource"] == ["$request.header.Authorization"])
    #expect(properties?.at("JwtConfiguration", "Issuer") == "https://login.example.com/")
    #expect(properties?.at("JwtConfiguration", "Audience") == ["web", "app"])
  }

  @Test("A Lambda authorizer, by default with simple responses cached for five minutes")
  func lambda() {
    let spec = spec("{lambda: login}")
    #expect(spec.found == [])
    let properties = spec.only(Self.type)
    #expect(properties?["AuthorizerType"] == "REQUEST")
    #expect(properties?["AuthorizerPayloadFormatVersion"] == "2.0")
    #expect(properties?["EnableSimpleResponses"] == true)
    #expect(properties?["AuthorizerResultTtlInSeconds"] == 300)
    #expect(properties?["IdentitySource"] == ["$request.header.Authorization"])
  }

  @Test("Options of a Lambda authorizer")
  func lambdaOptions() {
    var properties = spec("{lambda: login, payloadFormatVersion: 1.0, ttl: 1h}").only(Self.type)
    #expect(properties?["AuthorizerPayloadFormatVersion"] == "1.0")
    #expect(properties?["EnableSimpleResponses"] == nil)
    #expect(properties?["AuthorizerResultTtlInSeconds"] == 3_600)
    // An update that omits the property leaves it as it was.
    #expect(spec("{lambda: login, simpleResponses: false}").only(Self.type)?["EnableSimpleResponses"] == false)
    properties = spec("{lambda: login, simpleResponses: !If [A, true, false], ttl: 0s}").only(Self.type)
    #expect(properties?["EnableSimpleResponses"] == ["Fn::If": ["A", true, false]])
    #expect(properties?["AuthorizerResultTtlInSeconds"] == 0)
    properties = spec("{lambda: login, identitySource: []}").only(Self.type)
    #expect(properties?["IdentitySource"] == [])
    #expect(properties?["AuthorizerResultTtlInSeconds"] == 0)
  }

  @Test("The permission of an authorizer's function is only for this authorizer")
  func permission() {
    let spec = spec("{lambda: login}")
    let sources = spec.resources("AWS::Lambda::Permission").map { $0.properties["SourceArn"] }
    #expect(
      sources == [
        [
          "Fn::Sub":
            "arn:${AWS::Partition}:execute-api:${AWS::Region}:${AWS::AccountId}:${StoreApi}/authorizers/${StoreUsersAuthorizer}"
        ],
        ["Fn::Sub": "arn:${AWS::Partition}:execute-api:${AWS::Region}:${AWS::AccountId}:${StoreApi}/*/*"],
      ])
  }

  @Test("No permission with credentials, or with `lambdaPermissions: none`")
  func noPermission() {
    #expect(spec("{lambda: login, credentials: \(Self.role)}").resources("AWS::Lambda::Permission").count == 1)
    #expect(
      spec("{lambda: login, credentials: \(Self.role)}").only(Self.type)?["AuthorizerCredentialsArn"]
        == .string(Self.role))
    let none = spec("{lambda: login}", "    lambdaPermissions: none")
    #expect(none.resources("AWS::Lambda::Permission").isEmpty)
    let imported = Compiled(
      """
      functions:
        login: {arn: "arn:aws:lambda:eu-west-1:111122223333:function:login", lambdaPermissions: none}
      apis:
        store:
          authorizers: {users: {lambda: login}}
          defaultAuth: users
          routes: {"GET /a": "https://a.example.com"}
      """)
    #expect(imported.found == [])
    #expect(imported.resources("AWS::Lambda::Permission").isEmpty)
  }

  @Test("An authorizer of an existing API")
  func imported() {
    let spec = Compiled(
      """
      apis:
        store:
          id: abcd1234
          authorizers:
            users: {id: a1b2c3, type: jwt, scopes: read}
            asked: {id: !ImportValue asked, type: lambda}
          routes:
            GET /a: {http: "https://a.example.com", auth: users}
            GET /b: {http: "https://a.example.com", auth: asked}
      """)
    #expect(spec.found == [])
    #expect(spec.resources(Self.type).isEmpty)
    #expect(spec.route("GET /a")?.properties["AuthorizerId"] == "a1b2c3")
    #expect(spec.route("GET /a")?.properties["AuthorizationType"] == "JWT")
    #expect(spec.route("GET /a")?.properties["AuthorizationScopes"] == ["read"])
    #expect(spec.route("GET /b")?.properties["AuthorizationType"] == "CUSTOM")
  }

  @Test("Authorizers and user pools are places")
  func places() {
    let spec = Compiled(
      """
      userPools: {readers: {clients: [web, app]}}
      apis:
        store:
          authorizers:
            users: {userPool: readers}
            spare: {jwt: \(Snippet.jwt)}
          routes: {"GET /a": {http: "https://a.example.com", auth: users}}
      outputs:
        Authorizer: {Value: !Ref apis.store.authorizers.users}
        Spare: {Value: !GetAtt apis.store.authorizers.spare.AuthorizerId}
        Pool: {Value: !GetAtt userPools.readers.Arn}
        Client: {Value: !Ref userPools.readers.clients.app}
      """)
    #expect(spec.found == [])
    #expect(spec.template.outputs.at("Authorizer", "Value") == .ref("StoreUsersAuthorizer"))
    #expect(spec.template.outputs.at("Spare", "Value") == .getAtt("StoreSpareAuthorizer", "AuthorizerId"))
    #expect(spec.resources(Self.type).map(\.id) == ["StoreUsersAuthorizer", "StoreSpareAuthorizer"])
    #expect(spec.template.outputs.at("Pool", "Value") == .getAtt("ReadersUserPool", "Arn"))
    #expect(spec.template.outputs.at("Client", "Value") == .ref("ReadersAppUserPoolClient"))
  }
}
