import CloudFormation
import Support
import Testing

@testable import Gateway

/// Blocks as the values of an `Fn::If`.
@Suite("Conditional blocks")
struct ConditionalBlockTests {
  private func compiled(_ api: String, _ rest: String = "") -> Compiled {
    Compiled(
      """
      parameters: {Stage: {Type: String, Default: dev}}
      conditions: {Prod: !Equals [!Ref Stage, prod]}
      \(rest)
      apis:
        store:
          disableExecuteApiEndpoint: false
          \(api)
          routes: {GET /books: https://books.example.com}
      """)
  }

  private func choice(_ first: Value, _ second: Value = .ref("AWS::NoValue")) -> Value {
    ["Fn::If": ["Prod", first, second]]
  }

  @Test("Both values are read as the field and become an `Fn::If`")
  func cors() {
    let spec = compiled("cors: {'Fn::If': [Prod, {allowOrigins: https://a.example.com, maxAge: 5m}, true]}")
    let headers: Value = ["content-type", "authorization"]
    #expect(
      spec.resources("Api").first?.properties["CorsConfiguration"]
        == choice(
          [
            "AllowOrigins": ["https://a.example.com"], "AllowMethods": ["GET"], "AllowHeaders": headers, "MaxAge": 300,
          ],
          ["AllowOrigins": ["*"], "AllowMethods": ["GET"], "AllowHeaders": headers]))
  }

  @Test("A field that only one value has is an `Fn::If`, or that of the API")
  func throttle() {
    let spec = compiled(
      "throttle: {rate: 10, burst: 4}\n    stages: {dev: {throttle: !If [Prod, {rate: 5}, {burst: 2}]}}")
    #expect(
      spec.resources("Stage").first?.properties["DefaultRouteSettings"] == [
        "ThrottlingRateLimit": choice(.number("5"), .number("10")), "ThrottlingBurstLimit": choice(4, 2),
      ])
  }

  @Test("A log group is created where a value needs it")
  func logGroup() {
    let spec = compiled("accessLogs: !If [Prod, !Ref AWS::NoValue, {retention: 7d}]")
    let group = spec.resources("AWS::Logs::LogGroup").first
    #expect(group?.condition == "NotProd")
    #expect(group?.properties["RetentionInDays"] == choice(.ref("AWS::NoValue"), 7))
    let conditions = spec.template.sections["Conditions"]?.object
    #expect(conditions?["NotProd"] == ["Fn::Not": [["Condition": "Prod"]]])
  }

  @Test("Each mapping is created under its condition")
  func domain() {
    let spec = compiled(
      "domain: !If [Prod, {name: api.example.com, basePath: v1}, {name: api.example.com, basePath: v2}]",
      """
      domains:
        api.example.com: {certificate: "arn:aws:acm:eu-west-1:111122223333:certificate/12345678-1234-1234-1234-123456789012", hostedZone: Z0123456789ABCDEFGHIJ}
      """)
    #expect(spec.resources("AWS::ApiGatewayV2::ApiMapping").map(\.condition) == ["Prod", "NotProd"])
  }

  @Test("Rules find mistakes in each value")
  func mistakes() {
    #expect(
      compiled("cors: !If [Prod, {allowOrigins: a.example.com}, !Ref AWS::NoValue]").lines == [
        "COR003: `a.example.com` is not a valid origin (a.example.com)"
      ])
    #expect(
      compiled("throttle: !If [Nothing, {rte: 1}, !Ref AWS::NoValue]").lines == [
        "REF001: there is no condition `Nothing` (Nothing)", "SPEC001: unknown key `rte` (rte)",
      ])
  }

  @Test("Fields of a log line may have fields")
  func nestedFields() {
    let spec = compiled(
      "accessLogs: {only: true, fields: {id: $context.requestId, by: {ip: $context.identity.sourceIp}}}")
    let settings = spec.resources("Stage").first?.properties["AccessLogSettings"]?.object
    #expect(settings?["Format"] == #"{"id":"$context.requestId","by":{"ip":"$context.identity.sourceIp"}}"#)
  }

  @Test("Short forms of CORS, access logs and stages")
  func shortForms() {
    let spec = compiled("cors: https://www.example.com\n    accessLogs: clf\n    stages: [dev, live]")
    let cors = spec.resources("Api").first?.properties["CorsConfiguration"]?.object
    #expect(cors?["AllowOrigins"] == ["https://www.example.com"])
    #expect(spec.resources("Stage").map { $0.properties["StageName"] } == ["dev", "live"])
    let format = spec.resources("Stage").first?.properties["AccessLogSettings"]?.object?["Format"]?.text
    #expect(format?.hasPrefix("$context.identity.sourceIp") == true)
  }

  @Test("A list of origins, a single stage; help for lists of elements")
  func moreShortForms() {
    let spec = compiled("cors: [https://a.example.com, https://b.example.com]\n    stages: dev")
    let cors = spec.resources("Api").first?.properties["CorsConfiguration"]?.object
    #expect(cors?["AllowOrigins"] == ["https://a.example.com", "https://b.example.com"])
    #expect(spec.resources("Stage").map { $0.properties["StageName"] } == ["dev"])
    let helps = [
      ("apis: {a: {authorizers: [users]}}", "write `{users: …}`"),
      ("apis: {a: {stages: [{name: dev}]}}", "write `{dev: {}}`"),
      ("apis: {a: {routes: [{GET /x: https://example.com}]}}", "write `{GET /x: …}`, without dashes"),
      ("apis: {a: {routes: [{RouteKey: GET /x, Target: f}]}}", "write `{GET /x: {…}}`: the route key is the key"),
      ("apis: {a: {routes: [{path: /x, method: get}]}}", "write `{GET /x: …}`: the method and the path are the key"),
      ("apis: {a: {routes: ['GET /x: f']}}", "write `{GET /x: f}`"),
      ("functions: [{name: f, handler: h}]", "write `{f: {…}}`: the name is the key"),
    ]
    for (text, help) in helps { #expect(Compiled(text).findings.contains { $0.help == help }, "\(text)") }
  }
}
