import Gateway
import Support
import Testing

/// The calls of targets that `trace` derives.
@Suite struct TargetTraceTests {
  private func trace(_ spec: String, _ request: TracedRequest, _ options: Trace.Options = .init()) throws -> Trace {
    let compiled = Compiled(spec)
    let model = try #require(compiled.model)
    #expect(compiled.errors == [])
    return try Trace(request, through: model, options)
  }

  private func details(_ trace: Trace, of part: Trace.Part) -> [String] {
    trace.steps.filter { $0.part == part }.flatMap(\.details).map { "\($0.name)=\($0.value)" }
  }

  private func texts(_ trace: Trace, of part: Trace.Part) -> [String] {
    trace.steps.filter { $0.part == part }.map(\.text)
  }

  @Test func aPrivateIntegrationGetsTheNameOfTheStage() throws {
    let spec = """
      vpcs: {main: {cidr: 10.0.0.0/16}}
      loadBalancers: {inner: {type: network, vpc: main, scheme: internal, listeners: {tcp: {port: 80, forward: {type: ip, port: 80, protocol: TCP}}}}}
      apis:
        store:
          stages: [$default, test]
          routes:
            GET /a/{id}: {nlb: inner}
            GET /b/{id}: {nlb: inner, requestParameters: {"overwrite:path": $request.path}}
      """
    func line(_ path: String) throws -> String? {
      texts(try trace(spec, TracedRequest(method: "GET", target: path)), of: .request).first
    }
    #expect(try line("/a/1") == "GET http://inner.tcp/a/1")
    #expect(try line("/test/a/1?x=1") == "GET http://inner.tcp/test/a/1?x=1")
    #expect(try line("/test/b/1") == "GET http://inner.tcp/b/1")
  }

  @Test func parametersOfActionsAreEvaluated() throws {
    let spec = """
      apis:
        store:
          routes:
            POST /orders/{id}:
              sqs: https://sqs.eu-west-1.amazonaws.com/111122223333/orders
              parameters:
                MessageBody: $request.body.order.items[1]
                MessageGroupId: ${request.path.id}-${request.header.x-tenant}
                MessageDeduplicationId: $request.header.x-missing
                DelaySeconds: $context.requestTimeEpoch
      """
    let request = TracedRequest(
      method: "POST", target: "/orders/7", headers: [.init("X-Tenant", "a"), .init("x-tenant", "b")],
      body: #"{"order": {"items": [1, {"n": "x y", "m": [true, null]}]}}"#)
    let found = details(try trace(spec, request), of: .parameters)
    #expect(found.contains(#"MessageBody={"n":"x y","m":[true,null]}"#), "\(found)")
    #expect(found.contains("MessageGroupId=7-a,b"))
    #expect(found.contains("MessageDeduplicationId=(not set: the request has no `$request.header.x-missing`)"))
    #expect(found.contains("DelaySeconds=$context.requestTimeEpoch"))
    #expect(texts(try trace(spec, request), of: .parameters).last?.contains("only known when") == true)
  }

  /// Format 1.0 has the base path of the domain in `path`, format 2.0 has the name of the stage in `rawPath`.
  @Test func eventsDependOnTheirFormat() throws {
    let spec = """
      domains: {api.example.com: {exists: true}}
      functions: {books: {arn: "arn:aws:lambda:eu-west-1:111122223333:function:books"}}
      apis:
        store:
          stages: {live: {domain: api.example.com/v1}}
          routes:
            GET /one/{rest+}: {lambda: books, payloadFormatVersion: "1.0"}
            GET /two/{rest+}: books
      """
    func event(_ path: String) throws -> [String] {
      details(try trace(spec, TracedRequest(method: "GET", target: "https://api.example.com/v1" + path)), of: .event)
    }
    let one = try event("/one/a%2Fb/c")
    #expect(one.prefix(3) == ["resource=/one/{rest+}", "path=/v1/one/a%2Fb/c", "httpMethod=GET"])
    #expect(one.contains("pathParameters.rest=a/b/c"))
    #expect(try event("/two/a").prefix(2) == ["routeKey=GET /two/{rest+}", "rawPath=/live/two/a"])
  }

  @Test func stagesAreFoundOrNamed() throws {
    let spec = "apis: {store: {stages: [test, live], routes: {GET /books: https://example.com}}}"
    let missing = try trace(spec, TracedRequest(method: "GET", target: "/books"))
    #expect(missing.outcome == .notFound)
    #expect(texts(missing, of: .stage).first?.contains("write /test/books or /live/books, or --stage") == true)
    let chosen = try trace(spec, TracedRequest(method: "GET", target: "/books"), .init(stage: "live"))
    #expect(chosen.route == "GET /books")
    #expect(chosen.stage == "live")
  }

  @Test func conditionsAndImportedApisMakeItUncertain() throws {
    let spec = """
      conditions: {IsTest: !Equals [!Ref AWS::Region, eu-west-1]}
      apis:
        store: {routes: {GET /a: {http: https://example.com, condition: IsTest}}}
      """
    #expect(try trace(spec, TracedRequest(method: "GET", target: "/a")).doubts.count == 1)
    let imported = "apis: {store: {id: a1b2c3d4e5, routes: {GET /a: https://example.com}}}"
    let found = try trace(imported, TracedRequest(method: "GET", target: "/a"))
    #expect(found.route == "GET /a")
    #expect(!found.isCertain)
  }
}
