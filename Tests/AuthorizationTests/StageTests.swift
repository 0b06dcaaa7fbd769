import CloudFormation
import Support
import Testing

@testable import Gateway

@Suite("Stages")
struct StageTests {
  private func spec(_ api: String, top: String = "") -> Compiled {
    Compiled(top + "apis:\n  store:\n" + api.split(separator: "\n").map { "    \($0)\n" }.joined())
  }

  private static let routes = """
    routes:
      GET, PUT /books: https://a.example.com
      GET /authors: https://a.example.com

    """

  @Test("Without stages there is a `$default` stage with automatic deployment")
  func byDefault() {
    let stage = spec(Self.routes).only("AWS::ApiGatewayV2::Stage")
    #expect(stage?["StageName"] == "$default")
    #expect(stage?["AutoDeploy"] == true)
    #expect(spec(Self.routes + "stages: {}").resources("AWS::ApiGatewayV2::Stage").isEmpty)
    #expect(spec(Self.routes + "stage: live").only("AWS::ApiGatewayV2::Stage")?["StageName"] == "live")
  }

  @Test("Options of the API are defaults of its stages")
  func shared() {
    let spec = spec(
      Self.routes + """
        throttle: {rate: 100, burst: 50}
        detailedMetrics: true
        variables: {host: a, env: x}
        tags: {team: web, kind: api}
        stages:
          $default: {}
          live: {throttle: {rate: 7.5}, detailedMetrics: false, variables: {env: y}, description: Live, tags: {kind: stage}}
          named: {name: !Ref "AWS::StackName"}
        """)
    #expect(spec.found == [])
    let standard = spec.stage("$default")?.properties
    #expect(
      standard?["DefaultRouteSettings"] == [
        "ThrottlingRateLimit": 100, "ThrottlingBurstLimit": 50, "DetailedMetricsEnabled": true,
      ])
    #expect(standard?["StageVariables"] == ["host": "a", "env": "x"])
    #expect(standard?["Tags"] == ["team": "web", "kind": "api"])
    let live = spec.stage("live")?.properties
    #expect(
      live?["DefaultRouteSettings"] == [
        "ThrottlingRateLimit": .number("7.5"), "ThrottlingBurstLimit": 50, "DetailedMetricsEnabled": false,
      ])
    #expect(live?["StageVariables"] == ["host": "a", "env": "y"])
    #expect(live?["Tags"] == ["team": "web", "kind": "stage"])
    #expect(live?["Description"] == "Live")
    #expect(spec.resources("AWS::ApiGatewayV2::Stage").last?.properties["StageName"] == .ref("AWS::StackName"))
  }

  @Test("Route settings apply to all stages and all keys of a route, and depend on its routes")
  func routeSettings() throws {
    let spec = spec(
      """
      routes:
        GET, PUT /books: {http: "https://a.example.com", throttle: {rate: 5}}
        GET /authors: https://a.example.com
      stages:
        $default: {}
        live: {routes: {PUT /books: {throttle: {rate: 9}, detailedMetrics: true}}}
        test: {routes: {"GET, PUT /books": {throttle: {burst: 3}}}}
      """)
    #expect(spec.found == [])
    let stage = try #require(spec.stage("$default"))
    #expect(
      stage.properties["RouteSettings"] == [
        "GET /books": ["ThrottlingRateLimit": 5], "PUT /books": ["ThrottlingRateLimit": 5],
      ])
    #expect(stage.dependsOn == ["StoreGetBooksRoute", "StorePutBooksRoute"])
    #expect(
      spec.stage("live")?.properties["RouteSettings"] == [
        "GET /books": ["ThrottlingRateLimit": 5],
        "PUT /books": ["ThrottlingRateLimit": 9, "DetailedMetricsEnabled": true],
      ])
    #expect(
      spec.stage("test")?.properties.at("RouteSettings", "PUT /books")
        == ["ThrottlingRateLimit": 5, "ThrottlingBurstLimit": 3])
  }

  @Test("Settings of a conditional route are conditional")
  func conditionalRoute() {
    let spec = spec(
      """
      routes:
        GET /books: {http: "https://a.example.com", throttle: {rate: 5}, condition: Prod}
        $default: https://a.example.com
      """, top: "conditions: {Prod: !Equals [!Ref \"AWS::Region\", eu-west-1]}\n")
    #expect(spec.found == [])
    #expect(
      spec.stage("$default")?.properties.at("RouteSettings", "GET /books")
        == ["Fn::If": ["Prod", ["ThrottlingRateLimit": 5], .ref("AWS::NoValue")]])
  }

  @Test("A key that is not a route")
  func unknownRoute() {
    let spec = spec(Self.routes + "stages: {$default: {routes: {GET /book: {throttle: {rate: 5}}}}}")
    #expect(spec.found == ["STG006: GET /book"])
    #expect(spec.mistakes.first?.help == "did you mean `GET /books`?")
    let any = Compiled(
      """
      apis:
        store:
          routes: {"ANY /books": "https://a.example.com"}
          stages: {$default: {routes: {POST /books: {throttle: {rate: 5}}}}}
      """)
    #expect(any.mistakes.first?.help == "use `ANY /books`")
  }

  // MARK: Imported APIs

  @Test("An imported API has no default stage, and existing stages are not generated")
  func imported() {
    let bare = "id: abcd1234\n" + Self.routes
    #expect(spec(bare).resources("AWS::ApiGatewayV2::Stage").isEmpty)
    let both = spec(
      bare + "stages: {live: {exists: true}, test: {routes: {GET /old: {throttle: {rate: 5}}}}}",
      top: "outputs: {Live: {Value: !Ref apis.store.stages.live}, Url: {Value: !GetAtt apis.store.stages.live.Url}}\n")
    #expect(both.found == [])
    #expect(both.only("AWS::ApiGatewayV2::Stage")?["StageName"] == "test")
    #expect(
      both.only("AWS::ApiGatewayV2::Stage")?["RouteSettings"] == ["GET /old": ["ThrottlingRateLimit": 5]])
    #expect(both.template.outputs.at("Live", "Value") == "live")
    #expect(both.template.outputs["StoreLiveUrl"] == nil)
  }

  @Test("A stage of a created API cannot exist")
  func existsOfCreated() {
    #expect(spec(Self.routes + "stages: {live: {exists: true}}").found == ["STG031: true"])
  }

  // MARK: Deployments

  private func deployment(_ change: (String) -> String = { $0 }) -> Resource? {
    let text = """
      functions:
        login: {runtime: nodejs24.x, handler: index.handler, code: src/login}
      apis:
        store:
          autoDeploy: false
          description: Books
          authorizers:
            users: {lambda: login, ttl: 1m}
          stages: {live: {}, test: {autoDeploy: true}, beta: {}}
          routes:
            GET /books: {http: "https://a.example.com", auth: users}
            GET /authors: {http: "https://b.example.com", auth: none}
      """
    return Compiled(change(text)).resources("AWS::ApiGatewayV2::Deployment").first
  }

  @Test("Stages without automatic deployment share a deployment that depends on all routes")
  func deployed() {
    let made = deployment()
    #expect(made?.dependsOn == ["StoreGetBooksRoute", "StoreGetAuthorsRoute"])
    #expect(made?.properties["Description"] == "Books")
    #expect(made?.properties["StageName"] == nil)
  }

  @Test(
    "It is replaced when a route, an integration or an authorizer changes",
    arguments: [
      ("GET /authors:", "GET /writers:"), ("https://b.example.com", "https://c.example.com"), ("ttl: 1m", "ttl: 2m"),
      ("auth: none", "auth: iam"), ("auth: none}", "auth: none, operationName: list}"),
      ("auth: none}", "auth: none, properties: {RequestParameters: {}}}"),
      ("functions:", "overrides: {apis.store.routes.GET /books: {Properties: {OperationName: x}}}\nfunctions:"),
    ])
  func replaced(old: String, new: String) throws {
    let other = try #require(deployment { $0.replacing(old, with: new) })
    #expect(other.id != deployment()?.id)
  }

  @Test(
    "It stays when anything else changes, or nothing but the order",
    arguments: [
      ("description: Books", "description: Tomes"), ("live: {}", "live: {description: x, throttle: {rate: 1}}"),
      ("code: src/login", "code: src/other"), ("functions:", "tags: {a: b}\nfunctions:"),
    ])
  func kept(old: String, new: String) {
    #expect(deployment { $0.replacing(old, with: new) }?.id == deployment()?.id)
    let lines = [
      "      GET /books: {http: \"https://a.example.com\", auth: users}",
      "      GET /authors: {http: \"https://b.example.com\", auth: none}",
    ]
    let swapped = deployment {
      $0.replacing(lines.joined(separator: "\n"), with: lines.reversed().joined(separator: "\n"))
    }
    #expect(swapped?.id == deployment()?.id)
  }
}
