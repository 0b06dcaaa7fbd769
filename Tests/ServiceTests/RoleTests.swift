import CloudFormation
import Support
import Testing

@testable import Gateway

/// The roles of actions.
@Suite("Roles of actions")
struct RoleTests {
  @Test("Equal permissions of an API share a role; other APIs and actions have their own")
  func sharing() {
    let spec = Compiled(
      """
      \(Snippet.queue)
      apis:
        store:
          routes:
            POST /a: {sqs: Orders}
            POST /b: {sqs: Orders, parameters: {DelaySeconds: 5}}
            POST /c: {sqs: Orders, action: purge}
        back:
          routes:
            POST /a: {sqs: Orders}
      """)
    #expect(spec.lines == [])
    #expect(spec.integrations.count == 4)
    let roles = spec.resources("AWS::IAM::Role")
    #expect(roles.count == 3)
    #expect(spec.integrations[0]["CredentialsArn"] == spec.integrations[1]["CredentialsArn"])
    #expect(spec.integrations[0]["CredentialsArn"] != spec.integrations[2]["CredentialsArn"])
    #expect(Set(roles.map(\.id)).count == 3)
    #expect(
      roles.first?.properties["AssumeRolePolicyDocument"]
        == [
          "Version": "2012-10-17",
          "Statement": [
            [
              "Effect": "Allow", "Principal": ["Service": "apigateway.amazonaws.com"], "Action": "sts:AssumeRole",
            ]
          ],
        ])
  }

  @Test("The ID of a role does not depend on its routes")
  func stableId() {
    let one = Compiled(target: "{sqs: Orders}", Snippet.queue).resources("AWS::IAM::Role").map(\.id)
    let other = Compiled(
      """
      \(Snippet.queue)
      apis:
        store:
          routes:
            GET /first: {eventBridge: default}
            POST /y: {sqs: Orders}
            POST /x: {sqs: Orders}
      """
    ).resources("AWS::IAM::Role").map(\.id)
    #expect(one.count == 1 && other.contains(one[0]))
  }

  @Test("With credentials no role is created")
  func credentials() {
    let role = "arn:aws:iam::111122223333:role/orders"
    let spec = Compiled(target: "{sqs: Orders, credentials: \(role)}", Snippet.queue)
    #expect(spec.lines == [])
    #expect(spec.resources("AWS::IAM::Role").isEmpty)
    #expect(spec.integrations.first?["CredentialsArn"] == .string(role))
  }

  @Test("The role for an encrypted queue may use its key")
  func encryption() {
    let resources = """
      resources:
        Key: {Type: AWS::KMS::Key, Properties: {KeyPolicy: {}}}
        Orders: {Type: AWS::SQS::Queue, Properties: {KmsMasterKeyId: !Ref Key}}
      """
    let key: Value = .getAtt("Key", "Arn")
    #expect(
      Compiled(target: "{sqs: Orders}", resources).statements.last == [
        "Effect": "Allow", "Action": ["kms:GenerateDataKey", "kms:Decrypt"], "Resource": key,
      ])
    #expect(
      Compiled(target: "{sqs: Orders, action: receive}", resources).statements.last
        == ["Effect": "Allow", "Action": "kms:Decrypt", "Resource": key])
    #expect(Compiled(target: "{sqs: Orders, action: purge}", resources).statements.count == 1)
    for name in ["!Ref Alias", "alias/orders"] {
      let alias =
        resources.replacing("KmsMasterKeyId: !Ref Key", with: "KmsMasterKeyId: \(name)")
        + "\n  Alias: {Type: AWS::KMS::Alias, Properties: {AliasName: alias/orders, TargetKeyId: !Ref Key}}"
      #expect(Compiled(target: "{sqs: Orders, action: receive}", alias).statements.last?.object?["Resource"] == key)
    }
    let aws = "resources: {Orders: {Type: AWS::SQS::Queue, Properties: {KmsMasterKeyId: alias/aws/sqs}}}"
    #expect(Compiled(target: "{sqs: Orders}", aws).statements.count == 1)
  }

  @Test(
    "By integration subtype: the parameters are unchanged, and determine the role",
    arguments: [
      (
        "SQS-SendMessage, parameters: {QueueUrl: !Ref Orders}", "sqs:SendMessage", .getAtt("Orders", "Arn")
      ),
      (
        "SQS-PurgeQueue, parameters: {QueueUrl: https://sqs.eu-west-1.amazonaws.com/111122223333/books}",
        "sqs:PurgeQueue", ["Fn::Sub": "arn:${AWS::Partition}:sqs:eu-west-1:111122223333:books"]
      ),
      (
        "EventBridge-PutEvents", "events:PutEvents",
        ["Fn::Sub": "arn:${AWS::Partition}:events:${AWS::Region}:${AWS::AccountId}:event-bus/default"]
      ),
      (
        "StepFunctions-StartExecution, parameters: {StateMachineArn: !ImportValue checkout, Input: $request.body}",
        "states:StartExecution",
        ["Fn::ImportValue": "checkout"]
      ),
      (
        "Kinesis-PutRecord, parameters: {StreamName: clicks}", "kinesis:PutRecord",
        ["Fn::Sub": "arn:${AWS::Partition}:kinesis:${AWS::Region}:${AWS::AccountId}:stream/clicks"]
      ),
    ] as [(String, String, Value)])
  func byName(_ target: String, _ action: String, _ resource: Value) {
    let spec = Compiled(target: "{aws: \(target)}", Snippet.queue)
    #expect(spec.lines == [])
    #expect(spec.statements == [["Effect": "Allow", "Action": .string(action), "Resource": resource]])
  }

  @Test(
    "By AWS's own name: what is wrong",
    arguments: [
      (
        "SQS-PutMessage",
        "INT017: HTTP APIs cannot call an action `SQS-PutMessage` (SQS-PutMessage)"
      ),
      ("SQS-PurgeQueue", "INT018: `SQS-PurgeQueue` needs the parameter `QueueUrl` (SQS-PurgeQueue)"),
      (
        "SQS-PurgeQueue, parameters: {QueueUrl: $request.querystring.queue}",
        "INT020: `SQS-PurgeQueue` needs a role: `credentials` is missing (SQS-PurgeQueue)"
      ),
      (
        "SQS-PurgeQueue, parameters: {QueueUrl: !GetAtt Orders.Arn}",
        "INT025: `QueueUrl` must be the URL of a queue, found the ARN (!GetAtt Orders.Arn)"
      ),
    ])
  func wrong(_ target: String, _ line: String) {
    #expect(Compiled(target: "{aws: \(target)}", Snippet.queue).lines == [line])
  }

  @Test(
    "A role of the template is looked into, as far as it can be",
    arguments: [
      ("{Effect: Allow, Action: 'sqs:*', Resource: '*'}", true),
      ("{Effect: Allow, Action: ['sns:Publish', 'sqs:Send*'], Resource: '*'}", true),
      ("{Effect: Allow, NotAction: 'iam:*', Resource: '*'}", true),
      ("{Effect: Allow, Action: !Ref Action, Resource: '*'}", true),
      ("{Effect: Deny, Action: 'sqs:*', Resource: '*'}", false),
      ("{Effect: Allow, Action: 'sqs:Receive*', Resource: '*'}", false),
    ])
  func inspection(_ statement: String, _ isEnough: Bool) {
    let spec = Compiled(
      target: "{sqs: books, credentials: Sender}",
      """
      parameters: {Action: {Type: String}}
      resources:
        Sender:
          Type: AWS::IAM::Role
          Properties:
            AssumeRolePolicyDocument:
              Statement: {Effect: Allow, Principal: {Service: [apigateway.amazonaws.com]}, Action: sts:AssumeRole}
            Policies: [{PolicyName: send, PolicyDocument: {Statement: [\(statement)]}}]
      """)
    #expect(spec.lines.contains { $0.hasPrefix("INT041") } == !isEnough)
  }

  @Test("Patterns of IAM")
  func patterns() {
    #expect(WildcardText.matches("*", "sqs:send") && WildcardText.matches("s*:*d", "sqs:send"))
    #expect(WildcardText.matches("sqs:send", "sqs:send") && WildcardText.matches("*s*s*", "sqs:send"))
    #expect(!WildcardText.matches("sqs:se", "sqs:send") && !WildcardText.matches("sqs:s*nds", "sqs:send"))
    #expect(!WildcardText.matches("ab*ba", "aba"))
  }
}
