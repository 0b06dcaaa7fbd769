import CloudFormation
import Support
import Testing

@Suite struct SenderTests {
  @Test func aSenderGetsPermissionAndUrl() throws {
    let compiled = chat("$default: chat", api: "senders: [chat, send]")
    #expect(compiled.found.isEmpty, "senders are used, and there is no cycle")
    let policy = try #require(compiled["apis.chat.senders.send"]?.properties)
    #expect(policy["Roles"] == [.ref("SendFunctionRole")])
    let statement = policy["PolicyDocument"]?.object?["Statement"]
    #expect(
      statement == [
        [
          "Effect": "Allow", "Action": "execute-api:ManageConnections",
          "Resource": [
            "Fn::Sub":
              "arn:${AWS::Partition}:execute-api:${AWS::Region}:${AWS::AccountId}:${ChatApi}/*/*/@connections/*"
          ],
        ]
      ])
    #expect(environment(of: "send", compiled)?.members.map(\.key) == ["CHAT_CALLBACK_URL"])
    #expect(
      environment(of: "chat", compiled)?["CHAT_CALLBACK_URL"]
        == ["Fn::Sub": "https://${ChatApi}.execute-api.${AWS::Region}.${AWS::URLSuffix}/live"])
    #expect(Set(compiled.resources("AWS::IAM::Policy").compactMap { $0.properties["PolicyName"]?.text }).count == 2)
  }

  @Test func eachStageHasItsOwnVariable() {
    let compiled = Compiled(
      """
      conditions: {Prod: !Equals [!Ref AWS::Region, eu-west-1]}
      functions:
        chat:
          runtime: nodejs24.x
          handler: index.handler
          code: src/chat
          environment: {TEAM_CHAT_DEV_CALLBACK_URL: mine}
      apis:
        team-chat:
          type: websocket
          senders: chat
          routes: {$default: chat}
          stages:
            dev:
            live: {condition: Prod}
      """)
    let variables = environment(of: "chat", compiled)
    #expect(variables?["TEAM_CHAT_DEV_CALLBACK_URL"] == "mine", "the author's variable has precedence")
    #expect(
      variables?["TEAM_CHAT_CALLBACK_URL"]?.object?["Fn::Sub"]?.text?.hasSuffix("/dev") == true,
      "the name that the first stage had before")
    let live = variables?["TEAM_CHAT_LIVE_CALLBACK_URL"]?.object?["Fn::If"]
    guard case .list(let parts)? = live else {
      Issue.record("if the stage does not exist, there is nothing to refer to")
      return
    }
    #expect(parts[0] == "Prod")
    #expect(parts[2] == .ref("AWS::NoValue"))
  }

  @Test func aSenderWithItsOwnRole() throws {
    let compiled = Compiled(
      """
      resources:
        Role: {Type: AWS::IAM::Role, Properties: {AssumeRolePolicyDocument: {}}}
      functions:
        one: {runtime: nodejs24.x, handler: index.handler, code: src/one, role: Role}
        two: {runtime: nodejs24.x, handler: index.handler, code: src/two, role: "arn:aws:iam::111122223333:role/path/two"}
        three: {runtime: nodejs24.x, handler: index.handler, code: src/three, role: !ImportValue role}
      apis:
        chat:
          type: websocket
          senders: [one, two, three]
          routes: {$default: one}
          stage: live
      """)
    #expect(compiled["apis.chat.senders.one"]?.properties["Roles"] == [.ref("Role")])
    #expect(compiled["apis.chat.senders.two"]?.properties["Roles"] == ["two"])
    #expect(compiled.found == ["WS033: three"])
  }

  private func environment(of function: String, _ compiled: Compiled) -> Object? {
    compiled["functions.\(function)"]?.properties["Environment"]?.object?["Variables"]?.object
  }
}
