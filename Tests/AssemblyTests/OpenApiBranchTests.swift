import CloudFormation
import Support
import Testing

/// Parts of OpenAPI documents that depend on a condition.
@Suite struct OpenApiBranchTests {
  private static func compile(_ paths: String, _ rest: String = "") -> Compiled {
    Compiled(
      """
      parameters: {Beta: {Type: String, Default: "no"}}
      conditions: {IsBeta: !Equals [!Ref Beta, "yes"]}
      functions:
        books: {arn: "arn:aws:lambda:eu-west-1:111122223333:function:books"}
        pens: {arn: "arn:aws:lambda:eu-west-1:111122223333:function:pens"}
      apis:
        store:
          openapi:
            openapi: 3.0.1
            info: {title: store, version: "1"}
            paths: \(paths)
      \(rest)
      """)
  }

  private static func call(_ function: String) -> String {
    """
    {x-amazon-apigateway-integration: {type: aws_proxy, httpMethod: POST, payloadFormatVersion: "2.0", \
    uri: "arn:aws:lambda:eu-west-1:111122223333:function:\(function)"}}
    """
  }

  @Test(arguments: [
    "!If [IsBeta, {/books: {get: \(call("books"))}}, {/pens: {get: \(call("pens"))}}]",
    "{/books: !If [IsBeta, {get: \(call("books"))}, {get: \(call("pens"))}]}",
    "{/books: {get: !If [IsBeta, \(call("books")), \(call("pens"))]}}",
  ])
  func functionsOfBothBranchesGetPermissions(_ paths: String) {
    let result = Self.compile(paths)
    #expect(result.reports == [])
    let functions = result.template.resources.filter { $0.type == "AWS::Lambda::Permission" }
      .compactMap { $0.properties["FunctionName"]?.text }
    #expect(functions.sorted().map { $0.hasSuffix("books") } == [true, false])
  }

  @Test func additionsAreWrittenIntoEachBranch() {
    let result = Self.compile(
      "{/books: !If [IsBeta, {get: \(Self.call("books"))}, !Ref AWS::NoValue]}",
      """
          authorizers: {users: {jwt: {issuer: "https://id.example.com", audience: web}}}
          defaultAuth: users
          routes: {POST /books: pens}
      """)
    #expect(result.reports == [])
    let paths = result.template["StoreApi"]?.properties["Body"]?.object?["paths"]?.object
    guard let (_, first, second) = paths?["/books"]?.choice else { return #expect(Bool(false)) }
    #expect(first.object?.members.map(\.key) == ["get", "post"])
    #expect(first.object?["get"]?.object?["security"] == [["users": []]])
    #expect(second.object?.members.map(\.key) == ["post"])
  }

  @Test func routeOfBranchIsDefinedTwice() {
    #expect(
      Self.compile(
        "{/books: {get: !If [IsBeta, \(Self.call("books")), !Ref AWS::NoValue]}}", "    routes: {GET /books: pens}"
      ).reports == [
        "spec.yaml:12:14+10: error: the route `GET /books` is also in the OpenAPI document [SPEC005]"
          + " <- spec.yaml:11:24+3 (remove one of the two)"
      ])
  }
}
