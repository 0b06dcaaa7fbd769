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
