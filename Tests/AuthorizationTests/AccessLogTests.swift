import CloudFormation
import Support
import Testing

@testable import Gateway

@Suite("Access logs")
struct AccessLogTests {
  private func spec(_ logs: String, _ rest: String = "") -> Compiled {
    Compiled(
      """
      apis:
        store:
          accessLogs: \(logs)
          routes: {"GET /a": "https://a.example.com"}
      \(rest)
      """)
  }

  private func format(_ logs: String) -> Value? {
    spec(logs).only("AWS::ApiGatewayV2::Stage")?.at("AccessLogSettings", "Format")
  }

  /// The name of a log group, which contains the ID of the stack.
  private func name(_ path: String) -> Value {
    let stack: Value = ["Fn::Select": [2, ["Fn::Split": ["/", .ref("AWS::StackId")]]]]
    return ["Fn::Sub": [.string("/aws/vendedlogs/apigateway/${AWS::StackName}-${Stack}/\(path)"), ["Stack": stack]]]
  }

  @Test("`true` creates a retained log group and uses JSON lines")
  func on() throws {
    let spec = spec("true")
    #expect(spec.found == [])
    let group = try #require(spec.resources("AWS::Logs::LogGroup").first)
    #expect(group.properties["LogGroupName"] == name("store"))
    #expect(group.properties["RetentionInDays"] == 30)
    #expect(group.deletionPolicy == "RetainExceptOnCreate")
    let settings = spec.only("AWS::ApiGatewayV2::Stage")?["AccessLogSettings"]?.object
    #expect(settings?["DestinationArn"] == .getAtt(group.id, "Arn"))
    let line = try #require(settings?["Format"]?.text)
    for name in ["requestId", "identity.caller", "routeKey", "status", "responseLatency", "authorizer.error"] {
      #expect(line.contains("\"$context.\(name)\""))
    }
    var json = JSONCheck(line)
    #expect(json.firstFlaw == nil)
  }

  @Test("With tokens the log line includes the subject")
  func subject() {
    let spec = Compiled(
      """
      apis:
        store:
          accessLogs: true
          authorizers: {users: {jwt: \(Snippet.jwt)}}
          defaultAuth: users
          routes: {"GET /a": "https://a.example.com"}
      """)
    let line = spec.only("AWS::ApiGatewayV2::Stage")?.at("AccessLogSettings", "Format")?.text
    #expect(line?.contains("\"subject\":\"$context.authorizer.claims.sub\"") ?? false)
  }

  @Test("Each stage has its own log group, or none")
  func stages() {
    let spec = spec(
      "{retention: 90d, deletionPolicy: Delete}", "    stages: {$default: {}, default: {}, quiet: {accessLogs: false}}")
    #expect(spec.found == [])
    let groups = spec.resources("AWS::Logs::LogGroup")
    #expect(
      groups.map { $0.properties["LogGroupName"] } == [
        name("store"), name("store/default"),
      ])
    #expect(groups.map { $0.properties["RetentionInDays"] } == [90, 90])
    #expect(groups.map(\.deletionPolicy) == ["Delete", "Delete"])
    #expect(spec.stage("quiet")?.properties["AccessLogSettings"] == nil)
  }

  @Test("Formats")
  func formats() {
    #expect(format("{format: \"$context.requestId $context.status\"}") == "$context.requestId $context.status")
    #expect(
      format("{format: clf}")?.text?.hasSuffix(
        "\"$context.httpMethod $context.path $context.protocol\" $context.status $context.responseLength $context.requestId"
      )
        ?? false)
    #expect(format("{format: json}") == format("true"))
    #expect(
      format("{format: !Sub \"$context.requestId ${AWS::Region}\"}")
        == ["Fn::Sub": "$context.requestId ${AWS::Region}"])
  }

  @Test("Fields are added to the line or replace it, and are valid JSON")
  func fields() {
    #expect(
      format("{fields: {host: $context.domainName}}")?.text?.hasSuffix(",\"host\":\"$context.domainName\"}") ?? false)
    #expect(
      format("{only: true, fields: {id: $context.requestId, 'a\"b': 'x\"y'}}")
        == "{\"id\":\"$context.requestId\",\"a\\\"b\":\"x\\\"y\"}")
    #expect(
      format("{only: true, fields: {id: $context.requestId, region: !Ref \"AWS::Region\", v: \"${stageVariables.v}\"}}")
        == ["Fn::Sub": "{\"id\":\"$context.requestId\",\"region\":\"${AWS::Region}\",\"v\":\"${!stageVariables.v}\"}"])
  }

  @Test(
    "A group that exists, by ARN, logical ID or function",
    arguments: [
      (
        "arn:aws:logs:eu-west-1:111122223333:log-group:/a",
        Value.string("arn:aws:logs:eu-west-1:111122223333:log-group:/a")
      ),
      ("Requests", .getAtt("Requests", "Arn")), ("!GetAtt Requests.Arn", .getAtt("Requests", "Arn")),
      ("!ImportValue requests", Value.object(Object([.init(key: "Fn::ImportValue", value: "requests")]))),
    ])
  func group(text: String, value: Value) {
    let spec = Compiled(
      """
      apis:
        store:
          accessLogs: {logGroup: \(text)}
          routes: {"GET /a": "https://a.example.com"}
      resources: {Requests: {Type: AWS::Logs::LogGroup}}
      """)
    #expect(spec.found == [])
    #expect(spec.only("AWS::ApiGatewayV2::Stage")?.at("AccessLogSettings", "DestinationArn") == value)
    #expect(spec.resources("AWS::Logs::LogGroup").count == 1)
  }

  @Test(
    "Mistakes",
    arguments: [
      ("{retention: 2d}", "STG032: 2d"), ("{only: true}", "STG008: true"),
      ("{format: $context.status}", "STG008: $context.status"),
      ("{fields: {a: $context.httpmethod}}", "STG009: $context.httpmethod"),
      ("{fields: {a: \"${context.request.header.x}\"}}", "STG009: ${context.request.header.x"),
      (
        "{logGroup: \"arn:aws:logs:eu-west-1:111122223333:log-group:a:log-stream:b\"}",
        "STG013: \"arn:aws:logs:eu-west-1:111122223333:log-group:a:log-stream:b\""
      ),
      ("{logGroup: requests}", "REF001: requests"),
      ("{logGroup: \"arn:aws:logs:eu-west-1:111122223333:log-group:a\", retention: 30d}", "STG030: 30d"),
      ("{format: \"$context.requestId\", fields: {a: b}}", "STG030: a"),
      ("text", "SPEC003: text"), ("json", ""), ("{}", ""),
    ])
  func mistakes(logs: String, expected: String) {
    #expect(spec(logs).found == (expected.isEmpty ? [] : [expected]))
  }

  @Test(
    "JSON with variables",
    arguments: [
      (#"{"a":"$context.status"}"#, nil), (#"{"a":$context.status, "b":[1, true, null, "x\"y"]}"#, nil),
      (#"{"a":"$context.status}"#, 22), (#"{"a" "b"}"#, 5), (#"{"a":b}"#, 6), (#"{"a":1} x"#, 8), ("{}", nil),
    ])
  func json(text: String, flaw: Int?) {
    var json = JSONCheck(text)
    #expect(json.firstFlaw == flaw)
  }
}
