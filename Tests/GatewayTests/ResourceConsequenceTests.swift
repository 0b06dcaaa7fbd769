import Diagnostics
import Support
import Testing

/// One mistake in `resources` gives one finding, although others follow from it.
@Suite struct ResourceConsequenceTests {
  /// A function of SAM with one event of an API called `A`.
  private static func functionOfSam(event: String, api: String) -> String {
    """
    transform: AWS::Serverless-2016-10-31
    resources:
      A: {Type: AWS::Serverless::HttpApi, Properties: {RouteSettings: {GET /a: {ThrottlingRateLimit: 1}}}}
      F:
        Type: AWS::Serverless::Function
        Properties:
          Runtime: nodejs24.x
          Handler: index.handler
          InlineCode: "exports.handler = async () => 1"
          Events: {E: {Type: \(event), Properties: {ApiId: !Ref \(api), Path: /a, Method: get}}}
    """
  }

  private static let right = """
    functions:
      books: {runtime: nodejs24.x, handler: index.handler, code: {inline: "exports.handler = async () => ({statusCode: 200})"}}
    resources:
      Store: {Type: AWS::ApiGatewayV2::Api, Properties: {Name: store, ProtocolType: HTTP, DisableExecuteApiEndpoint: true}}
      Live: {Type: AWS::ApiGatewayV2::Stage, Properties: {ApiId: !Ref Store, StageName: live, AutoDeploy: true}}
      Target:
        Type: AWS::ApiGatewayV2::Integration
        Properties:
          {ApiId: !Ref Store, IntegrationType: AWS_PROXY, IntegrationUri: !GetAtt functions.books.Arn, PayloadFormatVersion: "2.0"}
      Books:
        Type: AWS::ApiGatewayV2::Route
        Properties: {ApiId: !Ref Store, RouteKey: GET /books, Target: !Join ["/", [integrations, !Ref Target]]}
      MayCall:
        Type: AWS::Lambda::Permission
        Properties:
          Action: lambda:InvokeFunction
          FunctionName: !Ref functions.books
          Principal: apigateway.amazonaws.com
          SourceArn: !Sub "arn:${AWS::Partition}:execute-api:${AWS::Region}:${AWS::AccountId}:${Store}/*/*/books"
      Mapping:
        Type: AWS::ApiGatewayV2::ApiMapping
        Properties: {ApiId: !Ref Store, DomainName: api.example.com, Stage: !Ref Live}

    """

  @Test func theSpecIsRight() { #expect(Compiled(Self.right).shown.isEmpty) }

  @Test(arguments: [
    ("Live: {Type", "Live: {Tye", "SPEC002"),
    ("Type: AWS::ApiGatewayV2::Route", "Type: 7", "CFN026"),
    ("Type: AWS::ApiGatewayV2::Route", "Type: [AWS::ApiGatewayV2::Route]", "CFN026"),
    ("Type: AWS::ApiGatewayV2::Route", "Type: AWS::ApiGatewayV2::Routes", "CFN020"),
    ("Type: AWS::Lambda::Permission\n    Properties", "Type: AWS::Lambda::Permission\n    Propeties", "CFN016"),
    ("Type: AWS::Lambda::Permission", "Tpye: AWS::Lambda::Permission", "SPEC002"),
    ("Type: AWS::Lambda::Permission", "Type: AWS::Lambda::Permision", "CFN020"),
    ("Type: AWS::ApiGatewayV2::ApiMapping", "type: AWS::ApiGatewayV2::ApiMapping", "SPEC002"),
    ("functions.books.Arn", "functions.book.Arn", "REF001"),
  ])
  func oneMistakeGivesOneFinding(_ text: String, _ mistake: String, _ id: String) {
    #expect(Self.right.contains(text))
    let spec = Compiled(Self.right.replacing(text, with: mistake, maxReplacements: 1))
    #expect(spec.shown.map(\.id) == [id], "\(spec.shown.map(\.message))")
  }

  @Test func aMisspelledTypeIsReportedWhereItIs() {
    let spec = Compiled(Self.right.replacing("Live: {Type", with: "Live: {Tye"))
    #expect(spec.found.contains("SPEC002: Tye"))
    #expect(spec.shown.map(\.help) == ["write `Type` instead of `Tye`"])
  }

  @Test func propertiesThatAreMissingTogetherAreOneFinding() {
    let spec = Compiled(
      """
      apis: {a: {routes: {GET /: https://example.com}}}
      resources: {T: {Type: AWS::ApiGatewayV2::Stage, Properties: {AutoDeploy: true}}}
      """)
    #expect(spec.shown.map(\.message) == ["`AWS::ApiGatewayV2::Stage` requires `ApiId` and `StageName`"])
  }

  /// Values and elements that are empty, a transform that other findings miss.
  @Test(arguments: [
    (
      "tranform: AWS::LanguageExtensions\napis: {a: {routes: {GET /: https://example.com}}}\nresources: {Fn::ForEach::Q: [N, [A, B], {\"${N}Queue\": {Type: AWS::SQS::Queue}}]}",
      "SPEC001"
    ),
    (
      "transform: AWS::LanguageExtensions\napis: {a: {routes: {GET /: https://example.com}}}\nresources: {Fn::ForEach::Q: [N, [A, B], {\"${N}Queue\": {Tye: AWS::SQS::Queue}}]}",
      "SPEC002"
    ),
    (
      "tranform: AWS::Serverless-2016-10-31\nresources: {H: {Type: AWS::Serverless::HttpApi, Properties: {StageName: live}}}",
      "SPEC001"
    ),
    (
      """
      transform: AWS::Serverless-2016-10-31
      resources:
        F:
          Type: AWS::Serverless::Function
          Properties: {Runtime: nodejs24.x, Handler: index.handler, CodeUri: "s3://code/f.zip", Events: }
      """,
      "SPEC006"
    ),
    (
      """
      apis:
        store:
          openapi:
            openapi: 3.0.1
            info: {title: store, version: "1"}
            components:
              x-amazon-apigateway-integration:
                web: {type: http_proxy, httpMethod: GET, uri: "https://example.com", payloadFormatVersion: "1.0"}
            paths:
              /a: {get: {x-amazon-apigateway-integration: {$ref: "#/components/x-amazon-apigateway-integrations/web"}}}
      """,
      "OAS006"
    ),
    (
      """
      apis:
        store:
          openapi:
            openapi: 3.0.1
            info: {title: store, version: "1"}
            component: {x-amazon-apigateway-integrations: {web: {type: http_proxy, httpMethod: GET, uri: "https://example.com", payloadFormatVersion: "1.0"}}}
            paths:
              /a: {get: {x-amazon-apigateway-integration: {$ref: "#/components/x-amazon-apigateway-integrations/web"}}}
              /b: {get: {x-amazon-apigateway-integration: {$ref: "#/components/x-amazon-apigateway-integrations/web"}}}
      """,
      "OAS006"
    ),
    (
      """
      apis:
        store:
          stages: {$default: {routes: {GET /a: {throttle: {rate: 1, burst: 1}}}}}
          openapi:
            openapi: 3.0.1
            info: {title: store, version: "1"}
            path: {/a: {get: {x-amazon-apigateway-integration: {type: http_proxy, httpMethod: GET, uri: "https://example.com", payloadFormatVersion: "1.0"}}}}
      """,
      "OAS006"
    ),
    (
      """
      defaults: {functions: {runtime: python3.14, handler: index.main}}
      functions:
        a: {code: {inline: "def handler(event, context): return {}"}}
        b: {code: {inline: "def handler(event, context): return {}"}}
      apis: {x: {routes: {GET /: a, GET /b: b}}}
      """,
      "LAM009"
    ),
    (
      """
      apis: {a: {routes: {GET /: https://example.com}}}
      outputs: {O: {Value: !Sub ["${name}", {Name: a}]}}
      """,
      "REF001"
    ),
    ("apis: {a: {routes: {POST /: {stepFunctions: {name: m}, parameters: {Input: request.body}}}}}", "MAP019"),
    (functionOfSam(event: "HttpApii", api: "A"), "CFN031"),
    (functionOfSam(event: "HttpApi", api: "As"), "REF001"),
    (
      """
      resources:
        A: {Type: AWS::ApiGatewayV2::Api, Properties: {Name: a, ProtocolType: HTTP}}
        S: {Type: AWS::ApiGatewayV2::Stage, Properties: {ApiId: !Ref A, StageName: $default, AutoDeploy: true}}
        U: {Type: AWS::ApiGatewayV2::Authorizer, Properties: {ApiId: !Ref A, Name: u, AuthorizerType: JWT,
          IdentitySource: [$request.header.Authorization], JwtConfiguration: {Issuer: "https://a.example.com", Audience: [b]}}}
        I: {Type: AWS::ApiGatewayV2::Integration, Properties: {ApiId: !Ref A, IntegrationType: HTTP_PROXY,
          IntegrationMethod: GET, IntegrationUri: "https://b.example.com", PayloadFormatVersion: "1.0"}}
        R: {Type: AWS::ApiGatewayV2::Route, Properties: {ApiId: !Ref A, RouteKey: GET /a, Target: !Sub "integrations/${I}",
          AuthorizerId: !Ref U, AuthorizationScopes: [c]}}
      """,
      "AUT025"
    ),
    (
      """
      resources:
        A: {Type: AWS::ApiGateway::RestApi, Properties: {Name: a}}
        I: {Type: AWS::ApiGatewayV2::Integration, Properties: {ApiId: !GetAtt A.ApiId, IntegrationType: HTTP_PROXY,
          IntegrationMethod: GET, IntegrationUri: "https://b.example.com", PayloadFormatVersion: "1.0"}}
      """,
      "API025"
    ),
  ])
  func oneMistakeOfASpecGivesOneFinding(_ text: String, _ id: String) {
    let shown = Compiled(text).shown
    #expect(shown.map(\.id) == [id], "\(shown.map(\.message))")
  }
}
