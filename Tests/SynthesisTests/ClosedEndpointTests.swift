import CloudFormation
import Support
import Testing

/// Addresses of APIs whose default endpoint is disabled.
struct ClosedEndpointTests {
  private func chat(_ domain: String, _ fields: String = "domain: ws.example.com/chat, ") -> Compiled {
    Compiled(
      books + """
        domains: {ws.example.com: {certificate: 'arn:aws:acm:eu-west-1:111122223333:certificate/a', hostedZone: Z1EXAMPLE\(domain)}}
        apis:
          chat: {type: websocket, stage: live, disableExecuteApiEndpoint: true, senders: books, \(fields)routes: {$default: books}}
        outputs: {Url: {Value: !GetAtt apis.chat.stages.live.Url}}
        """)
  }

  @Test func aDomainTakesItsPlace() {
    let compiled = chat("")
    #expect(compiled.errors == [])
    #expect(compiled.output("Url") == "wss://ws.example.com/chat")
    let variables = compiled.property("functions.books", "Environment")?.object?["Variables"]?.object
    #expect(variables?["CHAT_CALLBACK_URL"] == "https://ws.example.com/chat")
  }

  /// Each host leads there under its condition only.
  @Test(arguments: [
    "!If [IsProd, ws.example.com/chat, beta.example.com/chat]",
    "{name: !If [IsProd, ws.example.com, beta.example.com], basePath: chat}",
    "[!If [IsProd, {name: ws.example.com, basePath: chat}, beta.example.com/chat]]",
  ])
  func hostsOfBranchesAreChosenByTheirConditions(domain: String) {
    let compiled = Compiled(
      books + """
        parameters: {Env: {Type: String, Default: beta}}
        conditions: {IsProd: !Equals [!Ref Env, prod]}
        domains:
          ws.example.com: {certificate: 'arn:aws:acm:eu-west-1:111122223333:certificate/a', hostedZone: Z1EXAMPLE, condition: IsProd}
          beta.example.com: {certificate: 'arn:aws:acm:eu-west-1:111122223333:certificate/a', hostedZone: Z1EXAMPLE}
        apis:
          chat: {type: websocket, stage: live, disableExecuteApiEndpoint: true, senders: books, domain: \(domain), routes: {$default: books}}
        outputs: {Url: {Value: !GetAtt apis.chat.stages.live.Url}}
        """)
    #expect(compiled.errors == [])
    #expect(
      compiled.output("Url") == ["Fn::If": ["IsProd", "wss://ws.example.com/chat", "wss://beta.example.com/chat"]])
    let mappings = compiled.resources("ApiMapping")
    #expect(mappings.map(\.condition) == ["IsProd", "NotIsProd"])
    #expect(
      mappings.map { $0.properties["DomainName"] } == [.ref("WsExampleComDomain"), .ref("BetaExampleComDomain")])
    #expect(mappings.map { $0.properties["ApiMappingKey"] } == ["chat", "chat"])
  }

  /// Where a condition disables the endpoint, it also chooses the address.
  @Test func aConditionMayDisableTheEndpoint() {
    let compiled = Compiled(
      books + """
        parameters: {Env: {Type: String, Default: beta}}
        conditions: {IsProd: !Equals [!Ref Env, prod]}
        domains: {api.example.com: {certificate: 'arn:aws:acm:eu-west-1:111122223333:certificate/a', hostedZone: Z1EXAMPLE}}
        apis:
          store:
            disableExecuteApiEndpoint: !If [IsProd, true, false]
            domain: !If [IsProd, api.example.com, !Ref AWS::NoValue]
            routes: {$default: books}
        outputs:
          Url: {Value: !GetAtt apis.store.stages.$default.Url}
          Endpoint: {Value: !GetAtt apis.store.ApiEndpoint}
        """)
    #expect(compiled.errors == [])
    let url: Value = ["Fn::Sub": "https://${StoreApi}.execute-api.${AWS::Region}.${AWS::URLSuffix}/"]
    #expect(compiled.output("Url") == ["Fn::If": ["IsProd", "https://api.example.com", url]])
    #expect(
      compiled.output("Endpoint") == [
        "Fn::If": ["IsProd", "https://api.example.com", .getAtt("StoreApi", "ApiEndpoint")]
      ]
    )
    #expect(compiled.output("StoreUrl") == compiled.output("Url"))
    #expect(compiled.output("StoreEndpoint") == compiled.output("Endpoint"))
  }

  /// `Fn::Sub` accepts texts only.
  @Test func aBasePathThatMayBeNothingIsAnEmptyText() {
    let compiled = Compiled(
      books + """
        parameters: {Env: {Type: String, Default: beta}}
        conditions: {IsProd: !Equals [!Ref Env, prod]}
        domains: {api.example.com: {certificate: 'arn:aws:acm:eu-west-1:111122223333:certificate/a', hostedZone: Z1EXAMPLE}}
        apis:
          store:
            disableExecuteApiEndpoint: true
            domain: {name: api.example.com, basePath: !If [IsProd, !Ref AWS::NoValue, beta]}
            routes: {$default: books}
        outputs: {Url: {Value: !GetAtt apis.store.stages.$default.Url}}
        """)
    #expect(compiled.errors == [])
    let url: Value = ["Fn::Sub": ["https://api.example.com/${Path}", ["Path": ["Fn::If": ["IsProd", "", "beta"]]]]]
    #expect(compiled.output("Url") == url)
    #expect(compiled.output("StoreApiExampleComUrl") == url)
  }

  @Test func sendersHaveNoClientCertificate() {
    let errors = chat(", mutualTls: {truststore: 's3://b/k.pem'}").errors
    #expect(errors.contains { $0.hasPrefix("API023") && $0.contains("client certificates") })
  }

  @Test func withoutADomainThereIsNoAddress() {
    #expect(chat("", "").errors.filter { $0.hasPrefix("API023") }.count == 2)
  }

  @Test func aMappingOfResourcesGivesTheAddress() {
    let compiled = Compiled(
      books + """
        domains: {ws.example.com: {certificate: 'arn:aws:acm:eu-west-1:111122223333:certificate/a', hostedZone: Z1EXAMPLE}}
        apis:
          chat: {type: websocket, stage: live, disableExecuteApiEndpoint: true, senders: books, routes: {$default: books}}
        resources:
          Mapping:
            Type: AWS::ApiGatewayV2::ApiMapping
            Properties:
              ApiId: !Ref apis.chat
              Stage: !Ref apis.chat.stages.live
              DomainName: !Ref domains.ws.example.com
              ApiMappingKey: chat
        """)
    #expect(compiled.errors == [])
    let variables = compiled.property("functions.books", "Environment")?.object?["Variables"]?.object
    #expect(variables?["CHAT_CALLBACK_URL"] == "https://ws.example.com/chat")
  }

  /// A parameter may name the stage.
  @Test func aMappingThatIsNotUnderstoodIsNoMistake() {
    let compiled = Compiled(
      books + """
        parameters: {Stage: {Type: String, Default: live}}
        domains: {ws.example.com: {certificate: 'arn:aws:acm:eu-west-1:111122223333:certificate/a', hostedZone: Z1EXAMPLE}}
        apis:
          chat: {type: websocket, stage: live, disableExecuteApiEndpoint: true, senders: books, routes: {$default: books}}
        resources:
          Mapping:
            Type: AWS::ApiGatewayV2::ApiMapping
            DependsOn: apis.chat.stages.live
            Properties: {ApiId: !Ref apis.chat, Stage: !Ref Stage, DomainName: !Ref domains.ws.example.com}
        """)
    #expect(compiled.errors == [])
  }
}
