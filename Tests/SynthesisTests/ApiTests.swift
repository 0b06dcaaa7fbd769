import CloudFormation
import Support
import Testing

struct SharingTests {
  private func integrations(_ routes: String) -> [Resource] {
    let compiled = Compiled(books + "apis: {store: {routes: {\(routes)}}}")
    #expect(compiled.errors == [])
    return compiled.resources("AWS::ApiGatewayV2::Integration")
  }

  @Test func equalTargetsShareAnIntegration() {
    #expect(
      integrations("GET /a: books, GET /b: books, POST /c: {lambda: books}").map(\.id) == ["StoreBooksLambdaProxy"])
    #expect(integrations("GET /a: books, GET /b: {lambda: books, timeout: 5s}").count == 2)
    #expect(integrations("GET /a: \"https://a.example.com\", GET /b: {http: \"https://a.example.com\"}").count == 1)
  }

  @Test func orderDoesNotMatter() {
    let first = integrations("GET /a: books, GET /b: {lambda: books, timeout: 5s}")
    let second = integrations("GET /b: {lambda: books, timeout: 5s}, GET /a: books")
    #expect(Set(first.map(\.id)) == Set(second.map(\.id)))
  }

  @Test func unusedIntegrationsAreNotWritten() {
    let compiled = Compiled(
      books
        + "apis: {store: {integrations: {a: books, b: \"https://b.example.com\"}, routes: {GET /a: {integration: a}}}}")
    #expect(compiled.resources("AWS::ApiGatewayV2::Integration").map(\.id) == ["StoreAIntegration"])
  }

  @Test(arguments: [
    "!Sub 'https://${AWS::Region}.example.com'", "{'Fn::Sub': 'https://${AWS::Region}.example.com'}",
    "!Join ['', [https://, x]]",
  ])
  func functionsAsUrlShorthand(_ written: String) {
    #expect(integrations("GET /a: \(written)").map { $0.properties["IntegrationType"] } == ["HTTP_PROXY"])
  }

  @Test(arguments: [
    "!ImportValue Fn", "{'Fn::ImportValue': Fn}", "arn:aws:lambda:eu-west-1:111122223333:function:a", "!If [C, a, b]",
  ])
  func functionsAsFunctionShorthand(_ written: String) {
    let compiled = Compiled("conditions: {C: !Equals [a, b]}\napis:\n  s:\n    routes:\n      GET /a: \(written)\n")
    #expect(compiled.errors == [])
    #expect(
      compiled.resources("AWS::ApiGatewayV2::Integration").map { $0.properties["IntegrationType"] } == ["AWS_PROXY"])
  }
}

struct PermissionTests {
  private func permissions(_ setting: String, _ function: String = "") -> [Value?] {
    let compiled = Compiled(
      """
      functions: {books: {runtime: nodejs24.x, handler: h.h, code: {inline: x}\(function)}}
      apis: {store: {\(setting)routes: {GET /a: books, "ANY /b/{id}": books}}}
      """)
    #expect(compiled.errors == [])
    return compiled.resources("AWS::Lambda::Permission").map { $0.properties["SourceArn"] }
  }

  private func source(_ calls: String) -> Value {
    ["Fn::Sub": .string("arn:${AWS::Partition}:execute-api:${AWS::Region}:${AWS::AccountId}:${StoreApi}\(calls)")]
  }

  @Test func settings() {
    #expect(permissions("") == [source("/*/*")])
    #expect(permissions("lambdaPermissions: api, ") == [source("/*/*")])
    #expect(permissions("lambdaPermissions: route, ") == [source("/*/GET/a"), source("/*/*/b/{id}")])
    #expect(permissions("lambdaPermissions: none, ") == [])
  }

  @Test func theFunctionOverridesTheApi() {
    #expect(permissions("lambdaPermissions: route, ", ", lambdaPermissions: api") == [source("/*/*")])
    #expect(permissions("", ", lambdaPermissions: none") == [])
  }

  @Test func onePermissionForEachApi() {
    let compiled = Compiled(books + "apis: {a: {routes: {GET /a: books}}, b: {routes: {GET /a: books}}}")
    #expect(compiled.resources("AWS::Lambda::Permission").map(\.id) == ["ABooksPermission", "BBooksPermission"])
  }

  @Test func noPermissionWithARole() {
    let compiled = Compiled(
      books + "apis: {a: {routes: {GET /a: {lambda: books, credentials: \"arn:aws:iam::111122223333:role/a\"}}}}")
    #expect(compiled.resources("AWS::Lambda::Permission").isEmpty)
  }

  @Test func noPermissionForAFunctionInAStageVariable() {
    let arn = "arn:aws:lambda:eu-west-1:111122223333:function:${stageVariables.f}"
    let compiled = Compiled(
      "functions: {f: {arn: \"\(arn)\"}}\napis: {a: {variables: {f: x}, routes: {GET /a: \"\(arn)\", GET /b: f}}}")
    #expect(compiled.errors == [])
    #expect(compiled.resources("AWS::ApiGatewayV2::Route").count == 2)
    #expect(compiled.resources("AWS::Lambda::Permission").isEmpty)
  }

  @Test func permissionIsForTheAlias() {
    let compiled = Compiled(
      "functions: {b: {runtime: nodejs24.x, handler: h.h, code: {inline: x}, alias: live}}\napis: {a: {routes: {GET /a: b}}}"
    )
    #expect(
      compiled.resources("AWS::Lambda::Permission").map { $0.properties["FunctionName"] } == [.ref("BFunctionAlias")])
  }
}

struct StageTests {
  private func stages(_ text: String, type: String = "http") -> [Resource] {
    let compiled = Compiled(books + "apis: {s: {type: \(type), \(text) routes: {$default: books}}}")
    #expect(compiled.errors == [])
    return compiled.resources("AWS::ApiGatewayV2::Stage")
  }

  @Test func stagesThatAreWritten() {
    #expect(stages("").map { $0.properties["StageName"] } == ["$default"])
    #expect(stages("", type: "websocket").isEmpty)
    #expect(stages("stages: {},").isEmpty)
    #expect(stages("stage: prod,").map { $0.properties["StageName"] } == ["prod"])
    #expect(
      stages("stages: {$default: {}, dev: {name: !Ref 'AWS::Region'}},").map { $0.properties["StageName"] } == [
        "$default", .ref("AWS::Region"),
      ])
    #expect(stages("stages: {default: {}, $default: {}},").map(\.id).count == 2)
  }

  @Test func stagesDeployAutomatically() {
    #expect(stages("stage: dev,")[0].properties["AutoDeploy"] == true)
    #expect(stages("stage: dev, autoDeploy: false,")[0].properties["AutoDeploy"] == false)
    #expect(stages("autoDeploy: false, stages: {dev: {autoDeploy: true}},")[0].properties["AutoDeploy"] == true)
  }

  private func deployment(_ routes: String, rest: String = "") -> Resource? {
    let compiled = Compiled(books + "apis: {s: {stage: dev, autoDeploy: false, routes: {\(routes)}}}\n" + rest)
    #expect(compiled.errors == [])
    #expect(
      compiled["apis.s.stages.dev"]?.properties["DeploymentId"]
        == compiled.resources("AWS::ApiGatewayV2::Deployment").first.map { .ref($0.id) })
    return compiled.resources("AWS::ApiGatewayV2::Deployment").first
  }

  @Test func aDeploymentChangesOnlyWithTheApi() {
    let first = deployment("GET /a: books, GET /b: books")
    #expect(first?.dependsOn == ["SGetARoute", "SGetBRoute"])
    #expect(deployment("GET /b: books, GET /a: books")?.id == first?.id)
    #expect(deployment("GET /a: books, GET /b: books", rest: "tags: {a: b}")?.id == first?.id)
    #expect(deployment("GET /a: books")?.id != first?.id)
    #expect(deployment("GET /a: books, GET /b: {lambda: books, timeout: 5s}")?.id != first?.id)
    #expect(deployment("GET /a: books, GET /b: {lambda: books, operationName: x}")?.id != first?.id)
    let override = "overrides: {\"apis.s.routes.GET /a\": {Properties: {OperationName: x}}}"
    #expect(deployment("GET /a: books, GET /b: books", rest: override)?.id != first?.id)
  }

  @Test func routeResponses() {
    let compiled = Compiled(
      books
        + "apis: {c: {type: websocket, stage: dev, autoDeploy: false, routes: {a: {lambda: books, returnResponse: true}, b: books}}}"
    )
    #expect(compiled.errors == [])
    #expect(compiled.property("apis.c.routes.a", "RouteResponseSelectionExpression") == "$default")
    #expect(compiled.property("apis.c.routes.b", "RouteResponseSelectionExpression") == nil)
    let responses = compiled.resources("AWS::ApiGatewayV2::RouteResponse")
    #expect(responses.map { $0.properties["RouteId"] } == [.ref("CARoute")])
    #expect(responses.map { $0.properties["RouteResponseKey"] } == ["$default"])
  }
}

struct OutputTests {
  @Test func generatedOutputs() {
    let compiled = Compiled(
      books + """
        apis:
          store: {routes: {GET /a: books}, stages: {$default: {}, dev: {}}}
          chat: {type: websocket, stage: dev, routes: {$default: books}}
          quiet: {outputs: false, routes: {GET /a: books}}
          old: {id: abc, stage: v1, routes: {GET /a: books}}
        """)
    #expect(compiled.errors == [])
    #expect(
      compiled.template.outputs.members.map(\.key) == [
        "StoreId", "StoreEndpoint", "StoreUrl", "StoreDevUrl", "ChatId", "ChatEndpoint", "ChatDevUrl",
        "ChatDevCallbackUrl",
        "OldV1Url",
      ])
    #expect(
      compiled.output("StoreUrl") == ["Fn::Sub": "https://${StoreApi}.execute-api.${AWS::Region}.${AWS::URLSuffix}/"])
    #expect(
      compiled.output("ChatDevUrl") == ["Fn::Sub": "wss://${ChatApi}.execute-api.${AWS::Region}.${AWS::URLSuffix}/dev"])
    #expect(compiled.output("OldV1Url") == ["Fn::Sub": "https://abc.execute-api.${AWS::Region}.${AWS::URLSuffix}/v1"])
  }

  /// Only HTTP APIs have the URL of the stage `$default` without its name.
  @Test func defaultStageOfAWebSocketApi() {
    let compiled = Compiled(
      books + """
        apis: {chat: {type: websocket, stage: $default, routes: {$default: books}, senders: books}}
        """)
    #expect(compiled.errors == [])
    let host = "${ChatApi}.execute-api.${AWS::Region}.${AWS::URLSuffix}"
    #expect(compiled.output("ChatUrl") == ["Fn::Sub": .string("wss://\(host)/$default")])
    #expect(compiled.output("ChatCallbackUrl") == ["Fn::Sub": .string("https://\(host)/$default")])
  }

  @Test func anAuthorsOutputReplacesAGeneratedOne() {
    let compiled = Compiled(
      books + "apis: {s: {routes: {GET /a: books}}}\noutputs: {SId: {Value: mine}, More: {Value: !Ref apis.s}}")
    #expect(compiled.template.outputs["SId"] == ["Value": "mine"])
    #expect(compiled.output("More") == .ref("SApi"))
    #expect(compiled.template.outputs.members.map(\.key) == ["SId", "SEndpoint", "SUrl", "More"])
  }

  @Test func duplicateNamesAreAnError() {
    let compiled = Compiled(
      books + "apis: {store: {stage: dev, routes: {GET /a: books}}, storeDev: {routes: {GET /a: books}}}")
    #expect(compiled.errors == ["CFN001 two outputs have the name `StoreDevUrl`"])
  }
}
