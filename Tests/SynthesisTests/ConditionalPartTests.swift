import CloudFormation
import Support
import Testing

/// `Fn::If` around parts of listener rules, instances and metadata, and what to write where none is accepted.
@Suite struct ConditionalPartTests {
  private func spec(
    rule: String = "pathPattern: /a", instances: String = "[]", route: String = "", auth: String = "members",
    responses: String = "{}"
  ) -> Compiled {
    Compiled(
      """
      parameters: {Env: {Type: String}}
      conditions: {IsProd: !Equals [!Ref Env, prod]}
      functions:
        books: {runtime: nodejs24.x, handler: index.handler, code: {inline: "exports.handler = async () => ({})"}}
      vpcs: {main: {id: vpc-1, privateSubnets: [subnet-1, subnet-2]}}
      loadBalancers:
        web:
          type: application
          vpc: main
          listeners:
            main:
              port: 80
              forward: {ips: [10.0.0.1], port: 80}
              rules: {1: {\(rule), forward: {ips: [10.0.0.2], port: 80}}}
      cloudMapNamespaces: {shop: {type: private, name: shop.internal, vpc: main}}
      cloudMapServices: {cart: {namespace: shop, instances: \(instances)}}
      apis:
        store:
          authorizers: {members: {jwt: {issuer: "https://login.example.com", audience: web}}}
          routes:
            GET /books: {lambda: books, auth: \(auth)\(route)}
            GET /rules: {alb: web}
            GET /carts: {cloudMap: cart}
        chat:
          type: websocket
          stage: live
          routes:
            $default: {http: "https://books.example.com", integrationResponses: \(responses)}
      """)
  }

  private static let nothing = Value.ref("AWS::NoValue")

  private func conditions(_ rule: String) -> Value? {
    let spec = spec(rule: rule)
    #expect(spec.errors.isEmpty)
    return spec.resources("AWS::ElasticLoadBalancingV2::ListenerRule").first?.properties["Conditions"]
  }

  private func header(_ name: String, _ values: Value) -> Value {
    ["Field": "http-header", "HttpHeaderConfig": ["HttpHeaderName": .string(name), "Values": values]]
  }

  @Test func headersOfRules() {
    let rule = "headers: !If [IsProd, {X-A: [a, b]}, {X-B: c}]"
    #expect(
      conditions(rule) == [
        ["Fn::If": ["IsProd", header("X-A", ["a", "b"]), Self.nothing]],
        ["Fn::If": ["IsProd", Self.nothing, header("X-B", ["c"])]],
      ])
    #expect(conditions("headers: {X-A: !If [IsProd, a, b]}") == [header("X-A", [["Fn::If": ["IsProd", "a", "b"]]])])
  }

  @Test func queriesOfRules() {
    func pair(_ key: String, _ value: Value) -> Value { ["Key": .string(key), "Value": value] }
    func query(_ pairs: Value) -> Value { ["Field": "query-string", "QueryStringConfig": ["Values": pairs]] }
    #expect(
      conditions("query: !If [IsProd, {a: b, c: d}, !Ref AWS::NoValue]") == [
        ["Fn::If": ["IsProd", query([pair("a", "b"), pair("c", "d")]), Self.nothing]]
      ])
    #expect(
      conditions("query: {a: b, c: !If [IsProd, d, !Ref AWS::NoValue]}") == [
        query([pair("a", "b"), ["Fn::If": ["IsProd", pair("c", "d"), Self.nothing]]])
      ])
  }

  @Test func instancesOfServices() {
    let spec = spec(
      instances: """
        !If [IsProd, [{id: a, ipv4: 10.0.0.3}, {id: b, ipv4: 10.0.0.4}], [{id: a, ipv4: 10.0.0.5}]]
        """)
    #expect(spec.errors.isEmpty)
    let instances = spec.resources("AWS::ServiceDiscovery::Instance")
    #expect(instances.map { $0.properties["InstanceId"] } == ["a", "b", "a"])
    #expect(instances.map(\.condition) == ["IsProd", "IsProd", "NotIsProd"])
    let item = self.spec(instances: "[!If [IsProd, {ipv4: 10.0.0.3}, !Ref AWS::NoValue]]")
    #expect(item.resources("AWS::ServiceDiscovery::Instance").map(\.condition) == ["IsProd"])
  }

  @Test func integrationResponses() {
    let spec = spec(responses: "!If [IsProd, {$default: {}, /4../: {templates: a}}, {$default: {templates: b}}]")
    #expect(spec.errors.isEmpty)
    let responses = spec.resources("IntegrationResponse")
    #expect(responses.map { $0.properties["IntegrationResponseKey"] } == ["$default", "$default", "/4../"])
    #expect(responses.map(\.condition) == ["IsProd", "NotIsProd", "IsProd"])
  }

  @Test func metadata() {
    let spec = spec(route: ", metadata: !If [IsProd, {Team: books}, !Ref AWS::NoValue]")
    #expect(spec.errors.isEmpty)
    #expect(
      spec["apis.store.routes.GET /books"]?.metadata == ["Team": ["Fn::If": ["IsProd", "books", Self.nothing]]])
  }

  @Test func whereNoneIsAcceptedHelpShowsTheAlternative() {
    let one = Compiled(
      "apis: {store: {routes: {GET /a: !If [IsProd, {http: \"https://a.example.com\"}, !Ref AWS::NoValue]}}}")
    #expect(one.findings.contains { $0.help == "write `condition: IsProd` in the mapping instead" })
    let all = Compiled("apis: {store: {routes: !If [IsProd, {GET /a: \"https://a.example.com\"}, !Ref AWS::NoValue]}}")
    #expect(all.findings.contains { $0.help == "write `condition: IsProd` in each of the mappings instead" })
  }

  private func authorization(_ auth: String) -> [Value?] {
    let spec = spec(auth: auth)
    #expect(spec.errors.isEmpty)
    let route = spec["apis.store.routes.GET /books"]?.properties
    return ["AuthorizationType", "AuthorizerId", "AuthorizationScopes"].map { route?[$0] }
  }

  @Test func authorizationOfARoute() {
    let nothing = Self.nothing
    let authorizer = Value.ref("StoreMembersAuthorizer")
    #expect(
      authorization("!If [IsProd, members, none]") == [
        ["Fn::If": ["IsProd", "JWT", "NONE"]], ["Fn::If": ["IsProd", authorizer, nothing]], nil,
      ])
    #expect(authorization("!If [IsProd, iam, none]") == [["Fn::If": ["IsProd", "AWS_IAM", "NONE"]], nil, nil])
    #expect(
      authorization("!If [IsProd, {authorizer: members, scopes: [read]}, members]") == [
        "JWT", authorizer, ["Fn::If": ["IsProd", ["read"], nothing]],
      ])
    #expect(authorization("!If [IsProd, members, !Ref AWS::NoValue]")[0] == ["Fn::If": ["IsProd", "JWT", "NONE"]])
    #expect(spec(auth: "!If [IsProd, membres, none]").findings.contains { $0.id == "REF001" })
  }
}
