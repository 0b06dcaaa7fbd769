import CloudFormation
import Support
import Testing

@testable import Gateway

@Suite("User pools")
struct UserPoolTests {
  private static let type = "AWS::ApiGatewayV2::Authorizer"

  private func pool(_ pool: String, _ rest: String = "") -> Compiled {
    Compiled(
      """
      tags: {project: bookstore}
      userPools:
        readers: \(pool)
      apis:
        store:
          authorizers: {users: {userPool: readers}}
          routes: {"GET /a": {http: "https://a.example.com", auth: users}}
      \(rest)
      """)
  }

  @Test("A created pool is retained, has a client, and its issuer depends on the partition")
  func createdPool() throws {
    let spec = pool("")
    #expect(spec.found == [])
    let pool = try #require(spec.resources("AWS::Cognito::UserPool").first)
    #expect(pool.deletionPolicy == "RetainExceptOnCreate")
    #expect(pool.properties["UserPoolTags"] == ["project": "bookstore"])
    #expect(spec.only("AWS::Cognito::UserPoolClient")?["UserPoolId"] == .ref("ReadersUserPool"))
    #expect(spec.only("AWS::Cognito::UserPoolClient")?["ClientName"] == nil)
    let jwt = spec.only(Self.type)?["JwtConfiguration"]?.object
    #expect(jwt?["Audience"] == [.ref("ReadersClientUserPoolClient")])
    #expect(
      jwt?["Issuer"] == ["Fn::Sub": "https://cognito-idp.${AWS::Region}.${AWS::URLSuffix}/${ReadersUserPool}"])
  }

  @Test("Clients of a created pool")
  func createdClients() {
    let spec = pool("{name: readers, clients: [web, client], deletionPolicy: Delete}")
    #expect(
      spec.resources("AWS::Cognito::UserPoolClient").map { $0.properties["ClientName"] } == ["web", "client"])
    #expect(spec.resources("AWS::Cognito::UserPool").first?.deletionPolicy == "Delete")
  }

  @Test(
    "The issuer of a pool that exists has the region and the domain of its id",
    arguments: [
      ("eu-west-1_AbCdEf123", "https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_AbCdEf123"),
      ("cn-north-1_AbCdEf123", "https://cognito-idp.cn-north-1.amazonaws.com.cn/cn-north-1_AbCdEf123"),
      ("us-gov-west-1_AbCdEf123", "https://cognito-idp.us-gov-west-1.amazonaws.com/us-gov-west-1_AbCdEf123"),
    ])
  func importedPool(id: String, issuer: String) {
    let spec = pool("{id: \(id), clients: [one, two]}")
    #expect(spec.found == [])
    #expect(spec.resources("AWS::Cognito::UserPool").isEmpty)
    #expect(spec.only(Self.type)?.at("JwtConfiguration", "Issuer") == .string(issuer))
    #expect(spec.only(Self.type)?.at("JwtConfiguration", "Audience") == ["one", "two"])
  }

  @Test("The region is also derived from an ID in a parameter")
  func parameterPool() {
    let spec = pool(
      "{id: !Ref Pool, clients: !Ref Clients}",
      "parameters: {Pool: {Type: String}, Clients: {Type: CommaDelimitedList}}")
    #expect(spec.found == [])
    let issuer = spec.only(Self.type)?.at("JwtConfiguration", "Issuer")
    let variables: Value = ["Region": ["Fn::Select": [0, ["Fn::Split": ["_", .ref("Pool")]]]]]
    #expect(
      issuer == ["Fn::Sub": ["https://cognito-idp.${Region}.${AWS::URLSuffix}/${Pool}", variables]])
    #expect(spec.only(Self.type)?.at("JwtConfiguration", "Audience") == .ref("Clients"))
  }

  @Test("The clients of a pool in `resources` are used")
  func resourcePool() {
    func spec(_ client: String) -> Compiled {
      Compiled(
        """
        apis:
          store:
            authorizers: {users: {userPool: Readers}}
            routes: {"GET /a": {http: "https://a.example.com", auth: users}}
        resources:
          Readers: {Type: AWS::Cognito::UserPool}
          Web: {Type: AWS::Cognito::UserPoolClient, Properties: {UserPoolId: \(client)}}
        """)
    }
    #expect(spec("!Ref Readers").found == [])
    #expect(spec("!Ref Readers").only(Self.type)?.at("JwtConfiguration", "Audience") == [.ref("Web")])
    #expect(spec("eu-west-1_AbCdEf123").found == ["AUT003: Readers"])
  }
}
