import Support
import Testing

private let document = """
  openapi: 3.0.1
  info: {title: Shop, version: 1.0}
  tags: [{name: books, description: Books}]
  paths:
    /books/{id}:
      get:
        parameters: [{$ref: '#/components/parameters/id'}]
        x-amazon-apigateway-integration:
          type: AWS_PROXY
          payloadFormatVersion: '2.0'
          timeoutInMillis: 3000
          uri: !GetAtt functions.books.Arn
    /old:
      x-amazon-apigateway-any-method:
        x-amazon-apigateway-integration:
          {type: AWS_PROXY, payloadFormatVersion: '1.0', uri: !Sub "arn:${AWS::Partition}:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/${functions.old}/invocations"}

  components: {parameters: {id: {name: id, in: path, required: true, schema: {type: string}}}}
  """

private let functions = """
  functions:
    books: {runtime: nodejs24.x, handler: index.x, code: {inline: x}}
    old: {arn: "arn:aws:lambda:eu-west-1:111122223333:function:old"}

  """

@Suite struct OpenApiTests {
  @Test func aFileBecomesTheBody() {
    let result = Compiled([
      "spec.yaml": functions
        + "tags: {team: shop, books: x}\napis: {store: {openapi: api/$(name).yaml, name: The shop, apiVersion: 2.0}}\n"
        + "variables: {name: shop}\n",
      "api/shop.yaml": document,
    ])
    #expect(result.reports == [])
    let api = result.template["StoreApi"]?.properties
    #expect(api?.members.map(\.key) == ["Body"])
    let body = api?["Body"]?.object
    #expect(body?["openapi"] == "3.0.1")
    #expect(body?["info"] == ["title": "The shop", "version": "2.0"])
    #expect(
      body?["tags"] == [
        ["name": "books", "x-amazon-apigateway-tag-value": "x"],
        ["name": "team", "x-amazon-apigateway-tag-value": "shop"],
      ])
    let get = body?["paths"]?.object?["/books/{id}"]?.object?["get"]?.object
    #expect(get?["parameters"] == [["$ref": "#/components/parameters/id"]])
    #expect(get?["x-amazon-apigateway-integration"]?.object?["timeoutInMillis"] == 3000)
    #expect(get?["x-amazon-apigateway-integration"]?.object?["uri"] == .getAtt("BooksFunction", "Arn"))
    #expect(result.json("StoreDefaultStage", "AutoDeploy") == "true")
    let permissions = result.template.resources.filter { $0.type == "AWS::Lambda::Permission" }
    #expect(permissions.map(\.id) == ["StoreBooksPermission", "StoreOldPermission"])
  }

  @Test func permissionsAreScopedToOperations() {
    let result = Compiled(
      functions + "apis:\n  store:\n    lambdaPermissions: route\n    openapi:\n" + indented(document, by: 6))
    #expect(result.reports == [])
    let arns = result.template.resources.filter { $0.type == "AWS::Lambda::Permission" }.map {
      $0.properties["SourceArn"]
    }
    #expect(
      arns == [
        ["Fn::Sub": "arn:${AWS::Partition}:execute-api:${AWS::Region}:${AWS::AccountId}:${StoreApi}/*/GET/books/{id}"],
        ["Fn::Sub": "arn:${AWS::Partition}:execute-api:${AWS::Region}:${AWS::AccountId}:${StoreApi}/*/*/old"],
      ])
  }

  @Test func optionsAndS3() {
    let result = Compiled(
      "apis:\n  store:\n    openapi: {s3: {bucket: b, key: k, etag: e}, basePath: prepend, failOnWarnings: true}\n")
    #expect(result.reports == [])
    #expect(result.json("StoreApi", "BodyS3Location") == #"{"Bucket":"b","Key":"k","Etag":"e"}"#)
    #expect(result.json("StoreApi", "BasePath") == "\"prepend\"")
    #expect(result.json("StoreApi", "FailOnWarnings") == "true")
  }

  @Test func otherKeysCannotBeCombinedWithIt() {
    let result = Compiled([
      "spec.yaml": "apis:\n  store:\n    openapi: {path: api.json}\n    ipAddressType: dualstack\n",
      "api.json": #"{"openapi": "3.0.1", "info": {"title": "t", "version": "1"}, "paths": {}}"#,
    ])
    #expect(
      result.reports == [
        "spec.yaml:4:5+13: error: `ipAddressType` cannot be combined with `openapi` [SPEC005]"
          + " <- spec.yaml:3:5+7 (move it into the document: AWS accepts either a document or separate resources)"
      ])
  }

  private static let plain = """
          openapi: 3.0.1
          info: {title: t, version: "1"}
          paths:
            /a: {get: {x-amazon-apigateway-integration: {type: http_proxy, httpMethod: GET, uri: "https://a.example.com", payloadFormatVersion: "1.0"}}}

    """

  private func beside(_ settings: String) -> Compiled {
    Compiled("apis:\n  store:\n    \(settings)\n    openapi:\n" + OpenApiTests.plain)
  }

  @Test func corsIsMerged() {
    let body = beside("cors: {allowOrigins: https://www.example.com}").json("StoreApi", "Body") ?? ""
    #expect(
      body.contains(
        #""x-amazon-apigateway-cors":{"allowOrigins":["https://www.example.com"],"allowMethods":["GET"],"allowHeaders":["content-type","authorization"]}"#
      ))
  }

  @Test func authorizationIsMerged() {
    let result = beside(
      "authorizers: {users: {jwt: {issuer: https://id.example.com, audience: web}, scopes: a}}\n    defaultAuth: users")
    #expect(result.reports == [])
    let body = result.json("StoreApi", "Body") ?? ""
    #expect(body.contains(#""security":[{"users":["a"]}]"#))
    #expect(
      body.contains(
        #""users":{"type":"oauth2","x-amazon-apigateway-authorizer":{"type":"jwt","identitySource":"$request.header.Authorization","jwtConfiguration":{"audience":["web"],"issuer":"https://id.example.com"}}}"#
      ))
  }

  @Test func endpointIsClosedInTheFirstServer() {
    #expect(
      beside("disableExecuteApiEndpoint: true").json("StoreApi", "Body")?.contains(
        #""servers":[{"url":"/","x-amazon-apigateway-endpoint-configuration":{"disableExecuteApiEndpoint":true}}]"#)
        == true)
  }

  @Test func routesAreMerged() {
    let result = beside(
      "routes: {'POST /b/{id}': 'https://b.example.com/{id}', $default: {http: 'https://c.example.com', auth: iam}}")
    #expect(result.reports == [])
    #expect(result.template.resources.allSatisfy { $0.type != "AWS::ApiGatewayV2::Route" })
    let body = result.json("StoreApi", "Body") ?? ""
    #expect(body.contains(#""/b/{id}":{"post":{"parameters":[{"name":"id","in":"path","required":true"#))
    #expect(body.contains(#""/$default":{"x-amazon-apigateway-any-method":{"#))
    #expect(
      body.contains(#""security":[{"sigv4":[]}]"#) && body.contains(#""x-amazon-apigateway-authtype":"awsSigv4""#))
  }

  private func withoutTargets(_ settings: String, security: String = "") -> Compiled {
    Compiled(
      "apis:\n  store:\n    \(settings)\n"
        + """
            openapi:
              openapi: 3.0.3
              info: {title: Store, version: "1"}
              paths:
                /a: {get: {operationId: list, \(security)responses: {"200": {description: all}}}}
              components: {securitySchemes: {own: {type: http, scheme: bearer}}}
        """)
  }

  @Test func operationsWithoutATargetGetOne() {
    let result = withoutTargets("routes: {GET /a: {http: 'https://b.example.com', auth: iam}}")
    #expect(result.reports == [])
    let body = result.json("StoreApi", "Body") ?? ""
    #expect(body.contains(#""/a":{"get":{"operationId":"list","responses":{"200":{"description":"all"}},"#))
    #expect(body.contains(#""uri":"https://b.example.com""#) && body.contains(#""security":[{"sigv4":[]}]"#))
  }

  @Test func theAuthorizationOfADocumentStays() {
    let target = "{http: 'https://b.example.com'}"
    let kept = withoutTargets("defaultAuth: iam\n    routes: {GET /a: \(target)}", security: "security: [{own: []}], ")
    #expect(kept.json("StoreApi", "Body")?.contains(#""security":[{"own":[]}]"#) == true)
    let both = withoutTargets(
      "routes: {GET /a: {http: 'https://b.example.com', auth: iam}}", security: "security: [{own: []}], ")
    #expect(both.reports.contains { $0.contains("the authorization of `GET /a` is also in the OpenAPI document") })
  }

  @Test func conflictsHaveBothPlaces() {
    #expect(
      beside("routes: {GET /a: 'https://b.example.com'}").reports == [
        "spec.yaml:3:14+6: error: the route `GET /a` is also in the OpenAPI document [SPEC005]"
          + " <- spec.yaml:8:14+3 (remove one of the two)"
      ])
  }

  private static let mistakes: [(String, String)] = [
    ("missing.yaml", "spec.yaml:3:14+12: error: cannot read missing.yaml: No such file or directory [INC001]"),
    (
      "{swagger: '2.0'}",
      "spec.yaml:3:15+7: error: HTTP APIs support only OpenAPI 3.0, found a Swagger 2 document [OAS008]"
    ),
    ("{openapi: 2.0.0}", "spec.yaml:3:24+5: error: API Gateway imports OpenAPI 3.0, found `2.0.0` [OAS008]"),
    ("{openapi: 3.1.0}", "spec.yaml:3:24+5: error: API Gateway imports OpenAPI 3.0, found `3.1.0` [OAS008]"),
    ("other.yaml", "other.yaml:1:1+1: error: not an OpenAPI document [SPEC002]"),
    ("list.yaml", "list.yaml:1:1+3: error: expected keys and values, found a list [YAML005]"),
    (
      "{openapi: 3.0.1, paths: {/a: {get: {x-amazon-apigateway-integration: {type: aws_proxy, payloadFormatVersion: '2.0', uri: !GetAtt functions.bokos.Arn}}}}}",
      "spec.yaml:3:135+27: error: there is no `bokos` in `functions` [REF001]"
    ),
    ("[a]", "spec.yaml:3:14+3: error: expected an OpenAPI 3.0 document or its path, found a list [SPEC003]"),
  ]

  @Test(arguments: mistakes)
  func invalidDocuments(_ value: String, _ message: String) {
    let result = Compiled([
      "spec.yaml": "apis:\n  store:\n    openapi: \(value)\n", "other.yaml": "a: b\n", "list.yaml": "- a\n",
    ])
    #expect(result.messages.filter { $0.contains("error") } == [message])
  }

  @Test(arguments: ["missing.yaml", "list.yaml", "broken.yaml"])
  func routesOfUnreadableDocumentsAreUnknown(_ path: String) {
    let result = Compiled([
      "spec.yaml": "apis:\n  store:\n    openapi: \(path)\n", "list.yaml": "- a\n", "broken.yaml": "// a\n{\"a\": 1}\n",
    ])
    #expect(result.findings.count == 1, "\(result.messages)")
  }

  @Test func documentsInS3() {
    let result = Compiled("apis:\n  store:\n    name: x\n    openapi: {s3: {bucket: b, key: k}}\n    tags: {a: b}\n")
    #expect(
      result.messages == [
        "spec.yaml:2:3+5: note: the API `store` gets no tags: its document is not at hand [API012]",
        "spec.yaml:3:11+1: error: `name` cannot be written: the document is in S3, and AWS takes it nowhere else [API012]",
      ])
  }

  private func indented(_ text: String, by count: Int) -> String {
    text.split(separator: "\n").map { String(repeating: " ", count: count) + $0 + "\n" }.joined()
  }
}
