import CloudFormation
import Support
import Testing

@testable import Gateway

/// Parameter mapping of requests and responses.
@Suite("Mappings")
struct MappingTests {
  @Test("Response parameters by status code, by AWS key and grouped")
  func responses() {
    let spec = Compiled(
      target: """

                http: https://books.example.com
                responseParameters:
                  200:
                    append:header.x-id: $context.requestId
                    remove: {headers: [server, x-powered-by]}
                  "404":
                    statusCode: 200
                    overwrite: {headers: {x-found: "no"}}
        """)
    #expect(spec.lines == [])
    func changes(_ all: (String, Value)...) -> Value {
      ["ResponseParameters": .list(all.map { ["Destination": .string($0.0), "Source": $0.1] })]
    }
    #expect(
      spec.integrations.first?["ResponseParameters"] == [
        "200": changes(
          ("append:header.x-id", "$context.requestId"), ("remove:header.server", ""),
          ("remove:header.x-powered-by", "")),
        "404": changes(("overwrite:statuscode", "200"), ("overwrite:header.x-found", "no")),
      ])
  }

  @Test(
    "Every target of an HTTP API takes them",
    arguments: [
      "lambda: arn:aws:lambda:eu-west-1:111122223333:function:x", "http: https://a.example.com", "sqs: books",
    ])
  func everywhere(_ target: String) {
    let spec = Compiled(target: "{\(target), responseParameters: {200: {statusCode: 202}}}")
    #expect(spec.findings.allSatisfy { $0.severity < .error }, "\(spec.lines)")
    #expect(
      spec.integrations.first?["ResponseParameters"] == [
        "200": ["ResponseParameters": [["Destination": "overwrite:statuscode", "Source": "202"]]]
      ])
  }

  @Test("Request parameters by AWS key and grouped are equal")
  func requests() {
    let flat = """
      {http: "https://a.example.com", requestParameters: {overwrite:path: /v1, append:header.a: b,
      append:querystring.c: d, remove:header.e: '', remove:querystring.f: ''}}
      """
    let grouped = """
      {http: "https://a.example.com", requestParameters: {append: {headers: {a: b}, querystring: {c: d}},
      overwrite: {path: /v1}, remove: {headers: e, querystring: [f]}}}
      """
    #expect(Compiled(target: flat).lines == [])
    #expect(Compiled(target: grouped).parameters == Compiled(target: flat).parameters)
    #expect(Compiled(target: flat).parameters?.object?.members.count == 5)
  }

  @Test(
    "Invalid groups",
    arguments: [
      ("append: x", "SPEC003: expected a mapping, found `x` (x)"),
      ("append: {path: x}", "SPEC001: unknown key `path` (path)"),
      ("remove: [x]", "SPEC003: expected a mapping, found a list ([x])"),
      ("remove: {header: x}", "SPEC001: unknown key `header` (header)"),
    ])
  func groups(_ written: String, _ line: String) {
    #expect(Compiled(target: "{http: https://a.example.com, requestParameters: {\(written)}}").lines == [line])
  }

  @Test("Parameters of a route override defaults, in either form")
  func routeBeforeDefault() {
    let spec = Compiled(
      """
      defaults: {routes: {requestParameters: {"overwrite:querystring.page": "1", append: {headers: {a: x, b: x}}}}}
      apis:
        store:
          routes:
            GET /books:
              http: https://books.example.com
              requestParameters: {overwrite: {querystring: {page: "2"}}, "append:header.a": y}
      """)
    #expect(spec.lines == [])
    #expect(
      spec.integrations.first?["RequestParameters"] == [
        "append:header.a": "y", "append:header.b": "x", "overwrite:querystring.page": "2",
      ])
  }

  @Test("A removal must be a literal")
  func removal() {
    let lines = Compiled(
      target: "{http: https://a.example.com, requestParameters: {remove: {headers: !Ref AWS::Region}}}"
    ).lines
    #expect(lines.map { $0.prefix(7) } == ["SPEC004"])
  }

  @Test(
    "Variables in values",
    arguments: [
      ("$request.path.id", ["request path.id"]), ("/v1/$request.path.id/x", ["request path.id"]),
      ("${request.body.a b}-${context.stage}", ["request body.a b", "context stage"]),
      ("$request.body.items[0]['a'].b", ["request body.items[0]['a'].b"]),
      ("costs $5, $contexts.x and $request.path.", ["request path"]), ("$request.body", ["request body"]),
      ("$stageVariables.env", ["stageVariables env"]), ("${request.path.id", ["request path.id"]), ("$", []),
    ])
  func variables(_ text: String, _ found: [String]) {
    #expect(MappingVariable.all(in: text).map { "\($0.root) \($0.path)" } == found)
  }

  @Test("A default mapping of claims needs only one route with an authorizer")
  func defaultClaims() {
    func spec(_ auth: String) -> Compiled {
      Compiled(
        """
        apis:
          store:
            authorizers:
              users: {jwt: {issuer: https://login.example.com, audience: web}}
            defaults: {requestParameters: {append:header.x-user: $context.authorizer.claims.sub}}
            routes:
              GET /a: {http: https://a.example.com, auth: \(auth)}
              GET /b: {http: https://b.example.com, auth: none}
        """)
    }
    #expect(!spec("users").lines.contains { $0.hasPrefix("MAP008") })
    #expect(spec("none").lines.filter { $0.hasPrefix("MAP008") }.count == 1)
  }

  @Test("A path variable in `parameters` must be in the route")
  func pathVariable() {
    let spec = Compiled(target: "{sqs: books, parameters: {MessageBody: $request.path.id}}")
    #expect(spec.lines == ["MAP004: the route `POST /x` has no path variable `{id}` ($request.path.id)"])
  }
}
