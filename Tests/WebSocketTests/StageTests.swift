import CloudFormation
import Support
import Testing

@Suite struct StageTests {
  @Test func stagesWithLogsDependOnTheAccountRole() throws {
    let compiled = chat(
      "$default: chat\nsend: {lambda: send, logging: ERROR}", api: "logging: {level: INFO, dataTrace: false}",
      spec: "account: {logRole: true}")
    let stage = try #require(compiled["apis.chat.stages.live"]?.properties)
    #expect(stage["DefaultRouteSettings"] == ["LoggingLevel": "INFO", "DataTraceEnabled": false])
    #expect(stage["RouteSettings"]?.object?["send"]?.object?["LoggingLevel"] == "ERROR")
    #expect(compiled.resources("Stage").first?.dependsOn.contains("ApiGatewayAccount") ?? false)
    #expect(compiled["account"]?.properties["CloudWatchRoleArn"] == .getAtt("ApiGatewayLogRole", "Arn"))
    #expect(
      compiled.template["ApiGatewayAccount"]?.deletionPolicy == "RetainExceptOnCreate",
      "other stacks use it for logging")
  }

  @Test func stagesWithoutLogsHaveNoDependency() {
    let compiled = chat("$default: chat\nsend: send", api: "logging: OFF", spec: "account: {logRole: true}")
    #expect(compiled.resources("Stage").first?.dependsOn == [])
  }

  @Test func aDeploymentChangesWithItsContent() throws {
    func deployment(_ template: String, model: String = "object") throws -> Resource {
      let compiled = chat(
        """
        ask:
          mock: true
          requestTemplates: '{"statusCode": 200}'
          requestModels: text
          modelSelectionExpression: $request.body.kind
          returnResponse: {templates: \(template)}
        $default: send
        """,
        api: "autoDeploy: false\nmodels: {text: {schema: {type: \(model)}}}")
      let deployment = try #require(compiled.resources("Deployment").first)
      let kinds: Set = ["Route", "RouteResponse", "IntegrationResponse", "Model"]
      for kind in kinds {
        #expect(compiled.resources(kind).allSatisfy { deployment.dependsOn.contains($0.id) }, "\(kind)")
      }
      return deployment
    }
    let first = try deployment("hello")
    #expect(try deployment("hello").id == first.id)
    #expect(try deployment("goodbye").id != first.id)
    #expect(try deployment("hello", model: "array").id != first.id)
  }

  @Test func keysAndPlans() throws {
    let compiled = chat(
      "$connect: {lambda: chat, apiKeyRequired: true}\n$disconnect: chat\n$default: send",
      spec: """
        apiKeys:
          ours: {name: ours, description: For ourselves}
          theirs: {id: abcdef1234}
          idle:
        usagePlans:
          basic:
            throttle: {rate: 10, burst: 2}
            quota: {limit: 1000, period: WEEK, offset: 1}
            stages: chat.live
            keys: [ours, theirs]
        """)
    #expect(compiled.found == ["REF007: idle"])
    #expect(compiled["apiKeys.ours"]?.properties["Enabled"] == true, "AWS creates disabled keys by default")
    let plan = try #require(compiled["usagePlans.basic"]?.properties)
    #expect(plan["ApiStages"] == [["ApiId": .ref("ChatApi"), "Stage": .ref("ChatLiveStage")]])
    #expect(plan["Quota"] == ["Limit": 1000, "Period": "WEEK", "Offset": 1])
    #expect(compiled["usagePlans.basic.keys.ours"]?.properties["KeyId"] == .ref("OursApiKey"))
    #expect(compiled["usagePlans.basic.keys.theirs"]?.properties["KeyId"] == "abcdef1234")
  }

  @Test func keysOfPlansAreCreatedOneAfterTheOther() throws {
    let compiled = Compiled(
      """
      conditions: {Prod: !Equals [!Ref AWS::Region, eu-west-1]}
      functions:
        chat: {runtime: nodejs24.x, handler: index.handler, code: src/chat}
      apis:
        chat:
          type: websocket
          routes: {$connect: {lambda: chat, apiKeyRequired: true}, $disconnect: chat, $default: chat}
          stage: live
      apiKeys: {a: {}, b: {condition: Prod}, c: {}, d: {}}
      usagePlans:
        basic: {stages: chat.live, keys: [a, b]}
        other: {stages: chat.live, keys: [c, d]}
      """)
    #expect(compiled.found.isEmpty)
    func needs(_ path: String) -> [String]? { compiled["usagePlans.\(path)"]?.dependsOn }
    func id(_ path: String) throws -> String { try #require(compiled["usagePlans.\(path)"]?.id) }
    #expect(needs("basic.keys.a") == [])
    #expect(try needs("basic.keys.b") == [id("basic.keys.a")])
    #expect(try needs("other.keys.c") == [id("basic.keys.a"), id("basic.keys.b")], "the second one may not exist")
    #expect(try needs("other.keys.d") == [id("other.keys.c")])
  }

  @Test func importedApisAndStages() throws {
    let compiled = Compiled(
      """
      functions:
        chat: {runtime: nodejs24.x, handler: index.handler, code: src/chat}
      apis:
        chat:
          type: websocket
          id: a1b2c3d4
          senders: chat
          models: {text: {schema: {type: object}}}
          routes:
            say:
              lambda: chat
              requestModels: {$default: text, old: theirs}
              modelSelectionExpression: $request.body.kind
              returnResponse: true
          stages:
            live: {exists: true}
      usagePlans:
        basic: {stages: chat.live}
      outputs:
        Callback: {Value: !GetAtt apis.chat.stages.live.CallbackUrl}
      """)
    #expect(compiled.found.isEmpty)
    #expect(compiled.route("say")?.properties["ApiId"] == "a1b2c3d4")
    #expect(compiled.resources("Stage").isEmpty)
    #expect(compiled["usagePlans.basic"]?.properties["ApiStages"] == [["ApiId": "a1b2c3d4", "Stage": "live"]])
    let url: Value = ["Fn::Sub": "https://a1b2c3d4.execute-api.${AWS::Region}.${AWS::URLSuffix}/live"]
    #expect(compiled.template.outputs["Callback"]?.object?["Value"] == url)
    #expect(compiled["functions.chat"]?.properties["Environment"] == ["Variables": ["CHAT_CALLBACK_URL": url]])
  }

  @Test func placesConditionsLogicalIdsAndTags() throws {
    let compiled = Compiled(
      """
      conditions: {Prod: !Equals [!Ref AWS::Region, eu-west-1]}
      tags: {team: chat}
      functions:
        chat: {runtime: nodejs24.x, handler: index.handler, code: src/chat}
      apis:
        chat:
          type: websocket
          condition: Prod
          models: {text: {logicalId: TextModel, schema: {type: object}}}
          routes:
            say:
              lambda: chat
              requestModels: text
              modelSelectionExpression: $request.body.kind
              returnResponse: true
              logicalIds: {response: SayAnswer}
            $default: chat
          stage: live
      apiKeys:
        ours: {tags: {owner: us}}
      usagePlans:
        basic: {stages: chat.live, keys: ours, logicalId: Plan}
      outputs:
        Key: {Value: !Ref apiKeys.ours}
        Plan: {Value: !Ref usagePlans.basic}
        Model: {Value: !GetAtt apis.chat.models.text.ModelId, Condition: Prod}
        Answer: {Value: !Ref apis.chat.routes.say.response, Condition: Prod}
      """)
    #expect(!compiled.findings.contains { $0.severity == .error })
    #expect(compiled.template["TextModel"]?.condition == "Prod")
    #expect(compiled.template["SayAnswer"]?.condition == "Prod")
    #expect(compiled.template.outputs["Plan"]?.object?["Value"] == .ref("Plan"))
    #expect(compiled.template.outputs["Model"]?.object?["Value"] == .getAtt("TextModel", "ModelId"))
    #expect(
      compiled.template["OursApiKey"]?.properties["Tags"]
        == [["Key": "team", "Value": "chat"], ["Key": "owner", "Value": "us"]])
    guard case .list(let stages)? = compiled.template["Plan"]?.properties["ApiStages"] else {
      Issue.record("the plan has no stages")
      return
    }
    #expect(stages[0].object?["Fn::If"] != nil, "the stage has a condition")
  }
}
