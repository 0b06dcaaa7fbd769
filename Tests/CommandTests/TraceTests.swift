import Foundation
import Testing

/// `trace`.
@Suite struct TraceTests {
  private static let spec = """
    functions: {books: {arn: "arn:aws:lambda:eu-west-1:111122223333:function:books"}}
    domains: {api.example.com: {exists: true}}
    apis:
      store:
        cors: {allowOrigins: https://www.example.com}
        authorizers:
          readers: {jwt: {issuer: https://id.example.com, audience: web}}
          partners: {lambda: books, identitySource: [$request.header.x-key, $request.querystring.tenant], ttl: 60}
        stages: {$default: {throttle: {rate: 5, burst: 10}, variables: {host: a.example.com}}, test: {variables: {host: b.example.com}, domain: {name: api.example.com, basePath: shop}}}
        routes:
          GET /books/{id}: books
          POST /books: {lambda: books, auth: readers}
          PUT /books/{id}: {lambda: books, auth: partners}
          DELETE /books/{id}: {lambda: books, auth: iam}
          GET /files/{path+}: http://${stageVariables.host}/f/{path}
          ANY /old/{proxy+}: https://old.example.com/all
          GET /changed/{id}:
            http: https://example.com/a
            requestParameters:
              append:header.x-tag: b
              overwrite:header.x-id: $request.path.id
              remove:header.x-secret: ""
              append:querystring.n: ${request.querystring.q}-${context.stage}
              overwrite:path: /v2/$request.path
      chat:
        type: websocket
        stage: live
        routes: {$connect: {mock: true, auth: iam}, send: {mock: true}}

    """

  private func run(_ arguments: String..., status: Int32 = 0) throws -> String {
    let workspace = try Workspace(["spec.yaml": Self.spec])
    let outcome = try Outcome(of: [Program.path, "trace", "spec.yaml"] + arguments, in: workspace)
    #expect(outcome.status == status, "\(outcome.errors)\(outcome.output)")
    return outcome.output + (status == 2 ? outcome.errors : "")
  }

  /// The lines without alignment and places.
  private func words(_ text: String) -> [String] {
    text.split(separator: "\n").map { line in
      line.split(separator: " ").filter { !$0.hasPrefix("spec.yaml:") }.joined(separator: " ")
    }
  }

  @Test func stepsHaveTheirPlaces() throws {
    #expect(
      try run("GET", "/books/4%202?q=1") == """
        API            spec.yaml:4   `store`, default endpoint
        stage          spec.yaml:9   `$default`
        route          spec.yaml:11  GET /books/{id}
                                       id  4 2
                       spec.yaml:13  not PUT /books/{id}: another method
                       spec.yaml:14  not DELETE /books/{id}: another method
        authorization  spec.yaml:11  none: everyone can call the route
        throttle       spec.yaml:9   5/s, 10 at once, for each route of the stage; more requests get 429
        target         spec.yaml:11  function `books`
        event          spec.yaml:11  payload format version 2.0
                                       routeKey                    GET /books/{id}
                                       rawPath                     /books/4%202
                                       rawQueryString              q=1
                                       queryStringParameters.q     1
                                       pathParameters.id           4 2
                       spec.yaml:9     stageVariables.host         a.example.com
                                       requestContext.http.method  GET
                                       requestContext.stage        $default

        """)
  }

  @Test func aDomainSelectsTheStage() throws {
    let lines = words(try run("GET", "https://API.example.com:443/shop/books/7"))
    #expect(
      lines.prefix(3) == [
        "domain `api.example.com`, base path `shop`", "API `store`", "stage `test`, by the API mapping",
      ])
    #expect(lines.contains("rawPath /test/books/7"))
    #expect(words(try run("GET", "/x", "--host", "other.example.com", status: 1))[0].hasPrefix("domain no API mapping"))
  }

  @Test func authorizersRejectBeforeTheTarget() throws {
    let jwt = words(try run("POST", "/books"))
    #expect(
      jwt.last
        == "the identity source `$request.header.Authorization` is missing in the request: 401, without the target")
    #expect(words(try run("POST", "/books", "-H", "authorization: Bearer x")).contains("aud web"))
    let partner = words(try run("PUT", "/books/1", "-H", "X-Key: k"))
    #expect(partner.last?.hasPrefix("the identity source `$request.querystring.tenant` is missing") == true)
    let complete = words(try run("PUT", "/books/1?tenant=t", "-H", "X-Key: k"))
    #expect(complete.contains("a function decides; 403 if it denies; its result is cached for 60 seconds"))
    #expect(words(try run("DELETE", "/books/1")).last?.contains("403") == true)
  }

  @Test func preflightRequestsAreAnswered() throws {
    let headers = ["-H", "Origin: https://www.example.com", "-H", "Access-Control-Request-Method: PUT"]
    let workspace = try Workspace(["spec.yaml": Self.spec])
    let answer = try Outcome(of: [Program.path, "trace", "spec.yaml", "OPTIONS", "/books"] + headers, in: workspace)
    #expect(answer.status == 0)
    #expect(words(answer.output).contains("access-control-allow-origin https://www.example.com"))
    let taken = try Outcome(of: [Program.path, "trace", "spec.yaml", "OPTIONS", "/old/a"] + headers, in: workspace)
    #expect(
      words(taken.output).contains(
        "cors the route takes the `OPTIONS` request, with its authorization; API Gateway sets the CORS headers of the response"
      ))
    let foreign = words(
      try run("OPTIONS", "/books", "-H", "Origin: https://b.example", "-H", "Access-Control-Request-Method: PUT"))
    #expect(foreign.contains("the origin `https://b.example` is not allowed: the browser rejects the response"))
  }

  @Test func responsesGetCorsHeaders() throws {
    let allowed = words(try run("GET", "/books/1", "-H", "Origin: https://www.example.com"))
    #expect(allowed.contains("cors the response gets `access-control-allow-origin: https://www.example.com`"))
    let foreign = words(try run("GET", "/books/1", "-H", "Origin: https://b.example"))
    #expect(foreign.contains("cors the origin `https://b.example` is not allowed: the browser rejects the response"))
  }

  @Test func theBackendGetsAChangedRequest() throws {
    let lines = words(
      try run(
        "GET", "/test/changed/7?q=a%20b", "-H", "X-Tag: a", "-H", "X-Secret: s", "--body", "{}"))
    #expect(lines.contains("request GET https://example.com/v2//changed/7?q=a%20b&n=a%20b-test"))
    #expect(lines.suffix(3) == ["header x-tag a,b", "header x-id 7", "body {}"])
    #expect(words(try run("GET", "/test/files/a/b")).contains("request GET http://b.example.com/f/a/b"))
    let lost = words(try run("PATCH", "/old/a/b"))
    #expect(lost.contains("request PATCH https://old.example.com/all"))
    #expect(lost.contains("the URL has no `{proxy}`: the rest of the path does not reach the backend"))
  }

  @Test func doubtsAreNamed() throws {
    let lines = words(try run("GET", "/old/"))
    #expect(
      lines.last
        == "uncertain sources disagree whether a greedy path variable matches an empty rest of the path: possibly no route takes the request"
    )
    let json = try JSONSerialization.jsonObject(with: Data(run("GET", "/old/", "-f", "json").utf8)) as? [String: Any]
    #expect(json?["certain"] as? Bool == false)
    #expect((json?["candidates"] as? [Any])?.count == 2)
  }

  @Test func messages() throws {
    let lines = words(try run("--message", #"{"action": "send"}"#))
    #expect(lines.suffix(3) == ["message `$request.body.action` is `send`", "route send", "target mock"])
    #expect(words(try run("--message", "hello", status: 1)).last?.hasSuffix("the client gets an error message") == true)
  }

  @Test func wrongUsage() throws {
    #expect(try run("GET", status: 2).contains("METHOD and PATH are missing"))
    #expect(try run("GET", "/x", "-H", "x", status: 2).contains("expected a header as NAME: VALUE, found x"))
    #expect(try run("GET", "/x", "--api", "chat", status: 2).contains("chat is not an HTTP API"))
    #expect(try run("GET", "/x", "--stage", "prod", status: 2).contains("its stages: $default, test"))
    #expect(try run("GET", "/nothing", status: 1).contains("no route takes GET /nothing: 404"))
  }
}
