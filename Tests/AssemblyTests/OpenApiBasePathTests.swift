import Support
import Testing

@Suite struct OpenApiBasePathTests {
  private static func compile(_ server: String, _ reading: String, _ rest: String = "") -> Compiled {
    Compiled([
      "spec.yaml": """
      functions: {books: {arn: "arn:aws:lambda:eu-west-1:111122223333:function:books", lambdaPermissions: route}}
      apis:
        store:
          openapi: {path: api.yaml, basePath: \(reading)}
      \(rest)
      """,
      "api.yaml": """
      openapi: 3.0.1
      info: {title: t, version: "1"}
      servers: [\(server)]
      paths:
        /books: {get: {x-amazon-apigateway-integration: {type: aws_proxy, httpMethod: POST, payloadFormatVersion: "2.0", uri: "arn:aws:lambda:eu-west-1:111122223333:function:books"}}}

      """,
    ])
  }

  @Test(arguments: [
    (#"{url: "https://api.example.com/shop/v1/"}"#, "prepend", "/shop/v1/books"),
    (#"{url: "https://api.example.com/shop/v1"}"#, "split", "/v1/books"),
    (#"{url: "https://api.example.com/shop/v1"}"#, "ignore", "/books"),
    (#"{url: "https://api.example.com"}"#, "prepend", "/books"), ("{url: /v1}", "prepend", "/v1/books"),
    (#"{url: "https://api.example.com/{basePath}", variables: {basePath: {default: v2}}}"#, "prepend", "/v2/books"),
  ])
  func permissionsAndRouteSettingsHaveIt(_ server: String, _ reading: String, _ path: String) {
    let result = Self.compile(
      server, reading, "    stages: {$default: {routes: {GET \(path): {throttle: {rate: 5, burst: 5}}}}}")
    #expect(result.reports == [])
    let permission = result.template.resources.first { $0.type == "AWS::Lambda::Permission" }
    #expect(
      permission?.properties["SourceArn"]?.object?["Fn::Sub"]?.text
        == "arn:${AWS::Partition}:execute-api:${AWS::Region}:${AWS::AccountId}:${StoreApi}/*/GET\(path)")
  }

  @Test func routesBesideTheDocumentAreWrittenWithoutIt() {
    let result = Self.compile("{url: /v1}", "prepend", "    routes: {GET /v1/pens: books}")
    #expect(result.reports == [])
    let paths = result.template["StoreApi"]?.properties["Body"]?.object?["paths"]?.object
    #expect(paths?.members.map(\.key) == ["/books", "/pens"])
    #expect(
      Self.compile("{url: /v1}", "prepend", "    routes: {GET /pens: books}").reports == [
        "spec.yaml:5:14+9: error: `GET /pens` cannot be written: all paths of the document begin with `/v1` [API012]"
          + " (write `/v1` in front of its path, or remove `basePath`)"
      ])
  }
}
