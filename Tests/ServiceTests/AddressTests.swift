import CloudFormation
import Support
import Testing

@testable import Gateway

/// The identifier of a service's target, in the parameters and in the role.
@Suite("Addresses of services' targets")
struct AddressTests {
  @Test(
    "A queue's URL and ARN, however it is given",
    arguments: [
      ("Orders", .ref("Orders"), .getAtt("Orders", "Arn")),
      ("!Ref Orders", .ref("Orders"), .getAtt("Orders", "Arn")),
      ("!Ref resources.Orders", .ref("Orders"), .getAtt("Orders", "Arn")),
      ("!GetAtt Orders.Arn", .ref("Orders"), .getAtt("Orders", "Arn")),
      ("!GetAtt Orders.QueueName", .ref("Orders"), .getAtt("Orders", "Arn")),
      ("{arn: !GetAtt Orders.Arn}", .ref("Orders"), .getAtt("Orders", "Arn")),
      (
        "books", ["Fn::Sub": "https://sqs.${AWS::Region}.${AWS::URLSuffix}/${AWS::AccountId}/books"],
        ["Fn::Sub": "arn:${AWS::Partition}:sqs:${AWS::Region}:${AWS::AccountId}:books"]
      ),
      (
        "{name: Order}", ["Fn::Sub": "https://sqs.${AWS::Region}.${AWS::URLSuffix}/${AWS::AccountId}/Order"],
        ["Fn::Sub": "arn:${AWS::Partition}:sqs:${AWS::Region}:${AWS::AccountId}:Order"]
      ),
      (
        "arn:aws:sqs:eu-west-1:111122223333:books",
        ["Fn::Sub": "https://sqs.eu-west-1.${AWS::URLSuffix}/111122223333/books"],
        "arn:aws:sqs:eu-west-1:111122223333:books"
      ),
      (
        "https://sqs.eu-west-1.amazonaws.com/111122223333/books",
        "https://sqs.eu-west-1.amazonaws.com/111122223333/books",
        ["Fn::Sub": "arn:${AWS::Partition}:sqs:eu-west-1:111122223333:books"]
      ),
      (
        "https://eu-west-1.queue.amazonaws.com/111122223333/books",
        "https://eu-west-1.queue.amazonaws.com/111122223333/books",
        ["Fn::Sub": "arn:${AWS::Partition}:sqs:eu-west-1:111122223333:books"]
      ),
    ] as [(String, Value, Value)])
  func queue(_ given: String, _ url: Value, _ arn: Value) {
    let spec = Compiled(target: "{sqs: \(given)}", Snippet.queue)
    #expect(spec.lines == [])
    #expect(spec.parametersWithoutRegion == ["QueueUrl": url, "MessageBody": "$request.body"])
    #expect(spec.statements == [["Effect": "Allow", "Action": "sqs:SendMessage", "Resource": arn]])
  }

  @Test(
    "The region in an ARN or URL is a parameter",
    arguments: [
      ("arn:aws:sqs:us-west-2:111122223333:books", "us-west-2"),
      ("https://sqs.us-west-2.amazonaws.com/111122223333/books", "us-west-2"), ("Orders", nil), ("books", nil),
    ] as [(String, String?)])
  func region(_ given: String, _ region: String?) {
    let spec = Compiled(target: "{sqs: '\(given)'}", Snippet.queue)
    #expect(spec.parameters?.object?["Region"] == region.map { .string($0) })
  }

  @Test("The ARN of a queue in a parameter is split by CloudFormation")
  func arnOfParameter() {
    let spec = Compiled(target: "{sqs: {arn: !Ref Orders}}", "parameters: {Orders: {Type: String}}")
    #expect(spec.lines == [])
    func part(_ index: Int) -> Value { ["Fn::Select": [.int(index), ["Fn::Split": [":", .ref("Orders")]]]] }
    #expect(
      spec.parameters?.object?["QueueUrl"] == [
        "Fn::Sub": [
          "https://sqs.${Region}.${AWS::URLSuffix}/${Account}/${Name}",
          ["Region": part(3), "Account": part(4), "Name": part(5)],
        ]
      ])
    #expect(spec.resource == .ref("Orders"))
  }

  @Test("The URL of a queue from an export is split as well")
  func urlOfExport() {
    let spec = Compiled(target: "{sqs: {url: !ImportValue orders}}")
    #expect(spec.lines == [])
    let url: Value = ["Fn::ImportValue": "orders"]
    func part(_ index: Int) -> Value { ["Fn::Select": [.int(index), ["Fn::Split": ["/", url]]]] }
    #expect(spec.parameters?.object?["QueueUrl"] == url)
    #expect(
      spec.resource == [
        "Fn::Sub": [
          "arn:${AWS::Partition}:sqs:${Region}:${Account}:${Name}",
          [
            "Region": ["Fn::Select": [1, ["Fn::Split": [".", part(2)]]]], "Account": part(3), "Name": part(4),
          ],
        ]
      ])
  }

  @Test(
    "A bus by its name or its ARN, which may be another account's",
    arguments: [
      ("Shop", .ref("Shop"), .getAtt("Shop", "Arn")), ("!GetAtt Shop.Name", .ref("Shop"), .getAtt("Shop", "Arn")),
      (
        "default", "default",
        ["Fn::Sub": "arn:${AWS::Partition}:events:${AWS::Region}:${AWS::AccountId}:event-bus/default"]
      ),
      (
        "arn:aws:events:eu-west-1:111122223333:event-bus/books",
        "arn:aws:events:eu-west-1:111122223333:event-bus/books",
        "arn:aws:events:eu-west-1:111122223333:event-bus/books"
      ),
    ] as [(String, Value, Value)])
  func bus(_ given: String, _ name: Value, _ arn: Value) {
    let resources = "resources: {Shop: {Type: AWS::Events::EventBus, Properties: {Name: shop}}}"
    let spec = Compiled(target: "{eventBridge: \(given)}", resources)
    #expect(spec.lines == [])
    #expect(
      spec.parametersWithoutRegion == [
        "Detail": "$request.body.Detail", "DetailType": "$request.body.DetailType", "Source": "$request.body.Source",
        "EventBusName": name,
      ])
    #expect(spec.statements == [["Effect": "Allow", "Action": "events:PutEvents", "Resource": arn]])
  }

  @Test(
    "A stream by its name",
    arguments: [
      ("Clicks", .ref("Clicks"), .getAtt("Clicks", "Arn")),
      (
        "views", "views",
        ["Fn::Sub": "arn:${AWS::Partition}:kinesis:${AWS::Region}:${AWS::AccountId}:stream/views"]
      ),
      (
        "arn:aws:kinesis:eu-west-1:111122223333:stream/views", "views",
        "arn:aws:kinesis:eu-west-1:111122223333:stream/views"
      ),
      (
        "{arn: !ImportValue views}", ["Fn::Select": [1, ["Fn::Split": ["/", ["Fn::ImportValue": "views"]]]]],
        ["Fn::ImportValue": "views"]
      ),
    ] as [(String, Value, Value)])
  func stream(_ given: String, _ name: Value, _ arn: Value) {
    let spec = Compiled(target: "{kinesis: \(given)}", "resources: {Clicks: {Type: AWS::Kinesis::Stream}}")
    #expect(spec.lines == [])
    #expect(
      spec.parametersWithoutRegion == [
        "StreamName": name, "Data": "$request.body", "PartitionKey": "$context.requestId",
      ])
    #expect(spec.statements == [["Effect": "Allow", "Action": "kinesis:PutRecord", "Resource": arn]])
  }

  @Test(
    "A state machine by its ARN",
    arguments: [
      ("Checkout", .ref("Checkout")), ("!GetAtt Checkout.Name", .ref("Checkout")),
      (
        "checkout-old",
        ["Fn::Sub": "arn:${AWS::Partition}:states:${AWS::Region}:${AWS::AccountId}:stateMachine:checkout-old"]
      ),
      (
        "arn:aws:states:eu-west-1:111122223333:stateMachine:checkout",
        "arn:aws:states:eu-west-1:111122223333:stateMachine:checkout"
      ),
    ] as [(String, Value)])
  func machine(_ given: String, _ arn: Value) {
    let spec = Compiled(target: "{stepFunctions: \(given), parameters: {Input: $request.body}}", Snippet.machine)
    #expect(spec.lines == [])
    #expect(spec.parametersWithoutRegion == ["StateMachineArn": arn, "Input": "$request.body"])
    #expect(spec.statements == [["Effect": "Allow", "Action": "states:StartExecution", "Resource": arn]])
  }

  @Test(
    "To stop is permitted on a machine's executions",
    arguments: [
      (
        "Checkout",
        ["Fn::Sub": "arn:${AWS::Partition}:states:${AWS::Region}:${AWS::AccountId}:execution:${Checkout.Name}:*"]
      ),
      (
        "checkout-old",
        ["Fn::Sub": "arn:${AWS::Partition}:states:${AWS::Region}:${AWS::AccountId}:execution:checkout-old:*"]
      ),
      (
        "arn:aws:states:eu-west-1:111122223333:stateMachine:checkout",
        ["Fn::Sub": "arn:${AWS::Partition}:states:eu-west-1:111122223333:execution:checkout:*"]
      ),
    ] as [(String, Value)])
  func executions(_ given: String, _ executions: Value) {
    let target = "{stepFunctions: \(given), action: stop, parameters: {ExecutionArn: $request.querystring.arn}}"
    let spec = Compiled(target: target, Snippet.machine)
    #expect(spec.lines == [])
    #expect(spec.parametersWithoutRegion == ["ExecutionArn": "$request.querystring.arn"])
    #expect(spec.statements == [["Effect": "Allow", "Action": "states:StopExecution", "Resource": executions]])
  }

  @Test(
    "Invalid identifiers",
    arguments: [
      ("{sqs: Ordes}", "REF001: there is no queue called `Ordes` (Ordes)"),
      ("{sqs: orders}", "REF001: there is no queue called `orders` (orders)"),
      ("{sqs: two words}", "REF001: there is no queue called `two words` (two words)"),
      ("{kinesis: Orders}", "REF002: the resource `Orders` is of type `AWS::SQS::Queue`, not a stream (Orders)"),
      (
        "{sqs: arn:aws:sns:eu-west-1:111122223333:books}",
        "REF005: `arn:aws:sns:eu-west-1:111122223333:books` is not the ARN of a queue "
          + "(arn:aws:sns:eu-west-1:111122223333:books)"
      ),
      (
        "{sqs: !ImportValue orders}",
        "INT035: this function may give an ARN, a URL or a name of a queue (!ImportValue orders)"
      ),
      ("{sqs: {url: books}}", "INT037: `books` is not the URL of a queue (books)"),
      ("{sqs: {arn: !Ref Orders}}", "INT037: this is the URL of a queue, not the ARN (!Ref Orders)"),
    ])
  func wrong(_ target: String, _ line: String) {
    #expect(Compiled(target: target, Snippet.queue).lines == [line])
  }

  @Test("A misspelled logical ID gets a suggestion, and the syntax for external resources")
  func help() {
    let finding = Compiled(target: "{sqs: Ordes}", Snippet.queue).findings.first
    #expect(
      finding?.help
        == "did you mean the resource `Orders`? If it is a resource outside of the template, write `{name: Ordes}`")
  }

  @Test("The three identifiers of AppConfig, and the three resources of the role")
  func appConfig() {
    let spec = Compiled(
      target: "{appConfig: {application: Shop, environment: 7ymxb4s, configuration: Features}}",
      """
      resources:
        Shop: {Type: AWS::AppConfig::Application, Properties: {Name: shop}}
        Features: {Type: AWS::AppConfig::ConfigurationProfile, Properties: {ApplicationId: !Ref Shop}}
      """)
    #expect(spec.lines == [])
    #expect(
      spec.parametersWithoutRegion == [
        "Application": .ref("Shop"), "Environment": "7ymxb4s", "Configuration": .ref("Features"),
        "ClientId": "$context.requestId",
      ])
    let shop = "arn:${AWS::Partition}:appconfig:${AWS::Region}:${AWS::AccountId}:application/${Shop}"
    #expect(
      spec.resource == [
        ["Fn::Sub": .string(shop)], ["Fn::Sub": .string(shop + "/environment/7ymxb4s")],
        ["Fn::Sub": .string(shop + "/configurationprofile/${Features}")],
      ])
  }
}
