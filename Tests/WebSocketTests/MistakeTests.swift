import Support
import Testing

/// Cases that are not in the examples of rules.
@Suite struct MistakeTests {
  @Test(arguments: [
    ("send: {lambda: chat, auth: none}", []),
    ("send: {alb: web}", ["REF001: web", "VPC018: web"]),
    ("send: {sqs: jobs}", ["VPC018: jobs"]),
    ("send: {mock: false}", ["SPEC004: false"]),
    ("$foo: chat", ["ROU002: $foo"]),
    ("send: {lambda: chat, requestParameters: {overwrite: {headers: {x: context.stage}}}}", ["WS014: x"]),
    (
      "send: {lambda: chat, requestParameters: {integration.request.header.x: route.request.path.x}}",
      ["WS014: route.request.path.x"]
    ),
    ("send: {lambda: chat, returnResponse: {templates: text}}", ["WS009: text"]),
    ("send: {http: https://example.com, integrationResponses: {$default: {}}}", ["WS009: $default"]),
    ("send: {aws: sqs:path/1/2, allow: {sqs:SendMessage: \"*\"}, parameters: {A: b}}", ["WS028: A"]),
    ("send: {aws: sqs:path/1/2, allow: {send: \"*\"}}", ["WS032: send"]),
  ])
  func ofRoutes(_ mistake: (route: String, findings: [String])) {
    let compiled = chat("\(mistake.route)\n$default: send")
    #expect(compiled.found.filter { !$0.hasPrefix("REF007") } == mistake.findings)
  }

  @Test(arguments: [
    ("chat", "`chat` is an API, not a stage"), ("chat.dev", "there is no stage `chat.dev`"),
    ("caht.live", "there is no API called `caht`"),
  ])
  func ofStagesOfPlans(_ mistake: (stage: String, message: String)) {
    let compiled = chat("$default: chat\nsend: send", spec: "usagePlans: {basic: {stages: \(mistake.stage)}}")
    #expect(compiled.findings.map(\.message) == [mistake.message])
  }

  @Test func linksOfBothVersions() {
    let compiled = Compiled(
      """
      vpcs:
        main:
      vpcLinks:
        first: {version: 1, nlb: games}
        second: {version: 1, id: abc123}
        third: {version: 2, id: def456}
      loadBalancers:
        games:
          type: network
          vpc: main
          listeners:
            tcp: {port: 80, forward: {type: ip, port: 8080}}
      apis:
        chat:
          type: websocket
          routes:
            one: {nlb: games, vpcLink: first}
            two: {nlb: games, vpcLink: second}
            $default: {nlb: games, vpcLink: third}
          stage: live
        store:
          routes:
            $default: {nlb: games, vpcLink: first}
      """)
    #expect(compiled.found.filter { $0.hasPrefix("VPC028") } == ["VPC028: third", "VPC028: first"])
  }

  @Test func keysOfWebSocketApisOnHttpApis() {
    let compiled = Compiled(
      """
      functions:
        books: {runtime: nodejs24.x, handler: index.handler, code: src/books}
      apis:
        store:
          disableSchemaValidation: true
          senders: books
          routes:
            GET /a: {lambda: books, contentHandling: CONVERT_TO_TEXT}
            GET /b: {http: https://example.com, proxy: false}
            GET /c: {mock: true}
            GET /d: {lambda: books, requestModels: text, routeParameters: {route.request.header.x: true}}
          stages:
            $default: {clientCertificate: abc123, logging: INFO}
      """)
    #expect(
      compiled.found == [
        "API011: disableSchemaValidation", "API011: books", "INT030: CONVERT_TO_TEXT", "INT030: false", "VPC018: true",
        "WS020: requestModels", "WS020: route.request.header.x", "API011: clientCertificate", "STG016: logging",
      ])
  }
}
