import CloudFormation
import Support
import Testing

@testable import Gateway

/// Parameters of actions: defaults and the author's parameters.
@Suite("Parameters of actions")
struct ParameterTests {
  @Test("Every action has its subtype and its defaults")
  func actions() {
    let spec = Compiled(
      """
      \(Snippet.queue)
      apis:
        store:
          routes:
            POST /a: {sqs: Orders, action: send}
            POST /b: {sqs: Orders, action: receive}
            POST /c: {sqs: Orders, action: delete}
            POST /d: {sqs: Orders, action: purge}
      """)
    #expect(spec.lines == [])
    let queue: Value = .ref("Orders")
    #expect(
      spec.integrations.map { $0["IntegrationSubtype"] } == [
        "SQS-SendMessage", "SQS-ReceiveMessage", "SQS-DeleteMessage", "SQS-PurgeQueue",
      ])
    #expect(
      spec.integrations.map { $0["RequestParameters"] } == [
        ["QueueUrl": queue, "MessageBody": "$request.body"], ["QueueUrl": queue],
        ["QueueUrl": queue, "ReceiptHandle": "$request.body.ReceiptHandle"], ["QueueUrl": queue],
      ])
    for properties in spec.integrations {
      #expect(properties["IntegrationType"] == "AWS_PROXY")
      #expect(properties["PayloadFormatVersion"] == "1.0")
      #expect(properties["IntegrationMethod"] == nil && properties["IntegrationUri"] == nil)
    }
  }

  @Test("Parameters are added to the defaults in the action's order, and `null` removes a default")
  func added() {
    let spec = Compiled(
      target: "{sqs: Orders, parameters: {DelaySeconds: 5, Region: eu-west-1, MessageBody: $request.body}}",
      Snippet.queue)
    #expect(spec.lines == [])
    #expect(
      spec.parameters == [
        "QueueUrl": .ref("Orders"), "MessageBody": "$request.body", "DelaySeconds": "5", "Region": "eu-west-1",
      ])
    let without = Compiled(target: "{kinesis: clicks, parameters: {Data: null}}")
    #expect(without.lines == ["INT018: `Kinesis-PutRecord` needs the parameter `Data` (Data)"])
    let machine = "arn:aws:states:eu-west-1:111122223333:stateMachine:parcels"
    let plain = Compiled(target: "{stepFunctions: '\(machine)', parameters: {Input: null}}")
    #expect(plain.lines == [])
    #expect(plain.parametersWithoutRegion == ["StateMachineArn": .string(machine)])
  }

  @Test("The order of parameters does not matter")
  func order() {
    let spec = Compiled(
      """
      \(Snippet.queue)
      apis:
        store:
          routes:
            POST /a: {sqs: Orders, parameters: {MessageBody: $request.body, DelaySeconds: 5}}
            POST /b: {sqs: Orders, parameters: {DelaySeconds: 5, MessageBody: $request.body}}
      """)
    #expect(spec.integrations.count == 1)
  }

  @Test("Defaults of routes apply where supported; a queue ignores default `requestParameters`")
  func defaults() {
    let spec = Compiled(
      """
      \(Snippet.queue)
      apis:
        store:
          defaults:
            requestParameters: {append:header.x-shop: north}
            parameters: {MessageBody: $request.body, DelaySeconds: 5}
          routes:
            POST /a: {sqs: Orders, parameters: {DelaySeconds: null}}
            GET /b: https://books.example.com
            POST /c: {aws: SQS-SendMessage, parameters: {QueueUrl: !Ref Orders}}
      """)
    #expect(spec.lines == [])
    let queue: Value = .ref("Orders")
    #expect(
      spec.integrations.map { $0["RequestParameters"] } == [
        ["QueueUrl": queue, "MessageBody": "$request.body"], ["append:header.x-shop": "north"],
        ["QueueUrl": queue, "MessageBody": "$request.body", "DelaySeconds": "5"],
      ])
  }

  @Test(
    "Invalid parameters",
    arguments: [
      ("{sqs: Orders, parameters: {Body: x}}", "INT019: `SQS-SendMessage` has no parameter `Body` (Body)"),
      ("{sqs: Orders, parameters: {QueueUrl: x}}", "INT040: `QueueUrl` is already set by `sqs` (QueueUrl)"),
      ("{sqs: Orders, parameters: {QueueUrl: null}}", "INT040: `QueueUrl` is already set by `sqs` (QueueUrl)"),
      ("{sqs: Orders, parameters: {DelaySeconds: }}", "SPEC006: missing value; expected a string ()"),
      (
        "{sqs: Orders, requestParameters: {a: b}}",
        "SPEC005: `requestParameters` cannot be combined with the other keys here (requestParameters)"
      ),
      (
        "{stepFunctions: checkout, action: stop}",
        "INT018: `StepFunctions-StopExecution` needs the parameter `ExecutionArn` (stop)"
      ),
      ("{sqs: books.fifo}", "INT024: a message to a FIFO queue needs `MessageGroupId` (books.fifo)"),
      ("{sqs: books, action: !Ref AWS::Region}", ""),
    ])
  func wrong(_ target: String, _ line: String) {
    let lines = Compiled(target: target, Snippet.queue).lines
    if line.isEmpty {
      #expect(lines.count == 1 && lines[0].hasPrefix("SPEC004"), "an action must be a literal")
    } else {
      #expect(lines == [line])
    }
  }

  @Test("A FIFO queue in the template is detected by its properties")
  func fifo() {
    let resources = "resources: {Orders: {Type: AWS::SQS::Queue, Properties: {FifoQueue: true}}}"
    #expect(Compiled(target: "{sqs: Orders}", resources).lines.map { $0.prefix(6) } == ["INT024"])
    let grouped = "{sqs: Orders, parameters: {MessageGroupId: x}}"
    #expect(
      Compiled(target: grouped, resources).lines
        == ["INT024: a message to this FIFO queue needs `MessageDeduplicationId` (Orders)"])
    let comparing = resources.replacing("FifoQueue: true", with: "FifoQueue: true, ContentBasedDeduplication: true")
    #expect(Compiled(target: grouped, comparing).lines == [])
    #expect(Compiled(target: "{sqs: Orders, action: receive}", resources).lines == [])
  }

  @Test(
    "The type of a state machine: standard by default, unknown if it is a function",
    arguments: [("startSync", "EXPRESS"), ("stop", "STANDARD"), ("start", "")])
  func types(_ action: String, _ needed: String) {
    let given = [
      "{StateMachineType: EXPRESS}": "EXPRESS", "{StateMachineType: STANDARD}": "STANDARD", "{}": "STANDARD",
      "{StateMachineType: !Ref Type}": "",
    ]
    let parameters = action == "stop" ? "{ExecutionArn: x}" : "{}"
    for (properties, type) in given {
      let spec = Compiled(
        target: "{stepFunctions: M, action: \(action), parameters: \(parameters)}",
        """
        parameters: {Type: {Type: String}}
        resources: {M: {Type: AWS::StepFunctions::StateMachine, Properties: \(properties)}}
        """)
      let isWrong = !needed.isEmpty && !type.isEmpty && needed != type
      #expect(spec.lines.contains { $0.hasPrefix("INT023") } == isWrong)
    }
  }

  @Test("Every subtype of the table is well formed")
  func table() {
    for subtype in Services.current.subtypes {
      #expect(Set(subtype.parameters).count == subtype.parameters.count)
      #expect(subtype.target.allSatisfy(subtype.parameters.contains))
      #expect(subtype.defaults.keys.allSatisfy(subtype.parameters.contains))
      #expect(subtype.action.contains(":"))
    }
    #expect(Services.current.subtypes.count == 10)
  }
}
